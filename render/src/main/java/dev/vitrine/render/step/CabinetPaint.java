package dev.vitrine.render.step;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.scene.CabinetStyle;
import dev.vitrine.render.scene.Layout.Area;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.texture.ColorShift;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.PanelSampler;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.SampleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A cabinet front in a style, not yet lit. Panels are laid from the last to the first, each into what is still free of a pixel,
 * so that two that share an edge share the pixels on it and nothing shows between them; the face takes the rest.
 */
final class CabinetPaint implements Paint {
    private final Surface surface;
    private final SurfaceRow coordinates;
    private final List<Front> fronts = new ArrayList<>();
    private final Optional<Paint> grain;
    private final Color base;
    private final Optional<ColorShift> shift;
    private final SampleRow piece;
    private final SampleRow mark;
    private final SampleRow cloth;
    private final SampleRow stained;
    private final float[] free;

    private CabinetPaint(Surface surface, Optional<Paint> grain, Color base, Optional<ColorShift> shift, int width) {
        this.surface = surface;
        this.grain = grain;
        this.base = base;
        this.shift = shift;
        this.coordinates = new SurfaceRow(width);
        this.piece = new SampleRow(width);
        this.mark = new SampleRow(width);
        this.cloth = new SampleRow(width);
        this.stained = new SampleRow(width);
        this.free = new float[width];
    }

    /**
     * A panel ready to be looked up.
     *
     * @param mark where the material goes, or the new color; absent for everywhere
     * @param grained whether it takes the material at all
     * @param relief whether the picture's own shading stays on the material
     */
    private record Front(
            Area area, PanelSampler picture, Optional<PanelSampler> mark, boolean grained, boolean relief) {}

    /** The same under the scene's light. */
    static Paint of(CabinetFinish finish, Studio studio, Subject subject, Lighting lighting, Mask mask) {
        int width = mask.region().width();
        Surface surface = studio.surfaces().of(subject.path(), subject.object().geometry(), mask.region());
        Optional<Paint> grain = finish.grain().map(tiles -> TexturePaint.unlit(tiles, studio, subject, mask));
        CabinetPaint cabinet = new CabinetPaint(
                surface, grain, finish.base(), finish.colorize().map(ColorShift::new), width);
        for (CabinetFinish.Front front : finish.panels()) {
            cabinet.fronts.add(0, cabinet.front(finish, front, studio, width));
        }
        Paint sharp = finish.detail()
                .late()
                .<Paint>map(sharpening -> SharpenedPaint.of(cabinet, mask, sharpening, studio))
                .orElse(cabinet);
        Paint lit = new LitPaint(sharp, studio.shading(lighting), studio.light(lighting.light(), width));
        return studio.shining(subject, lighting.sheen(), lit);
    }

    private Front front(CabinetFinish finish, CabinetFinish.Front front, Studio studio, int width) {
        CabinetStyle.Component component = front.choice().component();
        boolean blank = front.choice().name().endsWith("Blank");
        boolean grained = grain.isPresent() && (blank || component.texturable());
        Optional<PanelSampler> mark = component
                .textureArea()
                .filter(file -> grained || shift.isPresent())
                .map(file -> {
                    MipMap map = studio.pictures().mipMap(finish.picture(file), Edge.CLAMP, studio.deadline());
                    return panel(map, Detail.NONE, front, width);
                });
        MipMap image = studio.pictures().mipMap(finish.picture(component.image()), Edge.CLAMP, studio.deadline());
        PanelSampler picture = panel(image, finish.detail(), front, width);
        return new Front(front.area(), picture, mark, grained, component.texturable());
    }

    private static PanelSampler panel(MipMap picture, Detail detail, CabinetFinish.Front front, int width) {
        return new PanelSampler(
                picture, detail.lookup(picture, Placement.IDENTITY), front.choice(), front.area(), width);
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        surface.readSpans(x, y, count, coordinates);
        Collage collage = new Collage(out);
        collage.clear(count);
        for (int i = 0; i < count; i++) {
            free[i] = coordinates.known[i] ? 1 : 0;
        }
        readCloth(x, y, count);
        for (Front front : fronts) {
            lay(front, count, collage);
        }
        face(count, collage);
        collage.finish(count);
    }

