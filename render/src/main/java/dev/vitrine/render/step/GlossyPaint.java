package dev.vitrine.render.step;

import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.texture.SampleRow;
import java.util.List;
import java.util.Optional;

/** A picture whose gloss varies from texel to texel: lit for each step of its map that occurs, and straight in between. */
final class GlossyPaint implements Paint {
    private final Paint texture;
    private final Paint map;
    private final List<Node> nodes;
    private final SampleRow gloss;
    private final SampleRow lit;
    private final SampleRow sum;
    private final boolean[] used;

    /** The light for one step of the map. */
    private record Node(ShadingTable shading, LightRow light, Optional<Specular> specular) {
        static Node of(Lighting lighting, Studio studio, Subject subject, int width) {
            return new Node(
                    studio.shading(lighting),
                    studio.light(lighting.light(), width),
                    studio.specular(subject, lighting.sheen()));
        }

        void shade(int x, int y, int count, SampleRow row) {
            light.read(x, y, count);
            shading.shade(row, count, light);
            specular.ifPresent(s -> s.apply(x, y, count, row));
        }
    }

    /** @param width of the longest piece of a row */
    GlossyPaint(Paint texture, Paint map, GlossMap gloss, Studio studio, Subject subject, int width) {
        this.texture = texture;
        this.map = map;
        this.nodes = gloss.lights().stream()
                .map(lighting -> Node.of(lighting, studio, subject, width))
                .toList();
        this.gloss = new SampleRow(width);
        this.lit = new SampleRow(width);
        this.sum = new SampleRow(width);
        this.used = new boolean[nodes.size() + 1];
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        texture.read(x, y, count, out);
        map.read(x, y, count, gloss);
        for (int i = 0; i < count; i++) {
            float place = level(gloss, i) * GlossMap.STEPS;
            gloss.alpha[i] = place;
            used[(int) place] = true;
            used[(int) place + 1] = true;
            sum.red[i] = 0;
            sum.green[i] = 0;
            sum.blue[i] = 0;
        }
        for (int n = 0; n < nodes.size(); n++) {
            if (used[n]) {
                add(n, x, y, count, out);
            }
            used[n] = false;
        }
        System.arraycopy(sum.red, 0, out.red, 0, count);
        System.arraycopy(sum.green, 0, out.green, 0, count);
        System.arraycopy(sum.blue, 0, out.blue, 0, count);
    }

    private void add(int n, int x, int y, int count, SampleRow plain) {
        System.arraycopy(plain.red, 0, lit.red, 0, count);
        System.arraycopy(plain.green, 0, lit.green, 0, count);
        System.arraycopy(plain.blue, 0, lit.blue, 0, count);
        nodes.get(n).shade(x, y, count, lit);
        for (int i = 0; i < count; i++) {
            float weight = 1 - Math.abs(gloss.alpha[i] - n);
            if (weight > 0) {
                sum.red[i] += weight * lit.red[i];
                sum.green[i] += weight * lit.green[i];
                sum.blue[i] += weight * lit.blue[i];
            }
        }
    }

    /** What a map says at a pixel, 0 to 1; nothing where it is transparent. */
    static float level(SampleRow map, int i) {
        float mean = (map.red[i] + map.green[i] + map.blue[i]) / (3 * 255);
        return Math.min(Math.max(mean * map.alpha[i] / 255, 0), 1);
    }
}
