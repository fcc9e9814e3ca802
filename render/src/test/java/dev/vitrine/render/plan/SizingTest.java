package dev.vitrine.render.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.resolve.ScaleRequest;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.MemoryScene;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingTest {
    private static final Size VIEW = new Size(1600, 1000);
    private static final Sizing SIZING = new Sizing(10_000_000);

    private static OptionalInt maybe(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static ScaleRequest asked(int wid, int hei, double scl, int defaultWidth, int defaultHeight, Size most) {
        return new ScaleRequest(
                maybe(wid),
                maybe(hei),
                scl == 0 ? OptionalDouble.empty() : OptionalDouble.of(scl),
                maybe(defaultWidth),
                maybe(defaultHeight),
                Optional.ofNullable(most));
    }

    /** 0 stands for "not given". */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 1600x1000",
        "800, 0, 0, 0, 0, 800x500",
        "0, 300, 0, 0, 0, 480x300",
        "800, 300, 0, 0, 0, 480x300",
        "333, 900, 0, 0, 0, 333x208",
        "3200, 0, 0, 0, 0, 3200x2000",
        "1, 0, 0, 0, 0, 1x1",
        "0, 0, 1, 0, 0, 1600x1000",
        "0, 0, 2, 0, 0, 800x500",
        "0, 0, 2.5, 0, 0, 640x400",
        "0, 0, 1000000, 0, 0, 1x1",
        "0, 0, 0, 400, 400, 400x250",
        "0, 0, 0, 0, 100, 160x100",
        "0, 0, 0, 4000, 4000, 1600x1000",
        "800, 0, 0, 400, 400, 800x500"
    })
    void reply_asked_keepsTheShape(int wid, int hei, double scl, int defWid, int defHei, String expected) {
        assertEquals(
                expected,
                SIZING.reply(VIEW, asked(wid, hei, scl, defWid, defHei, null)).toString());
    }

    @ParameterizedTest
    @CsvSource({"900, 800, 800", "900, 2000, 500", "0, 1599, 1000"})
    void reply_largerThanTheCatalogAllows_fails(int wid, int mostWidth, int mostHeight) {
        ScaleRequest asked = asked(wid, 0, 0, 0, 0, new Size(mostWidth, mostHeight));
        FailureException e = assertThrows(FailureException.class, () -> SIZING.reply(VIEW, asked));
        assertEquals(FailureKind.REPLY_TOO_LARGE, e.failure().kind());
    }

    @Test
    void reply_absurdlyLarge_failsBeforeAnythingOverflows() {
        ScaleRequest asked = asked(Integer.MAX_VALUE, 0, 0, 0, 0, null);
        FailureException e = assertThrows(FailureException.class, () -> SIZING.reply(VIEW, asked));
        assertEquals(FailureKind.REPLY_TOO_LARGE, e.failure().kind());
    }

    @ParameterizedTest
    @CsvSource({"1600, 1000, 0", "3000, 2000, 0", "801, 500, 0", "800, 500, 1", "401, 250, 1", "400, 250, 2", "10, 5, 2"
    })
    void level_replySize_isTheNearestAbove(int width, int height, int expected) {
        MemoryScene scene =
                MemoryScene.gray(1600, 1000, 0).neutralLight().level(800, 500).level(400, 250);
        assertEquals(expected, SIZING.level(scene.scene(), new Size(width, height)));
    }
}
