package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.ViewRect;
import java.util.Optional;

/**
 * How the composite becomes the reply, beside its size.
 *
 * @param align where it lies in the view, each from -1 (left, top) to 1
 * @param region the part of it that is wanted
 * @param rect the part of the finished view that is delivered
 * @param background what shows where nothing is, in formats without alpha
 * @param handler the JavaScript function that a JSONP reply calls
 * @param callId what a JSONP reply hands back
 */
public record ServedView(
        Fit fit,
        RealPair align,
        Optional<MeasuredBox> region,
        Optional<ViewRect> rect,
        Color background,
        Optional<String> handler,
        Optional<String> callId) {}
