package dev.vitrine.render.step;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.texture.ColorShift;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.SampleRow;
import dev.vitrine.render.texture.Sampler;
import java.util.Optional;

/** A picture on a surface, perhaps recolored, under the scene's light. */
final class TexturePaint implements Paint {
    private final Surface surface;
    private final SurfaceRow coordinates;
    private final Sampler sampler;
    private final Optional<ColorShift> shift;
    private final ShadingTable shading;
    private final LightRow light;

    private TexturePaint(
            Surface surface,
            int width,
            Sampler sampler,
            Optional<ColorShift> shift,
            ShadingTable shading,
            LightRow light) {
        this.surface = surface;
        this.coordinates = new SurfaceRow(width);
        this.sampler = sampler;
        this.shift = shift;
        this.shading = shading;
        this.light = light;
    }

    static TexturePaint of(Finish.Tiles tiles, Studio studio, Subject subject, LightRow light, Region region) {
        MipMap picture = studio.pictures().mipMap(tiles.picture(), Edge.WRAP, studio.deadline());
        RealPair anchor = new RealPair(
                tiles.anchor().pixelX(picture.width()), tiles.anchor().pixelY(picture.height()));
        RealPair density = new RealPair(tiles.resolution(), tiles.resolution());
        Placement placement = Placement.of(tiles.origin(), anchor, density, tiles.degrees());
        return of(
                new Sampler(picture, placement), tiles.colorize().map(ColorShift::new), studio, subject, light, region);
    }

    static TexturePaint of(
            Sampler sampler,
            Optional<ColorShift> shift,
            Studio studio,
            Subject subject,
            LightRow light,
            Region region) {
        Surface surface = studio.surfaces().of(subject.path(), subject.object().geometry(), region);
        return new TexturePaint(surface, region.width(), sampler, shift, studio.shading(), light);
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        surface.read(x, y, count, coordinates);
        sampler.read(coordinates, count, out);
        shift.ifPresent(s -> s.apply(out, count));
        light.read(x, y, count);
        for (int i = 0; i < count; i++) {
            out.red[i] = shading.shade(out.red[i], light.red(i));
            out.green[i] = shading.shade(out.green[i], light.green(i));
            out.blue[i] = shading.shade(out.blue[i], light.blue(i));
        }
    }
}
