package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
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
