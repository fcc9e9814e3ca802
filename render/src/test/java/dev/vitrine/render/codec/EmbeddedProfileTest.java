package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.render.pixel.PixelBuffer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** The profiles that image files carry. */
class EmbeddedProfileTest {
    private final Decoder decoder = new Decoder(1_000_000);

    private static byte[] file(ImageFormat format, PixelType type, IccProfile profile) {
        EncodeSettings settings = new EncodeSettings(
                new JpegQuality(80, false),
                72,
                type,
                Compression.NONE,
                Quantization.DEFAULT,
                new ColorOutput(Optional.empty(), Optional.of(profile)));
        return ReplyEncoder.encode(TestPictures.gradient(20, 10), format, settings);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Carrier(byte[] file, byte[] profile) {}

    /** A file of each format; the one for presses takes 17 segments of JPEG. */
    private static List<Carrier> files() {
        List<Carrier> out = new ArrayList<>();
        IccProfile press = IccProfile.read(Profiles.press());
        IccProfile wide = IccProfile.read(Profiles.wide());
        out.add(new Carrier(file(ImageFormat.JPEG, PixelType.CMYK, press), press.bytes()));
        out.add(new Carrier(file(ImageFormat.TIF, PixelType.CMYK, press), press.bytes()));
        out.add(new Carrier(file(ImageFormat.JPEG, PixelType.RGB, wide), wide.bytes()));
        out.add(new Carrier(file(ImageFormat.PNG, PixelType.RGB, wide), wide.bytes()));
        out.add(new Carrier(file(ImageFormat.TIF_ALPHA, PixelType.RGB, wide), wide.bytes()));
        return out;
    }

    private Optional<IccProfile> profile(byte[] file) {
        return decoder.profile(new SourceBytes("x", file));
    }

    @Test
    void profile_ofEachFormat_isThereToTheLastByte() {
        files().forEach(carrier -> assertArrayEquals(
                carrier.profile(), profile(carrier.file()).orElseThrow().bytes()));
    }

    /** A picture of colors that a press can print, and the picture that comes back from print. */
    @Test
    void picture_ofInk_comesBackByItsProfileAndNotByTheFormula() {
        IccProfile press = IccProfile.read(Profiles.press());
        PixelBuffer muted = PixelBuffer.blank(32, 24);
        for (int i = 0; i < muted.argb().length; i++) {
            int x = i % 32;
            int y = i / 32;
            muted.argb()[i] = 0xff000000 | (90 + 3 * x) << 16 | (100 + 4 * y) << 8 | 120;
        }
        ColorGrid print = ColorGrid.between(IccProfile.SRGB, press, Intent.RELATIVE, false)
                .orElseThrow();
        ColorWay way = (type, embedded) -> embedded.get()
                .filter(p -> p.type() == type)
                .flatMap(p -> ColorGrid.between(p, IccProfile.SRGB, Intent.RELATIVE, false));
        for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.TIF}) {
            EncodeSettings settings = new EncodeSettings(
                    new JpegQuality(100, true),
                    72,
                    PixelType.CMYK,
                    Compression.NONE,
                    Quantization.DEFAULT,
                    new ColorOutput(Optional.of(print), Optional.of(press)));
            SourceBytes file = new SourceBytes("ink", ReplyEncoder.encode(muted, format, settings));
            double managed = difference(muted, decoder.picture(file, way));
            double plain = difference(muted, decoder.picture(file));
            assertTrue(managed < 3, format + ": " + managed);
            assertTrue(plain > 10, format + ": " + plain);
        }
    }

    private static double difference(PixelBuffer a, PixelBuffer b) {
        long sum = 0;
        for (int i = 0; i < a.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((a.argb()[i] >> shift & 255) - (b.argb()[i] >> shift & 255));
            }
        }
        return sum / 3.0 / a.argb().length;
    }

    @Test
    void description_ofEitherVersion_isItsName() {
        assertEquals("wide", IccProfile.read(Profiles.wide()).description());
        assertTrue(IccProfile.read(Profiles.press()).description().contains("ISO Coated"));
    }

    @Test
    void profile_none_isNone() {
        for (ImageFormat format :
                new ImageFormat[] {ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIF, ImageFormat.GIF, ImageFormat.WEBP
                }) {
            byte[] file = ReplyEncoder.encode(
                    TestPictures.gradient(20, 10), format, new EncodeSettings(new JpegQuality(80, false), 72));
            assertEquals(Optional.empty(), profile(file));
        }
    }

    @Test
    void profile_ofAFileCutShort_isTheWholeOneOrNone() {
        files().forEach(carrier -> {
            byte[] file = carrier.file();
            for (int length = 16; length < file.length; length += 1 + length / 5) {
                profile(Arrays.copyOf(file, length)).ifPresent(p -> assertArrayEquals(carrier.profile(), p.bytes()));
            }
        });
    }

    @Test
    void profile_flippedBytes_isFoundOrNotButNothingElse() {
        Random random = new Random(12);
        files().forEach(carrier -> {
            byte[] file = carrier.file();
            for (int i = 0; i < 60; i++) {
                byte[] data = file.clone();
                for (int flips = 0; flips < 4; flips++) {
                    data[16 + random.nextInt(data.length - 16)] ^= (byte) (1 << random.nextInt(8));
                }
                profile(data);
            }
        });
    }

    @Test
    void profile_pngBomb_isNone() {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(new byte[] {'x', 0, 0});
        chunk.writeBytes(Deflated.of(new byte[IccProfile.MOST_BYTES + 1], Deflater.BEST_COMPRESSION));
        byte[] png = ReplyEncoder.encode(
                TestPictures.gradient(4, 4), ImageFormat.PNG, new EncodeSettings(new JpegQuality(80, false), 72));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(png, 0, 33);
        PngWriter.chunk(bomb, "iCCP", chunk.toByteArray());
        bomb.write(png, 33, png.length - 33);
        assertEquals(Optional.empty(), profile(bomb.toByteArray()));
        assertEquals(
                16, decoder.picture(new SourceBytes("x", bomb.toByteArray())).argb().length);
    }
}
