package dev.vitrine.render.limit;

/**
 * What rendering may take; checked before memory is taken.
 *
 * @param maxSourcePixels the most pixels of one image file or raster
 * @param maxReplyPixels the most pixels of one reply, whatever a catalog allows
 * @param maxPackageBytes the largest package file
 * @param maxEntryBytes the most bytes that one package entry may inflate to
 * @param maxEntries the most entries of a package
 * @param maxTreeDepth the deepest group
 * @param maxObjects the most groups and objects of a scene
 * @param cacheBytes memory for decoded scenes and textures together
 */
public record RenderLimits(
        long maxSourcePixels,
        long maxReplyPixels,
        long maxPackageBytes,
        long maxEntryBytes,
        int maxEntries,
        int maxTreeDepth,
        int maxObjects,
        long cacheBytes) {
    /** The same, with other limits on pixels and files: for pictures that must not cost much. */
    public RenderLimits smaller(long sourcePixels, long replyPixels, long fileBytes) {
        return new RenderLimits(
                Math.min(sourcePixels, maxSourcePixels),
                Math.min(replyPixels, maxReplyPixels),
                Math.min(fileBytes, maxPackageBytes),
                Math.min(fileBytes, maxEntryBytes),
                maxEntries,
                maxTreeDepth,
                maxObjects,
                cacheBytes);
    }

    /** 64 megapixels in, 25 out, packages of 512 MB, a quarter of the heap for caches. */
    public static RenderLimits standard() {
        return new RenderLimits(
                64_000_000,
                25_000_000,
                512L << 20,
                512L << 20,
                4096,
                32,
                4096,
                Runtime.getRuntime().maxMemory() / 4);
    }
}
