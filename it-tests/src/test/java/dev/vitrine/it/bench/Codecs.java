package dev.vitrine.it.bench;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.SystemJpeg;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * The encoders beside ImageIO's, in one run on the same pixels: the reply of the standard job, 1000 × 750, and a drawing in flat
 * colors. Prints {@code RESULT} lines as {@link StandardJobs} does, and {@code SIZE} lines with the bytes of each file.
 */
public final class Codecs {
    private static final int WIDTH = StandardInputs.WIDTH / 2;
    private static final int HEIGHT = StandardInputs.HEIGHT / 2;
    private static final EncodeSettings SETTINGS = new EncodeSettings(new JpegQuality(85, false), 72);

    private final PrintStream out;
    private final Clock clock = new Clock(2, Integer.getInteger("bench.runs", 21));

    private Codecs(PrintStream out) {
        this.out = out;
    }

    /** A way to make a file. */
    private interface Writer {
        byte[] write() throws IOException;
    }

    /** Runs all of them. */
    public static void main(String[] arguments) throws Exception {
        Codecs codecs = new Codecs(System.out);
        int[] reply = new StandardReference(StandardInputs.chosen()).flatReply();
        if (!Boolean.getBoolean("bench.onlyJpeg")) {
            codecs.png("photograph", reply);
            codecs.png("drawing", drawing());
        }
        PixelBuffer photograph = opaque(reply);
        codecs.jpeg("java", photograph, Optional.empty());
        Optional<SystemJpeg> system = SystemJpeg.find();
        if (system.isPresent()) {
            codecs.jpeg("system", photograph, system);
        }
    }

    private void jpeg(String who, PixelBuffer pixels, Optional<SystemJpeg> system) throws Exception {
        EncodeSettings settings = SETTINGS.by(system);
        time("jpeg-photograph", who, () -> Encoders.forFormat(ImageFormat.JPEG).encode(pixels, settings));
    }

    private void png(String name, int[] rgb) throws Exception {
        PixelBuffer pixels = opaque(rgb);
        BufferedImage plain = image(pixels, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage alpha = image(pixels, BufferedImage.TYPE_4BYTE_ABGR);
        time("png-" + name, "vitrine", () -> Encoders.forFormat(ImageFormat.PNG).encode(pixels, SETTINGS));
        time("png-" + name, "imageio", () -> imageIo(plain));
        time(
                "png-alpha-" + name,
                "vitrine",
                () -> Encoders.forFormat(ImageFormat.PNG_ALPHA).encode(pixels, SETTINGS));
        time("png-alpha-" + name, "imageio", () -> imageIo(alpha));
    }

    private void time(String job, String who, Writer writer) throws Exception {
        out.println(clock.measure(writer::write).line(who, job, 1, "encode"));
        out.printf(Locale.ROOT, "SIZE %s %s %d%n", who, job, writer.write().length);
    }

    private static byte[] imageIo(BufferedImage image) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    private static BufferedImage image(PixelBuffer pixels, int type) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        return image;
    }

    private static PixelBuffer opaque(int[] rgb) {
        int[] argb = rgb.clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
        return new PixelBuffer(WIDTH, HEIGHT, argb);
    }

    /** Boxes in front of each other, with stripes of letters' size in them. */
    private static int[] drawing() {
        int[] out = new int[WIDTH * HEIGHT];
        java.util.Arrays.fill(out, 0xf0f0f0);
        Random random = new Random(8);
        for (int k = 0; k < 40; k++) {
            int color = random.nextInt(1 << 24);
            int left = random.nextInt(WIDTH);
            int top = random.nextInt(HEIGHT);
            int right = Math.min(WIDTH, left + 20 + random.nextInt(300));
            int bottom = Math.min(HEIGHT, top + 10 + random.nextInt(200));
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    boolean ink = (y - top) % 16 > 5 && ((x * 7) ^ (y / 16 * 13)) % 11 < 4;
                    out[y * WIDTH + x] = ink ? color ^ 0x808080 : color;
                }
            }
        }
        return out;
    }
}
