package dev.vitrine.render.step;

import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.texture.SampleRow;

/** Any paint under the scene's light. */
record LitPaint(Paint paint, ShadingTable shading, LightRow light) implements Paint {
    @Override
    public void read(int x, int y, int count, SampleRow out) {
        paint.read(x, y, count, out);
        light.read(x, y, count);
        shading.shade(out, count, light);
    }
}
