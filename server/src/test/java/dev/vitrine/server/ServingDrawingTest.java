package dev.vitrine.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.pixel.PixelBuffer;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Image Serving does to pixels, by law and by formulas written here a second time. */
class ServingDrawingTest {
    private static final PixelBuffer NOISE = ServingFixture.noise(24, 16, true);
    private static final PixelBuffer VEIL = ServingFixture.noise(24, 16, false);

    @TempDir
    static Path temp;

    private static Application application;

    @BeforeAll
    static void write() throws Exception {
        application = new ServingFixture(temp)
                .catalog("default.ini", "MaxPix=3000,3000\nErrorDetail=2\nResMode=2\n")
                .catalog("c.ini", "RootId=c\nCatalogFile=images.txt\n")
                .catalog("marked.ini", "RootId=marked\nCatalogFile=images.txt\nWatermark=mark\n")
                .catalog("begin.ini", """
                        RootId=begin
                        CatalogFile=images.txt
                        ThumbBkgColor=0x0000ff
                        ThumbHorizAlign=1
                        ThumbVertAlign=1
                        """)
                .catalog("end.ini", "RootId=end\nCatalogFile=images.txt\nThumbHorizAlign=3\nThumbVertAlign=3\n")
                .catalog("fill.ini", "RootId=fill\nCatalogFile=images.txt\nThumbType=1\n")
                .catalog("part.ini", "RootId=part\nCatalogFile=images.txt\nThumbType=3\nThumbRes=60\nResolution=60\n")
                .catalog("home.ini", "RootId=home\nIccProfileSrcRgb=sRGB\nCatalogFile=images.txt\n")
                .catalog("ruled.ini", "RootId=ruled\nCatalogFile=images.txt\nRuleSetFile=rules.xml\n")
                .catalog("rules.xml", """
                        <ruleset><rule OnMatch="continue" WaterMark="mark"><expression>stamped</expression></rule></ruleset>
                        """)
                .catalog("wide.ini", "RootId=wide\nIccProfileSrcRgb=AdobeRGB\nCatalogFile=images.txt\n")
                .catalog("images.txt", """
                        Id|Path|Modifier|Anchor
                        noise|noise.png||
                        veil|veil.png||
                        flat|flat.png||
                        mark||size=4,4&color=ff0000&align=1,1|
                        hung|noise.png||3,5
                        """)
                .picture("noise.png", NOISE)
                .picture("veil.png", VEIL)
                .picture("flat.png", new PixelBuffer(2, 1, new int[] {0xff40a040, 0x80408040}))
                .picture("big.png", ServingFixture.noise(700, 500, true))
                .application();
    }

    private static PixelBuffer image(String url) {
        return ServingFixture.image(application, url + "&fmt=png-alpha");
    }

    private interface PixelAt {
        int pixel(int x, int y);
    }

