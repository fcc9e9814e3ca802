package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/** The size of a decal in scene units; 0 means "not given": one given side keeps the image's shape. */
public record DecalSize(double width, double height, double thickness) {
    public static final DecalSize FROM_RESOLUTION = new DecalSize(0, 0, 0);

    public DecalSize {
        checkArgument(width >= 0 && height >= 0 && thickness >= 0, "decal size %s,%s,%s", width, height, thickness);
    }

    /**
     * Reads {@code width,height[,thickness]}.
     *
     * @param command what names the value in a failure
     */
    public static DecalSize read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() != 2 && parts.size() != 3) {
            throw Failures.badValue(command, value, "width,height or width,height,thickness");
        }
        return new DecalSize(
                Numbers.real(command, parts.get(0), 0, Numbers.LARGEST),
                Numbers.real(command, parts.get(1), 0, Numbers.LARGEST),
                parts.size() == 2 ? 0 : Numbers.real(command, parts.get(2), 0, Numbers.LARGEST));
    }

    /** As {@code size=} reads it. */
    @Override
    public String toString() {
        return Numbers.text(width) + "," + Numbers.text(height) + (thickness == 0 ? "" : "," + Numbers.text(thickness));
    }
}
