package dev.vitrine.render.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.value.RealPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle 14 of the design: exact projections of a known room. */
class HomographyTest {
    private static Homography quad(double width, double height, double... xy) {
        return Homography.ofQuad(
                List.of(
                        new RealPair(xy[0], xy[1]),
                        new RealPair(xy[2], xy[3]),
                        new RealPair(xy[4], xy[5]),
                        new RealPair(xy[6], xy[7])),
                width,
                height);
    }

    private static void assertPoint(double x, double y, RealPair actual) {
        assertEquals(x, actual.x(), 0.02);
        assertEquals(y, actual.y(), 0.02);
    }

    @Test
    void oracle14_rectangle_isAScale() {
        assertPoint(0.5, 1.0, quad(5, 5, 50, 50, 150, 50, 150, 150, 50, 150).map(60, 70));
    }

    @Test
    void oracle14_floor_matchesTheRoom() {
        Homography floor = quad(182, 100, 480, 1400, 2300, 1400, 3400, 2000, -240, 2000);
        assertPoint(72, 50, floor.map(1200, 1600));
        Homography.Jacobian j = floor.jacobian(1200, 1600);
        assertEquals(13.33, 1 / j.ux(), 0.01);
        assertEquals(5.33, 1 / j.vy(), 0.01);
        assertEquals(8.43, Math.sqrt(1 / j.area()), 0.01);
    }

    @ParameterizedTest
    @CsvSource({"1200, 800, 72, 36", "480, 440, 0, 0", "2300, 1400, 182, 96"})
    void oracle14_backWall_matchesTheRoom(double x, double y, double u, double v) {
        assertPoint(
                u, v, quad(182, 96, 480, 440, 2300, 440, 2300, 1400, 480, 1400).map(x, y));
    }

    @ParameterizedTest
    @CsvSource({"480, 800, 100, 36", "0, 800, 20, 36"})
    void oracle14_leftWall_matchesTheRoom(double x, double y, double u, double v) {
        assertPoint(
                u, v, quad(100, 96, -240, 80, 480, 440, 480, 1400, -240, 2000).map(x, y));
    }

    @Test
    void inverse_twice_isTheSame() {
        Homography floor = quad(182, 100, 480, 1400, 2300, 1400, 3400, 2000, -240, 2000);
        RealPair there = floor.map(900, 1700);
        RealPair back = floor.inverse().map(there.x(), there.y());
        assertEquals(900, back.x(), 1e-6);
        assertEquals(1700, back.y(), 1e-6);
    }

    @Test
    void jacobian_smallStep_isTheDifference() {
        Homography floor = quad(182, 100, 480, 1400, 2300, 1400, 3400, 2000, -240, 2000);
        Homography.Jacobian j = floor.jacobian(1000, 1650);
        double h = 1e-4;
        assertEquals((floor.map(1000 + h, 1650).x() - floor.map(1000 - h, 1650).x()) / (2 * h), j.ux(), 1e-6);
        assertEquals((floor.map(1000, 1650 + h).y() - floor.map(1000, 1650 - h).y()) / (2 * h), j.vy(), 1e-6);
    }
}
