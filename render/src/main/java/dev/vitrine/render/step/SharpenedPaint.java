package dev.vitrine.render.step;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.render.texture.SampleRow;

/** A paint sharpened in the view: what the mask shows of it, beforehand. What the mask hides has no part in it. */
final class SharpenedPaint implements Paint {
    private final Region region;
    private final int[] argb;

    private SharpenedPaint(Region region, int[] argb) {
        this.region = region;
        this.argb = argb;
    }

    static SharpenedPaint of(Paint paint, Mask mask, UnsharpMask sharpening, Studio studio) {
        Region region = mask.region().intersect(studio.frame());
        int[] argb = new int[region.width() * region.height()];
        SampleRow row = new SampleRow(mask.region().width());
        Runs.of(mask, studio.frame(), studio.deadline(), (x, y, count) -> {
            paint.read(x, y, count, row);
            int at = (y - region.y()) * region.width() + x - region.x();
            for (int i = 0; i < count; i++) {
                argb[at + i] = rounded(row.alpha[i]) << 24
                        | rounded(row.red[i]) << 16
                        | rounded(row.green[i]) << 8
                        | rounded(row.blue[i]);
            }
        });
        if (region.isEmpty()) {
            return new SharpenedPaint(region, argb);
        }
        Size size = new Size(region.width(), region.height());
        return new SharpenedPaint(region, sharpening.apply(argb, size, Edge.CLAMP, studio.deadline()));
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        int at = (y - region.y()) * region.width() + x - region.x();
        for (int i = 0; i < count; i++) {
            int p = argb[at + i];
            out.alpha[i] = p >>> 24;
            out.red[i] = p >> 16 & 255;
            out.green[i] = p >> 8 & 255;
            out.blue[i] = p & 255;
        }
    }

    private static int rounded(float component) {
        return (int) (Math.min(Math.max(component, 0), 255) + 0.5f);
    }
}
