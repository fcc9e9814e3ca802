package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.texture.SampleRow;

/**
 * A paint on a surface with folds: along them a pixel shows two sheets, each by its share, so that the edge is as smooth in the
 * texture as it is in the light.
 *
 * @param weight the second sheet's share
 */
record FoldedPaint(Paint first, Paint second, Mask weight, SampleRow other) implements Paint {
    @Override
    public void read(int x, int y, int count, SampleRow out) {
        first.read(x, y, count, out);
        int from = 0;
        while (from < count && weight.at(x + from, y) == 0) {
            from++;
        }
        if (from == count) {
            return;
        }
        second.read(x + from, y, count - from, other);
        for (int i = from; i < count; i++) {
            int share = weight.at(x + i, y);
            if (share > 0 && other.alpha[i - from] > 0) {
                mix(out, i, i - from, share / 255f);
            }
        }
    }

    /** Colors by how much there is of them. */
    private void mix(SampleRow out, int i, int j, float share) {
        float own = out.alpha[i] * (1 - share);
        float added = other.alpha[j] * share;
        float alpha = own + added;
        out.red[i] = (out.red[i] * own + other.red[j] * added) / alpha;
        out.green[i] = (out.green[i] * own + other.green[j] * added) / alpha;
        out.blue[i] = (out.blue[i] * own + other.blue[j] * added) / alpha;
        out.alpha[i] = alpha;
    }
}
