package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Taking units over from a template changes no byte. */
class JpegTemplateTest {
    /** What lies outside of the squares that changed is something else. */
    private static PixelBuffer onlySquares(PixelBuffer other, PixelBuffer picture, int side) {
        PixelBuffer out = PixelBuffer.blank(other.width(), other.height());
        Pieces changed = other.difference(picture);
        out.paste(changed, other);
        out.pasteAround(changed, picture, changed.squares(side), side);
        return out;
    }

    private static final List<Region> CHANGES = List.of(
            Region.EMPTY,
            new Region(0, 0, 1, 1),
            new Region(202, 148, 1, 1),
            new Region(16, 16, 16, 16),
            new Region(15, 40, 3, 50),
            new Region(0, 70, 203, 4),
            new Region(100, 0, 5, 149),
            new Region(0, 0, 203, 149));

    @Test
    void encode_pictureThatDiffersInAPart_isTheSameFile() {
        PixelBuffer picture = TestPictures.natural(203, 149);
        for (boolean fullChroma : new boolean[] {true, false}) {
            for (int quality : new int[] {30, 85, 100}) {
                EncodeSettings settings = new EncodeSettings(new JpegQuality(quality, fullChroma), 96);
                JpegTemplate template = JpegTemplate.of(picture, settings.quality());
                assertTrue(template.bytes() > 1000);
                for (Region change : CHANGES) {
                    PixelBuffer other = picture.copy();
                    if (!change.isEmpty()) {
                        PixelBuffer noise = TestPictures.noise(change.width(), change.height(), 5);
                        Arrays.setAll(noise.argb(), i -> 0xff000000 | noise.argb()[i]);
                        other.paste(noise, change.x(), change.y());
                    }
                    byte[] whole = new JpegEncoder(false).encode(other, settings);
                    byte[] own = template.encode(other, other.difference(picture), settings);
                    assertArrayEquals(whole, own, change + " " + settings.quality());
                    assertArrayEquals(
                            whole,
                            template.encode(
                                    onlySquares(other, picture, template.unit()), other.difference(picture), settings));
                }
            }
        }
    }
}
