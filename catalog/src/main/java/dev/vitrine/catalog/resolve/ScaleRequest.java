package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.Size;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How large the reply was asked to be. {@code scl=} and {@code wid=}/{@code hei=} never stand together: the later one won.
 *
 * @param fallbackWidth from {@code DefaultPix} where nothing was asked; absent is unconstrained
 * @param fallbackHeight likewise
 * @param most no reply may be wider or higher; absent is unlimited
 */
public record ScaleRequest(
        OptionalInt width,
        OptionalInt height,
        OptionalDouble inverseScale,
        OptionalInt fallbackWidth,
        OptionalInt fallbackHeight,
        Optional<Size> most) {}