    /** What the face and all that is grained are made of: the material or the base color, recolored. */
    private void readCloth(int x, int y, int count) {
        if (grain.isPresent()) {
            grain.get().read(x, y, count, cloth);
        } else {
            Arrays.fill(cloth.red, 0, count, base.red());
            Arrays.fill(cloth.green, 0, count, base.green());
            Arrays.fill(cloth.blue, 0, count, base.blue());
        }
        Arrays.fill(cloth.alpha, 0, count, 255);
        shift.ifPresent(s -> s.apply(cloth, count));
    }

    private void lay(Front front, int count, Collage collage) {
        int first = count;
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (free[i] > 0 && touches(front.area(), i)) {
                first = Math.min(first, i);
                last = i;
            }
        }
        if (last < 0) {
            return;
        }
        first -= first % SurfaceRow.SPAN;
        int length = last + 1 - first;
        front.picture().read(coordinates, first, length, piece);
        if (front.mark().isPresent()) {
            front.mark().get().read(coordinates, first, length, mark);
        } else {
            Arrays.fill(mark.red, 0, length, 255);
        }
        if (front.grained()) {
            clothe(front, first, length);
        } else {
            shift.ifPresent(s -> stain(s, length));
        }
        for (int i = 0; i < length; i++) {
            float share = Math.min(free[first + i], piece.alpha[i] / 255);
            if (share > 0) {
                float alpha = piece.alpha[i];
                collage.beside(first + i, piece, i, share * 255 / alpha);
                free[first + i] -= share;
            }
        }
    }

    private boolean touches(Area area, int i) {
        int f = coordinates.even[i / SurfaceRow.SPAN] ? i - i % SurfaceRow.SPAN : i;
        double across = (Math.abs(coordinates.ux[f]) + Math.abs(coordinates.uy[f])) / 2;
        double down = (Math.abs(coordinates.vx[f]) + Math.abs(coordinates.vy[f])) / 2;
        double u = coordinates.u[i];
        double v = coordinates.v[i];
        return u + across > area.left()
                && u - across < area.right()
                && v + down > area.top()
                && v - down < area.bottom();
    }

    /** Puts the material where the picture takes it. */
    private void clothe(Front front, int first, int length) {
        for (int i = 0; i < length; i++) {
            float share = mark.red[i] / 255;
            int at = first + i;
            if (share > 0 && piece.alpha[i] > 0) {
                float light = front.relief() ? luma(piece.red[i], piece.green[i], piece.blue[i]) : baseLuma();
                piece.red[i] += share * (relief(cloth.red[at], light) - piece.red[i]);
                piece.green[i] += share * (relief(cloth.green[at], light) - piece.green[i]);
                piece.blue[i] += share * (relief(cloth.blue[at], light) - piece.blue[i]);
            }
        }
    }

    /** Recolors the picture where it may be. */
    private void stain(ColorShift shifted, int length) {
        System.arraycopy(piece.red, 0, stained.red, 0, length);
        System.arraycopy(piece.green, 0, stained.green, 0, length);
        System.arraycopy(piece.blue, 0, stained.blue, 0, length);
        shifted.apply(stained, length);
        for (int i = 0; i < length; i++) {
            float share = mark.red[i] / 255;
            piece.red[i] += share * (stained.red[i] - piece.red[i]);
            piece.green[i] += share * (stained.green[i] - piece.green[i]);
            piece.blue[i] += share * (stained.blue[i] - piece.blue[i]);
        }
    }

    /**
     * The material under the light that the picture shows, told from the style's base color: darker in proportion, or lighter by
     * the same share of the way to white.
     */
    private float relief(float material, float light) {
        float base = baseLuma();
        if (light <= base) {
            return base == 0 ? material : material * light / base;
        }
        return material + (255 - material) * (light - base) / (255 - base);
    }

    private float baseLuma() {
        return luma(base.red(), base.green(), base.blue());
    }

    private static float luma(float red, float green, float blue) {
        return 0.2126f * red + 0.7152f * green + 0.0722f * blue;
    }

    /** What lies where no panel does. */
    private void face(int count, Collage collage) {
        for (int i = 0; i < count; i++) {
            if (free[i] > 0) {
                collage.beside(i, cloth, i, free[i]);
            }
        }
    }
}
