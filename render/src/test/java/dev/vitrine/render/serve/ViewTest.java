package dev.vitrine.render.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.resolve.LastModified;
import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ScaleRequest;
import dev.vitrine.catalog.resolve.ServedView;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.Size;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {
    private static View view(String fit, int width, int height) {
        return View.of(new Size(400, 200), served(fit), reply(width, height, 0), 1_000_000);
    }

    private static ServedView served(String fit) {
        return new ServedView(
                Fit.read("fit", fit),
                new RealPair(0, 0),
                Optional.empty(),
                Optional.empty(),
                Color.gray(255),
                Optional.empty(),
                Optional.empty());
    }

    private static ReplySettings reply(int width, int height, double scale) {
        return new ReplySettings(
                new ScaleRequest(
                        width == 0 ? OptionalInt.empty() : OptionalInt.of(width),
                        height == 0 ? OptionalInt.empty() : OptionalInt.of(height),
                        scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(scale),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.of(new Size(1000, 1000))),
                new ReplyEncoding(ReplyFormat.of(ImageFormat.PNG), new JpegQuality(80, false)),
                ResMode.BILIN,
                false,
                OptionalDouble.empty(),
                Expiration.NEVER,
                LastModified.NEVER,
                CacheControl.ON);
    }

    @ParameterizedTest
    @CsvSource({
        "'fit,0', 100, 100, 100x100, 0.25, 0, 25",
        "'fit,0', 800, 800, 800x800, 1, 200, 300",
        "'fit,1', 800, 800, 800x800, 2, 0, 200",
        "'constrain', 100, 100, 100x50, 0.25, 0, 0",
        "'crop', 100, 100, 100x100, 0.5, -50, 0",
        "'wrap', 100, 100, 200x100, 0.5, 0, 0",
        "'hfit', 100, 10, 100x10, 0.25, 0, -20",
        "'vfit', 100, 100, 100x100, 0.5, -50, 0",
        "'fit', 100, 0, 100x50, 0.25, 0, 0",
        "'fit', 0, 0, 400x200, 1, 0, 0",
    })
    void of_fitModes(String fit, int width, int height, String size, double scale, int left, int top) {
        View view = view(fit, width, height);
        assertEquals(size, view.reply().toString());
        assertEquals(scale, view.across());
        assertEquals(left, view.left());
        assertEquals(top, view.top());
    }

    @Test
    void of_stretch_scalesEachWay() {
        View view = view("stretch,1", 800, 100);
        assertEquals(2, view.across());
        assertEquals(0.5, view.down());
    }

    @Test
    void of_scl_cutsToTheView() {
        View view = View.of(new Size(400, 200), served("fit"), reply(100, 0, 2), 1_000_000);
        assertEquals("100x100", view.reply().toString());
        assertEquals(-50, view.left());
    }

    @Test
    void of_tooLarge_fails() {
        assertThrows(FailureException.class, () -> view("fit,1", 1001, 1));
        assertThrows(
                FailureException.class, () -> View.of(new Size(400, 200), served("fit"), reply(0, 0, 1e-6), 1_000_000));
    }
}
