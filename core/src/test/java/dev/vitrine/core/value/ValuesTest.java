package dev.vitrine.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The small values, beyond what the command table's test says of their grammar. */
class ValuesTest {
    @Test
    void color_packedAndUnpacked_isTheSame() {
        assertEquals(new Color(0, 177, 194), Color.ofRgb(0x00b1c2));
        assertEquals("00b1c2", new Color(0, 177, 194).toString());
        assertEquals(new Color(7, 7, 7), Color.gray(7));
        assertThrows(IllegalArgumentException.class, () -> new Color(0, 256, 0));
    }

    @Test
    void color_anyColor_isReadAsItIsWritten() {
        for (int rgb = 0; rgb < 0x1000000; rgb += 4093) {
            assertEquals(Color.ofRgb(rgb), Color.read("color", Color.ofRgb(rgb).toString()));
        }
    }

    @Test
    void objectPath_letterCaseAndSlashes_doNotCount() {
        assertEquals(ObjectPath.of("/Sofa//SEAT/"), ObjectPath.of("sofa/seat"));
        assertEquals(new ObjectPath(List.of("SOFA")), ObjectPath.of("sofa"));
        assertNotEquals(ObjectPath.of("sofa/seat"), ObjectPath.of("sofaseat"));
        assertEquals(List.of(), ObjectPath.of("/").elements());
        assertEquals("sofa/seat", ObjectPath.of("/Sofa/Seat").toString());
    }

    @Test
    void itemRef_readAndWritten_dropsWhatIsEmpty() {
        assertEquals(new ItemRef(List.of("demo", "sofa")), ItemRef.read("src", "/ demo // sofa /"));
        assertEquals("demo/sofa", ItemRef.read("src", "demo/sofa").text());
        assertThrows(IllegalArgumentException.class, () -> new ItemRef(List.of()));
    }

    @Test
    void anchor_ofBothKinds_givesPixels() {
        assertEquals(0, Anchor.topLeft().pixelX(200));
        assertEquals(100, Anchor.center().pixelX(200));
        assertEquals(50, Anchor.center().pixelY(100));
        assertEquals(200, new Anchor.Normalized(0.5, 0.5).pixelX(200));
        assertEquals(-7, new Anchor.Pixels(3, -7).pixelY(100));
    }

    @Test
    void imageFormats_areFoundByTheirTokens() {
        for (ImageFormat format : ImageFormat.values()) {
            assertEquals(format, ImageFormat.find(format.token()).orElseThrow());
            assertEquals(format.hasAlpha(), format.token().endsWith("-alpha"));
        }
        assertTrue(ImageFormat.find("jpeg-alpha").isEmpty());
    }

    @Test
    void numbers_anyNumber_isReadAsItIsWritten() {
        Random random = new Random(9);
        for (int i = 0; i < 5000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(13) - 4);
            assertEquals(number, Numbers.real("res", Numbers.text(number)));
        }
    }

    @Test
    void numbers_longText_isReadInTime() {
        assertEquals(0, Numbers.real("res", "0".repeat(30_000)));
        assertEquals(1, Numbers.whole("wid", "0".repeat(30_000) + "1", 0, 9));
    }
}
