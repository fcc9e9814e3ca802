package dev.vitrine.render.step;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.texture.ColorShift;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
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

    static TexturePaint of(Finish.Tiles tiles, Studio studio, Subject subject, Lighting lighting, Mask mask) {
        MipMap picture = studio.pictures().mipMap(tiles.picture(), Edge.WRAP, studio.deadline());
        RealPair anchor = new RealPair(
                tiles.anchor().pixelX(picture.width()), tiles.anchor().pixelY(picture.height()));
        RealPair density = new RealPair(tiles.resolution(), tiles.resolution());
        Placement placement = Placement.of(tiles.origin(), anchor, density, tiles.degrees());
        return of(Cover.of(picture, placement, tiles.sharpness(), tiles.colorize()), studio, subject, lighting, mask);
    }

    static TexturePaint of(Cover cover, Studio studio, Subject subject, Lighting lighting, Mask mask) {
        int width = mask.region().width();
        Surface surface = studio.surfaces().of(subject.path(), subject.object().geometry(), mask.region());
        Paint unlit = new Unlit(surface, new SurfaceRow(width), cover.sampler(), cover.shift());
        Paint texture = cover.late()
                .<Paint>map(sharpening -> SharpenedPaint.of(unlit, mask, sharpening, studio))
                .orElse(unlit);
        return new TexturePaint(texture, studio.shading(lighting), studio.light(lighting.light(), width));
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        texture.read(x, y, count, out);
        light.read(x, y, count);
        shading.shade(out, count, light);
    }

    /** The picture itself, where the surface has it. */
    private record Unlit(Surface surface, SurfaceRow coordinates, Sampler sampler, Optional<ColorShift> shift)
            implements Paint {
        @Override
        public void read(int x, int y, int count, SampleRow out) {
            surface.read(x, y, count, coordinates);
            sampler.read(coordinates, count, out);
            shift.ifPresent(s -> s.apply(out, count));
        }
    }
}
