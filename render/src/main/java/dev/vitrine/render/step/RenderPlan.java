package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.resample.Development;
import dev.vitrine.render.resample.Kernel;
import java.util.List;
import java.util.Locale;

/**
 * Everything that will be done to make a picture, before any of it is.
 *
 * @param name of the vignette, as the request calls it
 * @param scene its package
 * @param level which level of the scene's pyramid is drawn on, 0 for full size
 * @param canvasSize that level's size
 * @param steps in order
 * @param replySize what the canvas is scaled to in the end
 * @param sharpened whether the scaled reply is sharpened in the end
 * @param printResolution dots per inch noted in the reply
 * @param warnings what was left out or adjusted, those of the request included
 */
public record RenderPlan(
        String name,
        SourceFile scene,
        int level,
        Size canvasSize,
        AlphaRule alpha,
        List<Step> steps,
        Size replySize,
        ResMode resMode,
        boolean sharpened,
        ReplyEncoding encoding,
        double printResolution,
        List<Warning> warnings) {
    public RenderPlan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** What becomes of the canvas in the end. */
    public Development development() {
        return new Development(replySize, Kernel.of(resMode), sharpened);
    }

    /** The plan as people read it: one line per step, plans within it indented. */
    public String text() {
        StringBuilder out = new StringBuilder();
        line(out, "open " + name + " level " + level + " " + canvasSize);
        line(out, "alpha " + alpha.text());
        for (Step step : steps) {
            line(out, step.text());
            step.pictures().forEach(picture -> inner(picture, out));
        }
        if (!replySize.equals(canvasSize)) {
            line(out, "scale " + replySize + " " + resMode.name().toLowerCase(Locale.ROOT));
        }
        if (sharpened) {
            line(out, "sharpen");
        }
        line(out, "encode " + encoding.format() + " " + Numbers.text(printResolution) + " dpi");
        warnings.forEach(w -> line(out, "warning " + w.message()));
        return out.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static void inner(Picture picture, StringBuilder out) {
        if (picture instanceof Picture.Laid laid) {
            inner(laid.tile(), out);
        } else if (picture instanceof Picture.Planned planned) {
            out.append(planned.plan().text().indent(2));
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
