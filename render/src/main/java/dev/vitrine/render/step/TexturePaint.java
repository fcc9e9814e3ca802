package dev.vitrine.render.step;

import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.texture.ColorShift;
import dev.vitrine.render.texture.Lookup;
import dev.vitrine.render.texture.SampleRow;
import dev.vitrine.render.texture.Sampler;
import java.util.Optional;

/** A picture on a surface, perhaps recolored, under the scene's light. */
final class TexturePaint implements Paint {
    private final Paint texture;
    private final ShadingTable shading;
    private final LightRow light;

    private TexturePaint(Paint texture, ShadingTable shading, LightRow light) {
        this.texture = texture;
        this.shading = shading;
        this.light = light;
    }

    static Paint of(Finish.Tiles tiles, Studio studio, Subject subject, Lighting lighting, Mask mask) {
        Optional<Cover> gloss =
                tiles.glossMap().filter(GlossMap::changesLight).map(map -> Covers.gloss(tiles, map, studio));
        return of(Covers.of(tiles, studio), gloss, tiles.glossMap(), studio, subject, lighting, mask);
    }

    /** The same without light. */
    static Paint unlit(Finish.Tiles tiles, Studio studio, Subject subject, Mask mask) {
        return unlit(Covers.of(tiles, studio), studio, subject, mask);
    }

    /** @param gloss the map, laid; absent where it changes nothing about the light */
    static Paint of(
            Cover cover,
            Optional<Cover> gloss,
            Optional<GlossMap> map,
            Studio studio,
            Subject subject,
            Lighting lighting,
            Mask mask) {
        int width = mask.region().width();
        Paint unlit = unlit(cover, studio, subject, mask);
        Paint texture = cover.late()
                .<Paint>map(sharpening -> SharpenedPaint.of(unlit, mask, sharpening, studio))
                .orElse(unlit);
        if (gloss.isPresent()) {
            Paint levels = unlit(gloss.get(), studio, subject, mask);
            return new GlossyPaint(texture, levels, map.orElseThrow(), studio, subject, width);
        }
        Paint lit = new TexturePaint(texture, studio.shading(lighting), studio.light(lighting.light(), width));
        return studio.shining(subject, lighting.sheen(), lit);
    }

    /** The same without light. */
    static Paint unlit(Cover cover, Studio studio, Subject subject, Mask mask) {
        Surface surface = studio.surfaces().of(subject.path(), subject.object().geometry(), mask.region());
        int width = mask.region().width();
        Paint first = new Unlit(surface, new SurfaceRow(width), cover.picture(), cover.shift());
        Optional<FoldEdge> edge = studio.foldEdge(subject);
        if (edge.isEmpty()) {
            return first;
        }
        Surface folds = studio.surfaces().folds(subject.object().geometry()).orElseThrow();
        Paint second = new Unlit(folds, new SurfaceRow(width), cover.picture(), cover.shift());
        return new FoldedPaint(first, second, edge.get().weight(), new SampleRow(width));
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        texture.read(x, y, count, out);
        light.read(x, y, count);
        shading.shade(out, count, light);
    }

    @Override
    public Optional<Fixed> fixed() {
        if (!(texture instanceof Unlit unlit) || !light.isGray()) {
            return Optional.empty();
        }
        return shading.whole()
                .flatMap(whole -> unlit.opaque().map(picture -> (x, y, count, out) -> {
                    if (!picture.readFixed(unlit.surface(), x, y, count, unlit.coordinates(), out)) {
                        return false;
                    }
                    light.read(x, y, count);
                    whole.shade(out, count, light);
                    return true;
                }));
    }

    /** The picture itself, where the surface has it. */
    private record Unlit(Surface surface, SurfaceRow coordinates, Lookup picture, Optional<ColorShift> shift)
            implements Paint {
        @Override
        public void read(int x, int y, int count, SampleRow out) {
            picture.read(surface, x, y, count, coordinates, out);
            shift.ifPresent(s -> s.apply(out, count));
        }

        /** The picture, if it is nothing but opaque tiles. */
        Optional<Sampler> opaque() {
            return picture instanceof Sampler sampler && sampler.isOpaque() && shift.isEmpty()
                    ? Optional.of(sampler)
                    : Optional.empty();
        }
    }
}
