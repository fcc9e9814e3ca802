package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Compression;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * WebP by the native libwebp behind ImageIO: lossy, or exact, with straight alpha or over black. Where the native library is
 * not to be had, the request ends as not supported and everything else goes on.
 */
final class WebpEncoder implements Encoder {
    private static final String WRITER = "com.luciad.imageio.webp.WebPImageWriterSpi";
    private static final int LARGEST_SIDE = 16383;

    private final boolean alpha;

    WebpEncoder(boolean alpha) {
        this.alpha = alpha;
    }

    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        if (pixels.width() > LARGEST_SIDE || pixels.height() > LARGEST_SIDE) {
            throw Failures.notSupported("WebP of more than " + LARGEST_SIDE + " pixels a side");
        }
        try {
            return write(image(pixels), settings);
        } catch (LinkageError e) {
            throw Failures.notSupported("WebP, whose native library cannot be loaded on this machine,");
        }
    }

    private static byte[] write(BufferedImage image, EncodeSettings settings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 8 + 1024);
        ImageWriter writer = LibraryWriter.of(WRITER);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (settings.compression() == Compression.LOSSLESS) {
                param.setCompressionType("Lossless");
            } else {
                param.setCompressionType("Lossy");
                param.setCompressionQuality(settings.quality().quality() / 100f);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private BufferedImage image(PixelBuffer pixels) {
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type);
        int[] argb = alpha ? pixels.argb() : OverBlack.flatten(pixels);
        image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), argb);
        return image;
    }
}
