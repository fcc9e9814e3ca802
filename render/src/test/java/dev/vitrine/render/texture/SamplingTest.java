package dev.vitrine.render.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.shade.RenderSettings;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters {@code Q R S T M N P Y} of {@code rs=}: what is neutral, and what more of each does. */
class SamplingTest {
    private static final RecedingPlane PLANE = new RecedingPlane(RecedingPlane.plaid(192));
    private static final int SIDE = 64;

    private static Sampling sampling(String settings) {
        return Detail.of(0, RenderSettings.read(settings)).sampling();
    }

    private static double decibels(String settings) {
        return PLANE.decibels(sampling(settings));
    }

    /** Noise, made this many times smaller: the spread of what is seen of it. */
    private static double spread(String settings, double scale) {
        Random random = new Random(5);
        PixelBuffer noise = PixelBuffer.blank(256, 256);
        Arrays.setAll(noise.argb(), i -> 0xff000000 | random.nextInt(256) * 0x010101);
        float[] seen = read(settings, noise, scale).red;
        double mean = 0;
        for (float r : seen) {
            mean += r / SIDE;
        }
        double sum = 0;
        for (float r : seen) {
            sum += (r - mean) * (r - mean);
        }
        return Math.sqrt(sum / SIDE);
    }

    private static SampleRow read(String settings, PixelBuffer tile, double scale) {
        Sampling sampling = sampling(settings);
        MipMap picture = sampling.resized(new MipMap(tile, Edge.WRAP));
        SurfaceRow row = new SurfaceRow(SIDE);
        for (int i = 0; i < SIDE; i++) {
            row.known[i] = true;
            row.u[i] = (i % 8) * scale * 1.7 + 0.3;
            row.v[i] = Math.floor(i / 8.0) * scale * 1.9 + 0.7;
            row.ux[i] = (float) scale;
            row.vy[i] = (float) scale;
        }
        SampleRow out = new SampleRow(SIDE);
        sampling.lookup(picture, Placement.IDENTITY).read(row, SIDE, out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Q4", "R0", "Q4R0T200S20M8N10P4Y0", "T200", "S20", "M4N10", "P4", "Y0", "Q.R."})
    void neutral_isTheUsualWayBitByBit(String settings) {
        assertEquals(Sampling.USUAL, sampling(settings));
        assertEquals("", sampling(settings).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q1", "Q2", "Q3", "Q5", "R1", "R2", "R3", "R3T200S20", "R4M8N2", "R4M4N10", "R5P1", "R5P4"})
    void flat_staysFlat(String settings) {
        PixelBuffer flat = PixelBuffer.blank(40, 24);
        Arrays.fill(flat.argb(), 0xff286432);
        for (double scale : new double[] {0.2, 1, 7.3, 90}) {
            SampleRow out = read(settings, flat, scale);
            for (int i = 0; i < SIDE; i++) {
                assertEquals(40, out.red[i], 1e-3);
                assertEquals(100, out.green[i], 1e-3);
                assertEquals(50, out.blue[i], 1e-3);
                assertEquals(255, out.alpha[i], 1e-3);
            }
        }
    }

    @Test
    void q_sharperFilters_keepMoreOfTheDetail() {
        double soft = spread("Q2R2", 4);
        double cubic = spread("Q3R2", 4);
        double lanczos = spread("Q5R2", 4);
        double nearest = spread("Q1R2", 4);
        assertTrue(
                soft < 0.95 * cubic && cubic < 0.99 * lanczos && lanczos < 0.9 * nearest,
                soft + " " + cubic + " " + lanczos + " " + nearest);
    }

    @Test
    void q_nearest_aliases() {
        assertTrue(decibels("Q1") < decibels("Q2") - 3 && decibels("Q1") < decibels("Q5") - 3);
    }

    @Test
    void r_eachMode_isNearerToTheTruthThanTheSimplerOne() {
        double nearest = decibels("R1");
        double bilinear = decibels("R2");
        double usual = decibels("R0");
        assertTrue(nearest < bilinear - 1, nearest + " " + bilinear);
        assertTrue(bilinear < decibels("R3S20") - 1, bilinear + " " + decibels("R3S20"));
        assertTrue(
                bilinear < decibels("R4") - 1 && bilinear < usual - 1, bilinear + " " + decibels("R4") + " " + usual);
    }

    @Test
    void s_morePoints_areNearerToTheTruth() {
        double one = decibels("R3S1");
        double five = decibels("R3");
        double twenty = decibels("R3S20");
        assertEquals(five, decibels("R3S5"));
        assertTrue(one < five - 1 && five < twenty - 1, one + " " + five + " " + twenty);
    }

    @Test
    void t_moreJitter_isMoreNoise() {
        double none = decibels("R3S20");
        double half = decibels("R3S20T100");
        double all = decibels("R3S20T200");
        assertEquals(none, decibels("R3S20T0"));
        assertTrue(none > half + 0.2 && half > all + 0.2, none + " " + half + " " + all);
    }

    @Test
    void m_moreHalvings_areNearerToTheTruthWhereMuchIsReduced() {
        double four = error("R4M4", 60);
        double six = error("R4M6", 60);
        double eight = error("R4M8", 60);
        assertEquals(six, error("R4", 60));
        assertTrue(four > 1.3 * six && six > 1.3 * eight, four + " " + six + " " + eight);
    }

    /** How far blocks of 12 texels, made this many times smaller, are from their means over each pixel's area. */
    private static double error(String settings, int scale) {
        Random random = new Random(9);
        int[] blocks = random.ints(20 * 20, 0, 256).toArray();
        PixelBuffer tile = PixelBuffer.blank(240, 240);
        Arrays.setAll(tile.argb(), i -> 0xff000000 | blocks[i / 240 / 12 * 20 + i % 240 / 12] * 0x010101);
        float[] seen = read(settings, tile, scale).red;
        double sum = 0;
        for (int i = 0; i < SIDE; i++) {
            double mean = 0;
            for (int t = 0; t < scale * scale; t++) {
                int x = (int) Math.floor((i % 8) * scale * 1.7 + 0.3 - scale / 2.0 + t % scale + 0.5);
                int down = t / scale;
                int y = (int) Math.floor(Math.floor(i / 8.0) * scale * 1.9 + 0.7 - scale / 2.0 + down + 0.5);
                mean += (tile.at(Math.floorMod(x, 240), Math.floorMod(y, 240)) & 255) / (double) (scale * scale);
            }
            sum += (seen[i] - mean) * (seen[i] - mean);
        }
        return Math.sqrt(sum / SIDE);
    }

    @Test
    void n_largerParts_areSofter() {
        double two = decibels("R4M8");
        double ten = decibels("R4M8N10");
        assertEquals(two, decibels("R4M8N2"));
        assertTrue(two > ten + 1, two + " " + ten);
        assertTrue(spread("R4M8N2", 6) > spread("R4M8N10", 6));
    }

    @Test
    void p_morePoints_areLessNoise() {
        double one = decibels("R5");
        double four = decibels("R5P4");
        assertEquals(one, decibels("R5P1"));
        assertTrue(one < decibels("R5P2") && decibels("R5P2") < four, one + " " + four);
    }

    @Test
    void y_switchesPoissonOff() {
        assertEquals(sampling("R3S7T20"), sampling("R5Y0S7T20"));
        assertEquals(Sampling.Mode.POISSON, sampling("R5Y1").mode());
    }

    @Test
    void read_singlePicture_endsAtItsEdge() {
        PixelBuffer square = PixelBuffer.blank(10, 10);
        Arrays.fill(square.argb(), 0xffffffff);
        for (String settings : new String[] {"R1", "R2", "R3", "R4", "R5"}) {
            Sampling sampling = sampling(settings);
            SurfaceRow row = new SurfaceRow(3);
            for (int i = 0; i < 3; i++) {
                row.known[i] = i != 1;
                row.u[i] = i == 0 ? 10 : 14;
                row.v[i] = 5;
                row.ux[i] = 2;
                row.vy[i] = 2;
            }
            SampleRow out = new SampleRow(3);
            sampling.lookup(new MipMap(square, Edge.CLAMP), Placement.IDENTITY).read(row, 3, out);
            assertEquals(127.5, out.alpha[0], 1, settings);
            assertEquals(255, out.red[0], 1e-3, settings);
            assertEquals(0, out.alpha[1]);
            assertEquals(0, out.alpha[2]);
        }
    }

    @Test
    void text_saysWhatIsNotUsual() {
        assertEquals(
                " resized lanczos sampled at 10 points jitter 0.5",
                sampling("Q5R3T100S10").text());
        assertEquals(" sampled in parts of 2 texels, 6 halvings", sampling("R4").text());
        assertEquals(" sampled at 1 random points", sampling("R5").text());
        assertEquals(" resized nearest sampled bilinear", sampling("Q1R2").text());
    }
}
