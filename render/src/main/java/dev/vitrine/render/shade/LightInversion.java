package dev.vitrine.render.shade;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.scene.LightFinder;
import dev.vitrine.render.scene.Shading;
import java.util.Arrays;

/**
 * The shading model backwards: the light L in which a surface of color M is as bright as a pixel of the photograph. Brightness
 * rises with L, so a table of it is searched. With the kernel's neutral settings that is
 *
 * <pre>
 * L = λ y / y0                                   y &lt;= y0
 * L = λ + (1 - λ) clamp((y - y0) / t, 0, 1)      otherwise
 * </pre>
 *
 * for luma y of the pixel, y0 of M, and t of what full highlight light adds to M. Other settings of the scene's shader are
 * undone the same way.
 */
public final class LightInversion implements LightFinder {
    private static final int STEPS = 2048;

    @Override
    public Surface on(Color base, Shading shading) {
        Shader shader = Shader.of(shading);
        double[] material = {base.red() / 255.0, base.green() / 255.0, base.blue() / 255.0};
        double[] brightness = new double[2 * STEPS + 1];
        double most = 0;
        for (int i = 0; i <= 2 * STEPS; i++) {
            double[] light = new double[3];
            Arrays.fill(light, light(i));
            double[] shaded = shader.shade(material, light, LightContrast.NONE);
            most = Math.max(most, LightFinder.brightness(shaded[0], shaded[1], shaded[2]));
            brightness[i] = most;
        }
        return y -> find(brightness, y);
    }

    /** Half of the steps on either side of neutral, where the curve has its bend. */
    private static double light(double step) {
        double neutral = ShadingKernel.NEUTRAL;
        return step <= STEPS ? neutral * step / STEPS : neutral + (1 - neutral) * (step - STEPS) / STEPS;
    }

    private static double find(double[] brightness, double y) {
        double own = brightness[STEPS];
        int from = y <= own ? 0 : STEPS;
        int to = y <= own ? STEPS : 2 * STEPS;
        if (brightness[from] == brightness[to]) {
            return ShadingKernel.NEUTRAL; // black in the shadow, white in the highlight: any light will do
        }
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (brightness[middle] < y) {
                from = middle;
            } else {
                to = middle;
            }
        }
        double rise = brightness[to] - brightness[from];
        double share = rise == 0 ? 0 : Math.min(Math.max((y - brightness[from]) / rise, 0), 1);
        return light(from + share);
    }
}
