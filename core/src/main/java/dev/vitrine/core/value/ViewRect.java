package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/**
 * {@code rect=}: the part of the view that is delivered.
 *
 * @param box in pixels of the view after {@code scale}
 * @param scale above 0; 2 is twice as many pixels
 */
public record ViewRect(MeasuredBox box, double scale) {
    /** Reads {@code x,y,width,height[,scale]}. */
    public static ViewRect read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() < 4 || parts.size() > 5) {
            throw Failures.badValue(command, value, "x,y,width,height or x,y,width,height,scale");
        }
        return new ViewRect(
                MeasuredBox.readPixels(command, String.join(",", parts.subList(0, 4))),
                parts.size() == 5 ? Numbers.real(command, parts.get(4), Numbers.SMALLEST, Numbers.LARGEST) : 1);
    }

    /** The same part for a device with more pixels. */
    public ViewRect denser(PixelRatio pixels) {
        double ratio = pixels.ratio();
        return new ViewRect(
                new MeasuredBox(
                        box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio, box.normalized()),
                scale);
    }

    @Override
    public String toString() {
        return box.text() + "," + Numbers.text(scale);
    }
}
