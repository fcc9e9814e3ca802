package dev.vitrine.render.step;

import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.texture.SampleRow;

/**
 * The light that a surface throws back white, whatever it wears: {@code out = 1 - (1 - F) (1 - ks S)}.
 *
 * @param light S
 * @param share ks
 */
record Specular(LightMap light, float share) {
    void apply(int x, int y, int count, SampleRow row) {
        float unit = share / 65535;
        boolean gray = light.channels() == 1;
        for (int i = 0; i < count; i++) {
            float red = light.at(x + i, y, 0) * unit;
            float green = gray ? red : light.at(x + i, y, 1) * unit;
            float blue = gray ? red : light.at(x + i, y, 2) * unit;
            row.red[i] += red * (255 - row.red[i]);
            row.green[i] += green * (255 - row.green[i]);
            row.blue[i] += blue * (255 - row.blue[i]);
        }
    }

    /** A paint with this on top. */
    record On(Paint paint, Specular specular) implements Paint {
        @Override
        public void read(int x, int y, int count, SampleRow out) {
            paint.read(x, y, count, out);
            specular.apply(x, y, count, out);
        }
    }
}