    private static void assertPixels(int width, int height, PixelAt expected, PixelBuffer actual) {
        assertEquals(width + "x" + height, actual.size().toString());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int wanted = expected.pixel(x, y);
                int found = actual.at(x, y);
                boolean same = wanted == found || (wanted >>> 24 == 0 && found >>> 24 == 0);
                assertTrue(
                        same,
                        x + "," + y + ": " + Integer.toHexString(found) + " is not " + Integer.toHexString(wanted));
            }
        }
    }

    /** Each component of two pixels is nearly the same; where nothing is seen, colors do not matter. */
    private static void assertNear(int expected, int actual, int tolerance, String where) {
        int alpha = actual >>> 24;
        assertTrue(Math.abs((expected >>> 24) - alpha) <= tolerance, where + " alpha");
        for (int shift = 0; shift < 24 && alpha > 40; shift += 8) {
            int difference = (expected >> shift & 255) - (actual >> shift & 255);
            assertTrue(
                    Math.abs(difference) <= tolerance,
                    where + ": " + Integer.toHexString(actual) + " is not " + Integer.toHexString(expected));
        }
    }

    @Test
    void flip_ofALayer_andOfAll_mirrors() {
        assertPixels(24, 16, (x, y) -> NOISE.at(23 - x, y), image("/c/noise?flip=lr"));
        assertPixels(24, 16, (x, y) -> NOISE.at(x, 15 - y), image("/c/noise?layer=0&flip=ud"));
        assertPixels(24, 16, (x, y) -> NOISE.at(23 - x, 15 - y), image("/c/noise?flip=lrud"));
        assertPixels(24, 16, NOISE::at, image("/c?src=is{c/noise?flip=lr}&flip=lr"));
    }

    @Test
    void crop_cutsOrWidens() {
        assertPixels(10, 6, (x, y) -> NOISE.at(x + 3, y + 4), image("/c/noise?crop=3,4,10,6"));
        assertPixels(12, 8, (x, y) -> NOISE.at(x + 6, y + 4), image("/c/noise?cropN=.25,.25,.5,.5"));
        assertPixels(
                30,
                20,
                (x, y) -> x < 2 || y < 3 || x >= 26 || y >= 19 ? 0 : NOISE.at(x - 2, y - 3),
                image("/c/noise?crop=-2,-3,30,20"));
    }

    @Test
    void extend_addsMarginsInTheBackground() {
        assertPixels(
                24 + 3,
                16 + 3,
                (x, y) -> x < 1 || y < 2 || x >= 25 || y >= 18 ? 0xffff0000 : NOISE.at(x - 1, y - 2),
                image("/c/noise?extend=1,2,2,1&bgColor=255,0,0"));
        assertPixels(20, 10, (x, y) -> NOISE.at(x + 2, y + 3), image("/c/noise?extend=-2,-3,-2,-3"));
    }

    @Test
    void rotate_quarterTurns_areExact() {
        assertPixels(16, 24, (x, y) -> NOISE.at(y, 15 - x), image("/c/noise?rotate=90"));
        assertPixels(24, 16, (x, y) -> NOISE.at(23 - x, 15 - y), image("/c/noise?rotate=180"));
        PixelBuffer turned = image("/c/noise?rotate=30&fmt=png-alpha");
        assertEquals(0, turned.at(0, 0) >>> 24, "the corner is empty");
    }

    @Test
    void mask_givesAlpha_andMaskUseTurnsItRound() {
        IntBinaryOperator gray = (x, y) -> {
            int p = NOISE.at(x, y);
            return (77 * (p >> 16 & 255) + 151 * (p >> 8 & 255) + 28 * (p & 255) + 128) >> 8;
        };
        assertPixels(
                24,
                16,
                (x, y) -> gray.applyAsInt(x, y) << 24 | (VEIL.at(x, y) & 0xffffff),
                image("/c/veil?mask=c/noise"));
        assertPixels(24, 16, (x, y) -> VEIL.at(x, y) | 0xff000000, image("/c/veil?maskUse=off"));
        assertPixels(24, 16, (x, y) -> VEIL.at(x, y) ^ 0xff000000, image("/c/veil?maskUse=invert"));
        assertPixels(24, 16, (x, y) -> (VEIL.at(x, y) & 0xff000000) | 0x102030, image("/c?color=102030&mask=c/veil"));
        PixelBuffer asked = ServingFixture.image(application, "/c/veil?req=mask&fmt=png");
        assertPixels(24, 16, (x, y) -> 0xff000000 | (VEIL.at(x, y) >>> 24) * 0x010101, asked);
    }

    /** Within a cross of one pixel, which is a disc of that radius. */
    private static int extreme(int x, int y, IntBinaryOperator better) {
        int out = VEIL.at(x, y) >>> 24;
        for (int[] step : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
            int nx = Math.max(0, Math.min(23, x + step[0]));
            int ny = Math.max(0, Math.min(15, y + step[1]));
            out = better.applyAsInt(out, VEIL.at(nx, ny) >>> 24);
        }
        return out;
    }

    @Test
    void growMask_showsMoreOrLessOfThePicture() {
        PixelAt grown = (x, y) -> extreme(x, y, Math::max) << 24 | (VEIL.at(x, y) & 0xffffff);
        assertPixels(24, 16, grown, image("/c/veil?op_growMask=1"));
        assertPixels(24, 16, grown, image("/c/veil?op_growMaskR=1"));
        PixelAt shrunk = (x, y) -> extreme(x, y, Math::min) << 24 | (VEIL.at(x, y) & 0xffffff);
        assertPixels(24, 16, shrunk, image("/c/veil?layer=comp&op_growMask=-1"));
        assertPixels(24, 16, (x, y) -> grown.pixel(23 - x, y), image("/c/veil?op_growMask=1&flip=lr"));
        assertPixels(
                24,
                16,
                (x, y) -> extreme(x, y, Math::max) << 24 | 0x102030,
                image("/c?color=102030&mask=c/veil&op_growMask=1"));
        assertPixels(24, 16, NOISE::at, image("/c/noise?op_growMask=9"));
        PixelBuffer small = image("/c/veil?scl=4");
        assertPixels(6, 4, small::at, image("/c/veil?scl=4&op_growMask=1"));
        assertTrue(image("/c/veil?scl=4&op_growMaskR=1").at(2, 2) >>> 24 > small.at(2, 2) >>> 24);
        assertEquals(
                "budget-exceeded",
                ServingFixture.failure(
                        application, "/c?size=9,9&color=0&layer=1&src=c/veil&scale=1000000&op_growMask=100"));
    }

    private static PixelAt within(int left, int top, int right, int bottom, PixelAt inside, PixelAt outside) {
        return (x, y) -> x >= left && y >= top && x < right && y < bottom ? inside.pixel(x, y) : outside.pixel(x, y);
    }

    @Test
    void clipPath_leavesWhatLiesWithin() {
        PixelAt nothing = (x, y) -> 0;
        PixelAt box = within(3, 4, 13, 10, NOISE::at, nothing);
        assertPixels(24, 16, box, image("/c/noise?clipPath=M3,4L13,4L13,10L3,10Z"));
        assertPixels(24, 16, box, image("/c/noise?layer=0&clipPath=m3,4l0,6l10,0l0,-6"));
        assertPixels(
                24,
                16,
                within(5, 6, 9, 9, nothing, box),
                image("/c/noise?clipPath=M3,4L13,4L13,10L3,10Z&clipXPath=M5,6,9,6,9,9,5,9"));
        assertPixels(24, 16, NOISE::at, image("/c/noise?clipXPath=M5,6,9,6,9,9,5,9"));
        assertPixels(
                24,
                16,
                (x, y) -> box.pixel(23 - x, y),
                image("/c/noise?layer=0&clipPath=M3,4L13,4L13,10L3,10Z&flip=lr"));
        assertPixels(
                12,
                8,
                within(2, 2, 6, 5, image("/c/noise?wid=12")::at, nothing),
                image("/c/noise?clipPath=M4,4L12,4L12,10L4,10Z&wid=12"));
        assertEquals(64, image("/c/noise?clipPath=M3.5,4.5L9,4.5,9,9,3.5,9").at(3, 4) >>> 24, "a quarter");
    }

    @Test
    void clipPath_circle_hasItsArea() {
        String circle = "M190,100C190,149.7,149.7,190,100,190C50.3,190,10,149.7,10,100C10,50.3,50.3,10,100,10"
                + "C149.7,10,190,50.3,190,100Z";
        PixelBuffer disc = image("/c?size=200,200&color=ff0000&clipPath=" + circle);
        double area = IntStream.of(disc.argb()).map(p -> p >>> 24).sum() / 255.0;
        assertEquals(Math.PI * 90 * 90, area, 30);
        PixelBuffer ring = image("/c?size=200,200&color=ff0000&clipPath=" + circle + "M60,60,140,60,140,140,60,140");
        assertArrayEquals(disc.argb(), ring.argb(), "twice round is no hole");
        PixelBuffer big = image("/c/big.png?layer=0&rotate=20&clipPath=" + circle + "&scl=0.9");
        PixelBuffer part = image("/c/big.png?layer=0&rotate=20&clipPath=" + circle + "&scl=0.9&rect=170,90,150,120");
        assertPixels(150, 120, (x, y) -> big.at(x + 170, y + 90), part);
        PixelBuffer all = image("/c/big.png?clipPath=" + circle + "&scl=0.77");
        PixelBuffer some = image("/c/big.png?clipPath=" + circle + "&scl=0.77&rect=101,37,90,99");
        assertPixels(90, 99, (x, y) -> all.at(x + 101, y + 37), some);
    }

    @Test
    void clipPath_ofAColorWithoutSize_isItsSizeAndPlace() {
        String layer = "/c?size=40,40&color=ffffff&layer=1&color=ff0000&clipPath=M-10,-5L5,-5L5,12L-10,12Z";
        PixelAt red = (x, y) -> 0xffff0000;
        PixelAt white = (x, y) -> 0xffffffff;
        assertPixels(40, 40, within(10, 15, 25, 32, red, white), image(layer));
        assertPixels(40, 40, within(13, 15, 28, 32, red, white), image(layer + "&pos=3,0"));
        assertPixels(40, 40, within(20, 20, 35, 37, red, white), image(layer + "&origin=0,0"));
        assertEquals("malformed-request", ServingFixture.failure(application, layer + "&rotate=9"));
        assertEquals("bad-value", ServingFixture.failure(application, "/c/noise?clipPath=M1,2X"));
    }

    @Test
    void perspective_putsCornersWhereTheyBelong() {
        String layer = "/c?size=48,32&color=000000&layer=1&src=c/noise&size=3,3&res=9&perspective";
        PixelAt black = (x, y) -> 0xff000000;
        PixelAt upright = within(0, 0, 24, 16, NOISE::at, black);
        assertPixels(48, 32, upright, image(layer + "=0,0,24,0,24,16,0,16,R1"));
        assertPixels(48, 32, upright, image(layer + "=0,0,24,0,24,16,0,16,R2"));
        assertPixels(48, 32, upright, image(layer + "N=0,0,.5,0,.5,.5,0,.5,R1"));
        assertPixels(
                48,
                32,
                within(3, 5, 27, 21, (x, y) -> NOISE.at(x - 3, y - 5), black),
                image(layer + "=0,0,24,0,24,16,0,16,R1&pos=3,5&anchor=9,9"));
        assertPixels(
                48,
                32,
                within(0, 0, 24, 16, (x, y) -> NOISE.at(23 - x, y), black),
                image(layer + "=24,0,0,0,0,16,24,16,R2"));
        assertPixels(
                48,
                32,
                within(0, 0, 16, 24, (x, y) -> NOISE.at(y, 15 - x), black),
                image(layer + "=16,0,16,24,0,24,0,0,R2"));
        assertPixels(
                48,
                32,
                within(0, 0, 20, 12, (x, y) -> NOISE.at(x + 4, y + 4), black),
                image(layer + "=-4,-4,20,-4,20,12,-4,12,R1"));
        assertPixels(
                48,
                32,
                within(5, 6, 30, 20, (x, y) -> 0xffff0000, black),
                image("/c?size=48,32&color=000000&layer=1&color=ff0000&perspective=5,6,30,6,30,20,5,20"));
    }

    @Test
    void perspective_trapezoid_shortensWhatIsFar() {
        String halves = "is{?size=100,100&color=000000&layer=1&size=100,50&color=ffffff&pos=0,-25}";
        String url = "/c?size=100,100&color=00ff00&layer=1&src=" + halves + "&perspective=30,0,70,0,100,100,0,100";
        PixelBuffer found = image(url);
        assertEquals(0xffffffff, found.at(50, 26), "the middle comes to lie where the diagonals cross");
        assertEquals(0xff000000, found.at(50, 31));
        assertEquals(0xff00ff00, found.at(10, 10));
        assertEquals(0xff000000, found.at(10, 90));
        int edge = found.at(14, 50);
        assertTrue((edge & 0xff00) != 0 && (edge & 0xff00) != 0xff00, "smooth: " + Integer.toHexString(edge));
        PixelBuffer part = image(url + "&rect=11,7,60,55");
        assertPixels(60, 55, (x, y) -> found.at(x + 11, y + 7), part);
        assertEquals("bad-value", ServingFixture.failure(application, "/c/noise?perspective=0,0,9,0,1,1,0,9"));
        assertEquals("bad-value", ServingFixture.failure(application, "/c/noise?perspective=0,0,9,9,9,0,0,9"));
        assertEquals("bad-value", ServingFixture.failure(application, "/c/noise?perspective=0,0,9,0,9,9,0,9,R4"));
    }

    /** Two requests that differ in nothing else must not share a reply. */
    @Test
    void sharesAndPixels_areNotMixedUp() {
        String layer = "/c?size=40,40&color=ffffff&layer=1&size=10,10&color=ff0000&";
        assertEquals(0xffff0000, image(layer + "pos=.25,0").at(16, 20));
        assertEquals(0xffffffff, image(layer + "posN=.25,0").at(16, 20));
        assertEquals("1x1", image("/c/noise?crop=0,0,1,1").size().toString());
        assertEquals("24x16", image("/c/noise?cropN=0,0,1,1").size().toString());
        assertEquals("26x18", image("/c/noise?extend=1,1,1,1").size().toString());
        assertEquals("72x48", image("/c/noise?extendN=1,1,1,1").size().toString());
    }

    @Test
    void dpr_isAsManyPixelsAsAskedForTimesIt() {
        PixelBuffer double200 = image("/c/big.png?wid=200");
        assertArrayEquals(double200.argb(), image("/c/big.png?wid=100&dpr=on,2").argb());
        assertArrayEquals(double200.argb(), image("/c/big.png?scl=7&dpr=on,2").argb());
        assertPixels(
                60, 40, (x, y) -> double200.at(x + 20, y + 30), image("/c/big.png?wid=100&dpr=on,2&rect=10,15,30,20"));
        assertEquals("3000x2143", image("/c/big.png?wid=600&dpr=on,8").size().toString(), "MaxPix holds");
        assertEquals("800x571", image("/c/big.png?wid=400&dpr=on,2").size().toString(), "larger than it is");
        assertEquals(
                "reply-too-large", ServingFixture.failure(application, "/c/big.png?wid=600&dpr=on,8&rect=0,0,500,9"));
        assertArrayEquals(double200.argb(), image("/c/big.png?wid=200&dpr=off").argb());
        assertArrayEquals(
                double200.argb(), image("/c?src=is{c/big.png?wid=200&dpr=on,3}").argb(), "of the reply alone");
    }

    @Test
    void jpegSize_isTheMostKilobytes() {
        int unlimited =
                ServingFixture.ask(application, "/c/big.png?qlt=95&fmt=jpeg").body().length;
        int limited = ServingFixture.ask(application, "/c/big.png?qlt=95&fmt=jpeg&jpegSize=100")
                .body()
                .length;
        assertTrue(unlimited > 200 * 1024 && limited <= 100 * 1024 && limited > 80 * 1024, unlimited + ", " + limited);
        assertEquals(
                unlimited,
                ServingFixture.ask(application, "/c/big.png?qlt=95&fmt=jpeg&jpegSize=0")
                        .body()
                        .length);
        assertEquals("reply-too-large", ServingFixture.failure(application, "/c/big.png?fmt=jpeg&jpegSize=1"));
        assertEquals("out-of-range", ServingFixture.failure(application, "/c/big.png?fmt=jpeg&jpegSize=-1"));
    }

    @Test
    void effectMask_winsOverTheCatalog() {
        String veiled = "/c?size=40,40&color=ffffff&layer=1&size=10,10&color=255,0,0,128&effect=-1&color=000000";
        PixelBuffer clipped = image(veiled);
        assertEquals(255, clipped.at(20, 20) >> 16 & 255, 64);
        assertArrayEquals(clipped.argb(), image(veiled + "&effectMask=1").argb());
        assertNear(0xff800000, image(veiled + "&effectMask=0&opac=100").at(20, 20), 64, "the shadow lies behind");
        assertTrue((image(veiled + "&effectMask=0").at(20, 20) & 255) < (clipped.at(20, 20) & 255));
    }

    /** The formula of the compositing literature: the mode counts where both are, elsewhere each shows as it is. */
    private static int blended(int top, int below, IntBinaryOperator mode) {
        double ta = (top >>> 24) / 255.0;
        double ba = (below >>> 24) / 255.0;
        double alpha = ta + ba - ta * ba;
        int out = (int) Math.round(alpha * 255) << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            int t = top >> shift & 255;
            int b = below >> shift & 255;
            double sum = ta * (1 - ba) * t + ba * (1 - ta) * b + ta * ba * mode.applyAsInt(t, b);
            out |= (alpha == 0 ? 0 : (int) Math.round(sum / alpha)) << shift;
        }
        return out;
    }

    @Test
    void blendModes_followTheirFormulas() {
        assertBlends("norm", (t, b) -> t);
        assertBlends("lighten", Math::max);
        assertBlends("darken", Math::min);
        assertBlends("mult", (t, b) -> t * b / 255);
        assertBlends("screen", (t, b) -> t + b - t * b / 255);
    }

    private static void assertBlends(String mode, IntBinaryOperator formula) {
        String over = "&layer=1&src=c/veil&flip=ud&blendMode=" + mode;
        for (PixelBuffer below : new PixelBuffer[] {NOISE, VEIL}) {
            PixelBuffer found = image((below == NOISE ? "/c/noise" : "/c/veil") + "?" + over);
            for (int y = 0; y < 16; y++) {
                for (int x = 0; x < 24; x++) {
                    int expected = blended(VEIL.at(x, 15 - y), below.at(x, y), formula);
                    assertNear(expected, found.at(x, y), 2, mode + " at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void dissolve_showsAsManyPixelsAsOpacityIsPercent() {
        PixelBuffer found =
                image("/c?size=100,100&color=ffffff&layer=1&size=100,100&color=000000&opac=30&blendMode=dissolve");
        long black = IntStream.of(found.argb()).filter(p -> p == 0xff000000).count();
        long white = IntStream.of(found.argb()).filter(p -> p == 0xffffffff).count();
        assertEquals(10_000, black + white);
        assertEquals(3000.0, (double) black, 200);
        assertArrayEquals(
                found.argb(),
                image("/c?size=100,100&color=ffffff&layer=1&size=100,100&color=000000&opac=30&blendMode=dissolve")
                        .argb());
    }

    @Test
    void opac_isOfTheContent_notOfWhatFillsBehindIt() {
        PixelBuffer half = image("/c/noise?layer=0&opac=50,50");
        assertEquals(64, half.at(3, 3) >>> 24);
        PixelBuffer filled = image("/c/noise?layer=0&opac=0&color=0000ff");
        assertPixels(24, 16, (x, y) -> 0xff0000ff, filled);
        assertEquals(128, image("/c/noise?opac=50").at(3, 3) >>> 24, "all layers together");
    }

    @Test
    void anyPart_isThatPartOfTheWhole() {
        String busy = "/c/big.png?op_blur=5&op_usm=1,2,3&layer=1&src=big.png&size=300,300&rotate=25&flip=lr&pos=40,-30"
                + "&opac=70&op_saturation=-50&op_colorize=200,80,10&effect=-1&color=0,0,0,180&op_blur=9&op_grow=3&pos=9,12"
                + "&effect=1&color=255,255,0&op_blur=4&layer=2&text=\\fs120 Part&blendMode=mult&rotate=-10"
                + "&layer=3&src=is(c/veil?scale=4)&blendMode=dissolve&posN=.2,.2&extend=5,5,5,5&bgColor=00ff0080&";
        PixelBuffer whole = image(busy + "scl=1.25");
        assertEquals("560x400", whole.size().toString());
        PixelBuffer part = image(busy + "scl=1.25&rect=130,90,300,200");
        assertPixels(300, 200, (x, y) -> whole.at(x + 130, y + 90), part);
        PixelBuffer region = image(busy + "scl=1.25&rgn=250,125,250,125");
        assertPixels(200, 100, (x, y) -> whole.at(x + 200, y + 100), region);
        PixelBuffer mirrored = image(busy + "scl=1.25&flip=ud&layer=comp&flip=ud");
        assertEquals("560x400", mirrored.size().toString());
    }

    @Test
    void nestedScale_isTheScale() {
        PixelBuffer half = image("/c/noise?scl=2");
        assertArrayEquals(half.argb(), image("/c?src=is{c/noise?scl=2}").argb());
        assertArrayEquals(half.argb(), image("/c/noise?scale=.5").argb());
        assertArrayEquals(half.argb(), image("/c/noise?size=12,99").argb());
        assertArrayEquals(
                half.argb(), image("/c?src=is(?src=c/noise)&size=12,8").argb());
    }

    @Test
    void origin_isTheCenterOfTheExtendedLayer_unlessAnAnchorIsNamed() {
        String canvas = "/c?size=40,40&color=ffffff&layer=1&size=10,10&color=ff0000";
        assertEquals(0xffff0000, image(canvas).at(15, 15));
        assertEquals(0xffffffff, image(canvas).at(14, 15));
        assertEquals(
                0xffff0000, image(canvas + "&extend=10,0,0,0").at(20, 20), "extended to the left, so it moves right");
        assertEquals(0xffffffff, image(canvas + "&extend=10,0,0,0").at(19, 20));
        assertEquals(0xffff0000, image(canvas + "&extend=10,0,0,0&anchorN=0,0").at(15, 20), "the anchor stays");
        PixelBuffer hung = image("/c?size=40,40&color=ffffff&layer=1&src=c/hung");
        assertEquals(NOISE.at(3, 5), hung.at(20, 20));
    }

    @Test
    void operations_followTheirFormulas() {
        assertPixels(24, 16, (x, y) -> NOISE.at(x, y) ^ 0xffffff, image("/c/noise?op_invert=1"));
        PixelBuffer gray = image("/c/noise?op_saturation=-100");
        PixelBuffer dark = image("/c/noise?op_brightness=-20");
        PixelBuffer flat = image("/c/noise?op_contrast=-100");
        PixelBuffer turned = image("/c/noise?op_hue=120");
        PixelBuffer red = image("/c/noise?op_colorbalance=100,0,-100");
        PixelBuffer dyed = image("/c/noise?colorize=255,0,0,off");
        for (int i = 0; i < NOISE.argb().length; i++) {
            int p = NOISE.argb()[i];
            int r = p >> 16 & 255;
            int g = p >> 8 & 255;
            int b = p & 255;
            int y = (int) Math.round(0.299 * r + 0.587 * g + 0.114 * b);
            assertNear(0xff000000 | y * 0x010101, gray.argb()[i], 1, "saturation");
            assertNear(
                    0xff000000 | Math.max(0, r - 51) << 16 | Math.max(0, g - 51) << 8 | Math.max(0, b - 51),
                    dark.argb()[i],
                    1,
                    "brightness");
            assertNear(0xff808080, flat.argb()[i], 1, "contrast");
            assertNear(0xff000000 | b << 16 | r << 8 | g, turned.argb()[i], 1, "hue");
            assertEquals(0xffff0000 | g << 8, red.argb()[i]);
            int above = Math.max(0, 2 * y - 255);
            assertNear(0xff000000 | Math.min(255, 2 * y) << 16 | above << 8 | above, dyed.argb()[i], 2, "colorize");
        }
        assertEquals(
                0xff336699,
                image("/c?size=9,9&color=336699&op_colorize=51,102,153").at(4, 4),
                "its own median");
    }

    @Test
    void blurAndSharpening_keepWhatIsFlat_andTheMean() {
        for (String op : new String[] {"op_blur=7", "op_usm=3,2", "op_usmR=3,2", "op_sharpen=1", "op_grow=2"}) {
            assertPixels(20, 20, (x, y) -> 0xff4080c0, image("/c?size=20,20&color=4080c0&" + op));
        }
        double before =
                IntStream.of(NOISE.argb()).map(p -> p >> 8 & 255).average().orElseThrow();
        double after = IntStream.of(image("/c/noise?op_blur=1.5").argb())
                .map(p -> p >> 8 & 255)
                .average()
                .orElseThrow();
        assertEquals(before, after, 6);
        PixelBuffer edge =
                image("/c?size=40,10&color=000000&layer=1&size=20,10&pos=10,0&color=ffffff&layer=comp&op_blur=4");
        assertEquals(128, edge.at(19, 5) & 255, 30);
        assertTrue((edge.at(12, 5) & 255) < (edge.at(18, 5) & 255) && (edge.at(18, 5) & 255) < (edge.at(26, 5) & 255));
    }

    @Test
    void effects_lieBehindOrOnTheLayer() {
        String square = "/c?size=40,40&color=ffffff&layer=1&size=10,10&color=ff0000";
        PixelBuffer shadow = image(square + "&effect=-1&color=000000&pos=6,6");
        assertEquals(0xffff0000, shadow.at(20, 20), "the layer itself");
        assertEquals(0xff000000, shadow.at(29, 29), "its shadow");
        assertEquals(0xffffffff, shadow.at(14, 14));
        PixelBuffer border = image(square + "&effect=-1&color=0000ff&op_grow=3");
        assertEquals(0xff0000ff, border.at(12, 20));
        assertEquals(0xffffffff, border.at(11, 20));
        assertEquals(0xffffffff, border.at(12, 12), "round at the corners");
        PixelBuffer inner = image(square + "&effect=1&color=0000ff&op_grow=3");
        assertEquals(0xff0000ff, inner.at(17, 20));
        assertEquals(0xffff0000, inner.at(18, 20));
        assertEquals(0xffffffff, inner.at(14, 20), "nothing outside");
        PixelBuffer faded = image(square + "&opac=50&effect=-1&opac=50&color=000000&pos=20,0");
        assertEquals(191, faded.at(38, 20) & 255, 1, "half of half");
        PixelBuffer all = image("/c/veil?maskUse=off&extend=0,0,8,8&effect=-1&color=00ff00&pos=8,8");
        assertEquals(0xff00ff00, all.at(30, 20), "of all layers together");
        assertEquals("malformed-request", ServingFixture.failure(application, square + "&effect=-1&pos=1,1"));
    }

    @Test
    void watermark_liesOnEveryReply_butNotOnThumbnails() {
        assertEquals(0xffff0000, image("/marked/noise?x").at(22, 14));
        assertEquals(NOISE.at(19, 14), image("/marked/noise?x").at(19, 14));
        assertEquals(NOISE.at(22, 14), image("/c/noise?x").at(22, 14));
        assertEquals(0xffff0000, image("/ruled/noise?.stamped").at(22, 14), "by a rule");
        assertEquals(NOISE.at(22, 14), image("/ruled/noise?x").at(22, 14));
        PixelBuffer small = ServingFixture.image(application, "/marked/noise?req=tmb&wid=24&hei=16&fmt=png");
        assertEquals(NOISE.at(22, 14), small.at(22, 14));
        assertEquals(NOISE.at(22, 14), image("/c?src=is{marked/noise}").at(22, 14), "nor within another request");
    }

    @Test
    void layers_ofAnotherCatalog_areBroughtIntoTheSpaceOfTheSession() {
        int raw = 0xff40a040;
        int converted = image("/home?src=wide/flat").at(0, 0);
        assertTrue((converted >> 16 & 255) < 0x20, "the same green needs less red in a smaller space");
        assertEquals(0x80, image("/home?src=wide/flat").at(1, 0) >>> 24);
        assertEquals(raw, image("/home/flat?x").at(0, 0), "it is there already");
        assertEquals(raw, image("/wide/flat?icc=AdobeRGB").at(0, 0));
        assertEquals(raw, image("/c?src=wide/flat").at(0, 0), "where there is no working space nothing is converted");
        assertEquals(0xffff00ff, image("/home?size=1,1&color=ff00ff").at(0, 0), "colors are of the working space");
        PixelBuffer masked = image("/home?src=home/veil&mask=wide/flat");
        PixelBuffer plain = image("/c?src=c/veil&mask=c/flat");
        assertEquals(plain.at(3, 3) >>> 24, masked.at(3, 3) >>> 24, "masks are numbers");
    }

    @Test
    void tmb_fillsItsBoxAsTheCatalogSays() {
        PixelBuffer small = ServingFixture.image(application, "/c/noise?req=tmb&fmt=png");
        assertEquals("100x100", small.size().toString());
        assertEquals(0xffffffff, small.at(50, 2), "in the background's color");
    }

    private static PixelBuffer thumbnail(String catalog, int width, int height) {
        String url = "/" + catalog + "/noise?req=tmb&fmt=png&wid=" + width + "&hei=" + height;
        return ServingFixture.image(application, url);
    }

    @Test
    void tmb_backgroundAndAlignment_areTheCatalogs() {
        int blue = 0xff0000ff;
        assertPixels(48, 16, (x, y) -> x < 24 ? NOISE.at(x, y) : blue, thumbnail("begin", 48, 16));
        assertPixels(24, 32, (x, y) -> y < 16 ? NOISE.at(x, y) : blue, thumbnail("begin", 24, 32));
        assertPixels(48, 16, (x, y) -> x < 24 ? 0xffffffff : NOISE.at(x - 24, y), thumbnail("end", 48, 16));
        assertPixels(24, 32, (x, y) -> y < 16 ? 0xffffffff : NOISE.at(x, y - 16), thumbnail("end", 24, 32));
    }

    @Test
    void tmb_type_fillsTheBoxOrShowsAPart() {
        assertPixels(12, 16, (x, y) -> NOISE.at(x + 6, y), thumbnail("fill", 12, 16));
        assertPixels(24, 8, (x, y) -> NOISE.at(x, y + 4), thumbnail("fill", 24, 8));
        assertPixels(10, 10, (x, y) -> NOISE.at(x + 7, y + 3), thumbnail("part", 10, 10));
    }

    @Test
    void limits_comeBeforePixels() {
        assertEquals("reply-too-large", ServingFixture.failure(application, "/c?size=50000,50000&color=0&fmt=png"));
        assertEquals(
                "budget-exceeded",
                ServingFixture.failure(application, "/c/noise?crop=0,0,1000000000,1000000000&wid=9"));
        StringBuilder many = new StringBuilder("/c?size=9,9&color=0");
        for (int i = 1; i <= 120; i++) {
            many.append("&layer=").append(i).append("&size=9,9&color=1");
        }
        assertEquals("budget-exceeded", ServingFixture.failure(application, many.toString()));
        assertEquals(
                "9x9",
                image(
                                "/c?size=9,9&color=0&layer=1&size=100000000,100000000&color=1&layer=2&src=c/noise&scale=1000000&rotate=5")
                        .size()
                        .toString(),
                "what is not seen costs nothing");
        StringBuilder heavy = new StringBuilder("/c?size=2900,2900&color=0&wid=2900");
        for (int i = 1; i < 90; i++) {
            heavy.append("&layer=").append(i).append("&size=2900,2900&color=1&rotate=1");
        }
        assertEquals("budget-exceeded", ServingFixture.failure(application, heavy.toString()));
    }
}
