package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Projection, cut and frame of maps. */
class MapViewTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 1000, 500);

    private static Outline outline(int isoNumber) {
        return Objects.requireNonNull(Outlines.of(isoNumber, ""));
    }

    @Test
    void equalAreasOfTheGlobeStayEqual() {
        // On a globe of radius 1 a strip of one radian between two latitudes has the area of the difference of their
        // sines.
        double tenDegrees = StrictMath.toRadians(10);
        for (double south = -80; south < 80; south += 20) {
            double onMap = 0;
            int slices = 2000;
            for (int n = 0; n < slices; n++) {
                double from = south + 20.0 * n / slices;
                double to = south + 20.0 * (n + 1) / slices;
                onMap += EqualEarth.x(10, (from + to) / 2) * (EqualEarth.y(to) - EqualEarth.y(from));
            }
            double onGlobe = tenDegrees
                    * (StrictMath.sin(StrictMath.toRadians(south + 20)) - StrictMath.sin(StrictMath.toRadians(south)));
            assertEquals(onGlobe, onMap, 1e-6, "from " + south);
        }
    }

    @Test
    void theProjectionMeetsItsAuthorsOutline() {
        // Savric, Patterson and Jenny (2018): the map is 2.05458 times as broad as high.
        assertEquals(2.05458, EqualEarth.x(180, 0) / EqualEarth.y(90), 1e-5);
    }

    @Test
    void aRingAcrossTheAntimeridianGoesOnPastIt() {
        double[] ring = {170, 60, -170, 60, -170, 70, 170, 70};
        assertArrayEquals(new double[] {170, 60, 190, 60, 190, 70, 170, 70}, Clip.unwrapped(ring));
    }

    @Test
    void aRingIsCutAtALine() {
        double[] square = {0, 0, 4, 0, 4, 2, 0, 2};
        assertArrayEquals(new double[] {0, 0, 1, 0, 1, 2, 0, 2}, Clip.cut(square, 0, 1, false));
    }

    @Test
    void whatLiesOutsideABoxIsGone() {
        assertEquals(0, Clip.within(new double[] {0, 0, 1, 0, 1, 1}, 2, 3, 2, 3).length);
    }

    @Test
    void russiaAndFijiDoNotReachAcrossTheWorld() {
        var world = MapView.of(List.of(), List.of()).fitted(2);
        for (int state : new int[] {643, 242}) {
            for (double[] ring : world.rings(outline(state), AREA, .5)) {
                for (int n = 2; n < ring.length; n += 2) {
                    assertTrue(Math.abs(ring[n] - ring[n - 2]) < 100, "a border of " + state + " crosses the map");
                }
            }
        }
    }

    @Test
    void russiaFallsInTwoWhereTheWorldIsCut() {
        var world = MapView.of(List.of(), List.of()).fitted(2);
        double least = 1000;
        double most = 0;
        for (double[] ring : world.rings(outline(643), AREA, .5)) {
            for (int n = 0; n < ring.length; n += 2) {
                least = Math.min(least, ring[n]);
                most = Math.max(most, ring[n]);
            }
        }
        assertTrue(least > 400 && most > 850, "Russia from " + least + " to " + most + ", cut at 169 degrees west");
    }

    @Test
    void aStateOfInterestIsWhollyInTheFrame() {
        var asia = MapView.of(List.of(outline(643), outline(156)), List.of()).fitted(2);
        assertNotNull(asia.point(-170, 66, AREA), "the tip of Russia");
        assertNull(asia.point(-60, -10, AREA), "Brazil");
    }

    @Test
    void landOverseasDoesNotWidenTheFrame() {
        var france = MapView.of(List.of(outline(250)), List.of()).fitted(2);
        assertNull(france.point(-53, 4, AREA), "Guiana");
    }

    @Test
    void statesAllRoundTheGlobeShowAllOfIt() {
        var brics = MapView.of(List.of(outline(76), outline(643), outline(356), outline(156), outline(710)), List.of())
                .fitted(2);
        assertNotNull(brics.point(-150, 60, AREA), "Alaska");
    }

    @Test
    void aSpotLiesInsideAndNotInAHole() {
        double[] square = {0, 0, 10, 0, 10, 10, 0, 10};
        double[] hole = {2, 2, 8, 2, 8, 8, 2, 8};
        var spot = Objects.requireNonNull(MapView.spot(List.of(square, hole)));
        assertTrue(MapView.shape(List.of(square, hole)).contains(spot.x(), spot.y()));
    }

    @Test
    void stripesStayInside() {
        double[] square = {0, 0, 10, 0, 10, 10, 0, 10};
        var box = MapView.stripes(List.of(square), 3).getBounds2D();
        assertTrue(new Rectangle2D.Double(0, 0, 10, 10).contains(box), box::toString);
    }

    @Test
    void aLongPathIsTheSameInSteps() {
        double[] ring = {10, 20, 30.5, 20, 30.5, 19.25};
        assertEquals("m10 20l20.5 0 0-.75z", PathText.of(List.of(ring)));
    }

    @Test
    void aSecondRingStepsFromTheFirstOnesStart() {
        double[] first = {10, 20, 30, 20, 30, 40};
        double[] second = {11, 22, 12, 22, 12, 23};
        assertEquals("m10 20l20 0 0 20zm1 2l1 0 0 1z", PathText.of(List.of(first, second)));
    }

    @Test
    void pathsWithCurvesStayAsTheyAre() {
        String curve = "<path d=\"" + "M1 1 C2 2 3 3 4 4 ".repeat(20) + "\"/>";
        assertEquals(curve, PathText.shortened(curve));
    }
}
