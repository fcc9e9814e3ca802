package dev.vitrine.render.step;

import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.SolidTable;
import dev.vitrine.render.texture.SampleRow;
import java.util.Optional;

/** One color under the scene's light. */
record SolidPaint(SolidTable color, LightRow light) implements Paint {
    @Override
    public void read(int x, int y, int count, SampleRow out) {
        light.read(x, y, count);
        color.read(light, count, out);
    }

    @Override
    public Optional<Filling> filling() {
        return color.fillsUnder(light) ? Optional.of(this::fill) : Optional.empty();
    }

    private void fill(int x, int y, int count, Canvas canvas) {
        light.read(x, y, count);
        color.fill(light, count, canvas.pixels().argb(), y * canvas.width() + x);
    }
}
