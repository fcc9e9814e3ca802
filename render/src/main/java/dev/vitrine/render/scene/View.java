package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import java.util.Optional;

/**
 * The photograph.
 *
 * @param printResolution dots per inch
 * @param icc path of the working profile within the package
 */
public record View(String name, Layer image, Size size, double printResolution, Optional<String> icc) {}
