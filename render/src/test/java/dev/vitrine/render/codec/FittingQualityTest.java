package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JPEG files that may not be larger than so much. */
class FittingQualityTest {
    private static final PixelBuffer PICTURE = TestPictures.natural(160, 120);

    private static byte[] file(ImageFormat format, PixelType type, int quality, int most) {
        return ReplyEncoder.encode(
                PICTURE,
                format,
                new EncodeSettings(
                        new JpegQuality(quality, false),
                        72,
                        type,
                        Compression.NONE,
                        Quantization.DEFAULT,
                        ColorOutput.PLAIN,
                        most));
    }

    @Test
    void encode_anyLimit_takesTheBestQualityThatFits() {
        for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.PJPEG)) {
            for (PixelType type : PixelType.values()) {
                int most = file(format, type, 60, 0).length;
                byte[] found = file(format, type, 95, most);
                assertTrue(found.length <= most && found.length > most * 0.9, found.length + " of " + most);
                assertArrayEquals(found, file(format, type, 95, most), "and always the same");
            }
        }
    }

    @Test
    void encode_smallEnough_staysAsItIs() {
        byte[] unlimited = file(ImageFormat.JPEG, PixelType.RGB, 80, 0);
        assertArrayEquals(unlimited, file(ImageFormat.JPEG, PixelType.RGB, 80, unlimited.length));
        assertArrayEquals(
                file(ImageFormat.PNG, PixelType.RGB, 80, 0), file(ImageFormat.PNG, PixelType.RGB, 80, 10), "no JPEG");
    }

    @Test
    void encode_neverSmallEnough_isTooLarge() {
        for (int quality : new int[] {1, 2, 90}) {
            FailureException e =
                    assertThrows(FailureException.class, () -> file(ImageFormat.JPEG, PixelType.RGB, quality, 300));
            assertEquals(FailureKind.REPLY_TOO_LARGE, e.failure().kind());
        }
    }
}
