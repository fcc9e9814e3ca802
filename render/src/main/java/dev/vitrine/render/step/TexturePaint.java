package dev.vitrine.render.step;

import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.texture.ColorShift;
import dev.vitrine.render.texture.LaidTiles;
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
        return of(cover(tiles, studio), studio, subject, lighting, mask);
    }

    private static Cover cover(Finish.Tiles tiles, Studio studio) {
        MipMap picture = studio.pictures().mipMap(tiles.picture(), Edge.WRAP, studio.deadline());
        RealPair anchor = pixel(tiles.anchor(), picture);
        double density = tiles.resolution();
        if (tiles.picture() instanceof Picture.Laid laid) {
            MipMap tile = studio.pictures().mipMap(laid.tile(), Edge.WRAP, studio.deadline());
            LaidTiles layout = laid.laying().of(tile.width(), tile.height());
            anchor = layout.place(pixel(tiles.anchor(), tile));
            density *= layout.scale();
        }
        Placement placement = Placement.of(tiles.origin(), anchor, new RealPair(density, density), tiles.degrees());
        return Cover.of(picture, placement, tiles.sharpness(), tiles.colorize());
    }

    /** The same without light. */
    static Paint unlit(Finish.Tiles tiles, Studio studio, Subject subject, Mask mask) {
        return unlit(cover(tiles, studio), studio, subject, mask);
    }

    private static RealPair pixel(Anchor anchor, MipMap picture) {
        return new RealPair(anchor.pixelX(picture.width()), anchor.pixelY(picture.height()));
    }

    static TexturePaint of(Cover cover, Studio studio, Subject subject, Lighting lighting, Mask mask) {
        int width = mask.region().width();
        Paint unlit = unlit(cover, studio, subject, mask);
        Paint texture = cover.late()
                .<Paint>map(sharpening -> SharpenedPaint.of(unlit, mask, sharpening, studio))
                .orElse(unlit);
        return new TexturePaint(texture, studio.shading(lighting), studio.light(lighting.light(), width));
    }

    /** The same without light. */
    static Paint unlit(Cover cover, Studio studio, Subject subject, Mask mask) {
        Surface surface = studio.surfaces().of(subject.path(), subject.object().geometry(), mask.region());
        return new Unlit(surface, new SurfaceRow(mask.region().width()), cover.sampler(), cover.shift());
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
