package dev.vitrine.it.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * What the standard job works on: a photograph of {@link #WIDTH} × {@link #HEIGHT}, a floor that covers two fifths of it behind
 * soft edges, its light, and a texture that goes on for ever. Made here, the same everywhere; or read from a folder that holds
 * those of other programs, so that everybody works on the same.
 *
 * @param photo packed RGB
 * @param mask 0 to 255
 * @param light 0 to 65535, neutral in the middle
 * @param texture packed RGB, {@link #TEXTURE} pixels square
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record StandardInputs(int[] photo, byte[] mask, short[] light, int[] texture) {
    static final int WIDTH = 2000;
    static final int HEIGHT = 1500;
    static final int TEXTURE = 512;

    /** The texture repeats every so many inches. */
    static final double REPEAT = 48;

    /** How the texture is turned, and where its corner lies, inches. */
    static final double DEGREES = 27;

    static final double OFFSET_X = 5;
    static final double OFFSET_Y = 11;

    /** The color of the job that needs no texture. */
    static final int COLOR = 0xb05c3c;

    /** Where the corners of 300 × 360 inches of floor are seen, clockwise from the surface's top left; centers are integers. */
    static final List<double[]> CORNERS = List.of(
            new double[] {-600, 1560}, new double[] {2500, 1500}, new double[] {1560, 660}, new double[] {440, 690});

    static final double FLOOR_WIDTH = 300;
    static final double FLOOR_HEIGHT = 360;

    /** Those of the folder {@code bench.inputs}, else made. */
    static StandardInputs chosen() throws IOException {
        String folder = System.getProperty("bench.inputs", "");
        return folder.isEmpty() ? made() : read(Path.of(folder));
    }

    /** Reads {@code photo.rgb}, {@code mask.gray}, {@code illum16.raw} and {@code tex.rgb} of a folder. */
    static StandardInputs read(Path folder) throws IOException {
        byte[] light = Files.readAllBytes(folder.resolve("illum16.raw"));
        short[] values = new short[light.length / 2];
        ByteBuffer.wrap(light).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(values);
        return new StandardInputs(
                packed(Files.readAllBytes(folder.resolve("photo.rgb"))),
                Files.readAllBytes(folder.resolve("mask.gray")),
                values,
                packed(Files.readAllBytes(folder.resolve("tex.rgb"))));
    }

    static StandardInputs made() {
        return new StandardInputs(madePhoto(), madeMask(), madeLight(), madeTexture());
    }

    /** Surface coordinates in inches of the curved job: the floor with waves in it. */
    static double[] waves(double u, double v, double x, double y) {
        return new double[] {u + 1.5 * StrictMath.sin(y / 60), v + 1.5 * StrictMath.sin(x / 75)};
    }

    private static int[] packed(byte[] rgb) {
        int[] out = new int[rgb.length / 3];
        for (int i = 0; i < out.length; i++) {
            out[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | (rgb[3 * i + 2] & 255);
        }
        return out;
    }

    private static int[] madePhoto() {
        Plane coarse = Plane.noise(WIDTH, HEIGHT, 1, 200, 80, 30);
        Plane fine = Plane.noise(WIDTH, HEIGHT, 2, 8, 4);
        int[] shapes = shapes();
        int[] out = new int[WIDTH * HEIGHT];
        Random grain = new Random(4);
        for (int c = 0; c < 3; c++) {
            int shift = 16 - 8 * c;
            double phase = c;
            Plane soft = Plane.of(WIDTH, HEIGHT, (x, y) -> {
                        int shape = shapes[y * WIDTH + x];
                        double base = shape != 0
                                ? shape >> shift & 255
                                : 140 + 50 * StrictMath.sin(x / 700.0 + y / 600.0 * phase) + 10 * coarse.at(x, y);
                        return base + 6 * fine.at(x, y);
                    })
                    .blurred(0.8, 3);
            for (int i = 0; i < out.length; i++) {
                out[i] |= level(soft.values()[i] + 2.2 * grain.nextGaussian()) << shift;
            }
        }
        return out;
    }

    /** Boxes and discs above the floor, with hard edges; 0 where there is none. */
    private static int[] shapes() {
        int[] out = new int[WIDTH * HEIGHT];
        Random random = new Random(3);
        for (int k = 0; k < 60; k++) {
            int color = 0x141414 + random.nextInt(0xd7) * 0x10000 + random.nextInt(0xd7) * 0x100 + random.nextInt(0xd7);
            int left = random.nextInt(WIDTH);
            int top = random.nextInt(HEIGHT * 3 / 5);
            int size = 20 + random.nextInt(200);
            for (int y = top; y < Math.min(HEIGHT, top + size); y++) {
                for (int x = left; x < Math.min(WIDTH, left + size); x++) {
                    double away = StrictMath.hypot(x - left - size / 2.0, y - top - size / 2.0);
                    if (k % 2 == 0 || away < size / 2.0) {
                        out[y * WIDTH + x] = color;
                    }
                }
            }
        }
        return out;
    }

    private static byte[] madeMask() {
        int[][] furniture = {{260, 900, 330, 260}, {1150, 760, 300, 230}, {1560, 1080, 250, 300}, {760, 1240, 330, 260}
        };
        Plane soft = Plane.of(WIDTH, HEIGHT, (x, y) -> {
                    boolean floor =
                            y > 690 && y > 1010 - x * 320.0 / 420 && y > 690 + Math.max(0, x - 1600) * 270.0 / 400;
                    for (int[] box : furniture) {
                        floor &= x < box[0] || y < box[1] || x >= box[0] + box[2] || y >= box[1] + box[3];
                    }
                    return floor ? 255 : 0;
                })
                .blurred(2, 6);
        byte[] out = new byte[soft.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) level(soft.values()[i]);
        }
        return out;
    }

    private static short[] madeLight() {
        Plane coarse = Plane.noise(WIDTH, HEIGHT, 5, 400, 150, 60);
        Plane fine = Plane.noise(WIDTH, HEIGHT, 6, 6, 3);
        Plane light = Plane.of(
                        WIDTH,
                        HEIGHT,
                        (x, y) -> 0.5
                                + 0.16 * coarse.at(x, y)
                                + 0.25 * ((double) y / HEIGHT - 0.75)
                                + 0.02 * fine.at(x, y))
                .blurred(3, 9);
        short[] out = new short[light.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(65535 * Math.min(Math.max(light.values()[i], 0.03), 0.97));
        }
        return out;
    }

    /** Planks: grain along them, dark joints around them. */
    private static int[] madeTexture() {
        Random random = new Random(7);
        int[] out = new int[TEXTURE * TEXTURE];
        double[] plank = random.doubles(8, -14, 14).toArray();
        double[] line = random.doubles(TEXTURE, -12, 12).toArray();
        for (int y = 0; y < TEXTURE; y++) {
            for (int x = 0; x < TEXTURE; x++) {
                int row = y / 64;
                double wave = 1.5 * StrictMath.sin(2 * StrictMath.PI * 3 * x / TEXTURE);
                double grain = plank[row]
                        + line[Math.floorMod((int) (y + wave), TEXTURE)]
                        + 8 * StrictMath.sin(2 * StrictMath.PI * (16.0 * y / TEXTURE) + wave);
                boolean joint = y % 64 < 2 || Math.floorMod(x + 128 * (row % 4), TEXTURE) < 2;
                double share = joint ? 0.5 : 1;
                double noise = 3 * random.nextGaussian();
                out[y * TEXTURE + x] = level(share * (158 + grain) + noise) << 16
                        | level(share * (112 + 0.9 * grain) + noise) << 8
                        | level(share * (70 + 0.7 * grain) + noise);
            }
        }
        return out;
    }

    private static int level(double value) {
        return (int) Math.min(255, Math.max(0, Math.round(value)));
    }
}
