package dev.vitrine.render.shade;

import dev.vitrine.render.scene.Shading;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What stands before the {@link ShadingKernel}: how a material's brightness and the author's settings bend the material, the
 * light and the kernel. There are two, one for each of the protocol's families of settings; a value, equal if it shades alike.
 *
 * <p>{@code i} is the mean of the material's components. Everything runs from 0 to 1.
 */
public sealed interface Shader permits AlternateShader, ClassicShader {
    /** The brightness that a material of brightness {@code i} is given. */
    double brightness(double i);

    /** How far its colors then move from gray: 1 leaves them. */
    double saturation(double i);

    /** cS of the kernel. */
    double shadowExponent(double i);

    /** cH of the kernel. */
    double highlightExponent(double i);

    /** κ of the kernel. */
    double white();

    /** j of the kernel. */
    double tint();

    /** sS of the kernel. */
    double shadowSaturation();

    /** How much of white a full highlight adds on top. */
    double specular(double i);

    /** The light, bent. */
    double light(double l);

    /** g: the light's contrast at the end of the gloss range, {@code strain} 1, for a surface of this type. */
    double contrast(double strain, int type);

    /** Nothing for the standard one. */
    String text();

    /** The shader that these settings ask for in a scene. */
    static Shader of(RenderSettings settings, Shading scene) {
        OptionalInt asked = settings.number('A', 0, 1);
        boolean alternate = asked.isPresent() ? asked.getAsInt() == 1 : scene.alternate();
        return alternate ? AlternateShader.of(settings, scene) : ClassicShader.of(settings, scene);
    }

    /** The shader of a scene's original look. */
    static Shader of(Shading scene) {
        return of(RenderSettings.read(scene.settings()), scene);
    }

    /** The kernel for a material of this brightness. */
    default ShadingKernel kernel(double i) {
        return new ShadingKernel(shadowExponent(i), highlightExponent(i), white(), tint(), shadowSaturation());
    }

    /** A material's three components as the kernel gets them. */
    default double[] adjusted(double[] material) {
        double i = mean(material);
        double brightness = brightness(i);
        double saturation = saturation(i);
        if (brightness == i && saturation == 1) {
            return material;
        }
        double[] out = new double[3];
        for (int c = 0; c < 3; c++) {
            double m = i == 0 ? brightness : material[c] * (brightness / i);
            out[c] = Math.min(Math.max(brightness + (m - brightness) * saturation, 0), 1);
        }
        return out;
    }

    /**
     * The whole model, plainly: three components of material under three of light. {@link ShadingTable} does the same, faster.
     */
    default double[] shade(double[] material, double[] light, LightContrast gloss) {
        double i = mean(material);
        ShadingKernel kernel = kernel(i);
        double[] m = adjusted(material);
        double[] l = Arrays.stream(light).map(x -> gloss.apply(light(x))).toArray();
        double[] out = new double[3];
        for (int c = 0; c < 3; c++) {
            out[c] = kernel.shade(m[c], l[c]);
        }
        double gray = mean(out);
        for (int c = 0; c < 3; c++) {
            double saturated = kernel.saturate(out[c], gray, l[c]);
            out[c] = saturated + specular(i) * glint(l[c]) * (1 - saturated);
        }
        return out;
    }

    /** s: the share of a full highlight in this light; none up to three quarters. */
    static double glint(double l) {
        double s = Math.min(Math.max((l - 0.75) / 0.25, 0), 1);
        return s * s;
    }

    private static double mean(double[] components) {
        return (components[0] + components[1] + components[2]) / 3;
    }
}
