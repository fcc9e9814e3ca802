package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Color;
import dev.vitrine.render.geometry.Surfaces;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.shade.LightContrast;
import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.ShadingKernel;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.shade.SolidTable;

/** What the steps of one render work with: the scene's pixels at the plan's level, pictures, light and time. */
public final class Studio {
    private final SceneRasters rasters;
    private final Pictures pictures;
    private final Deadline deadline;
    private final Surfaces surfaces;
    private final ShadingTable shading;
    private final Region frame;

    public Studio(Scene scene, SceneRasters rasters, Pictures pictures, Deadline deadline) {
        this.rasters = rasters;
        this.pictures = pictures;
        this.deadline = deadline;
        this.surfaces = new Surfaces(rasters, scene.view().size());
        this.shading = new ShadingTable(ShadingKernel.neutral(scene.shading().highlightWhite()), LightContrast.NONE);
        this.frame = new Region(0, 0, rasters.size().width(), rasters.size().height());
    }

    /** The whole canvas. */
    Region frame() {
        return frame;
    }

    PixelBuffer view() {
        return rasters.view();
    }

    Sprite sprite(Layer layer) {
        return rasters.sprite(layer);
    }

    Mask mask(Layer layer) {
        return rasters.mask(layer);
    }

    /** Where an object is: its mask, or the alpha of its image. */
    Mask coverage(Subject subject) {
        return subject.object()
                .mask()
                .map(rasters::mask)
                .or(() -> subject.object().overlap().flatMap(Overlap::image).map(i -> alpha(rasters.sprite(i))))
                .orElse(new Mask(Region.EMPTY, new byte[0]));
    }

    SolidTable solid(Color color) {
        return new SolidTable(shading, color);
    }

    LightRow light(Illumination illumination, int width) {
        LightMap map = rasters.light(illumination.layer());
        return new LightRow(map, width);
    }

    Paint paint(Subject subject, Finish finish, Illumination light, Mask mask) {
        LightRow row = light(light, mask.region().width());
        if (finish instanceof Finish.Solid solid) {
            return new SolidPaint(solid(solid.color()), row);
        }
        return TexturePaint.of((Finish.Tiles) finish, this, subject, row, mask.region());
    }

    ShadingTable shading() {
        return shading;
    }

    Surfaces surfaces() {
        return surfaces;
    }

    Pictures pictures() {
        return pictures;
    }

    Deadline deadline() {
        return deadline;
    }

    private static Mask alpha(Sprite sprite) {
        int[] argb = sprite.pixels().argb();
        byte[] coverage = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            coverage[i] = (byte) (argb[i] >>> 24);
        }
        return new Mask(sprite.region(), coverage);
    }
}
