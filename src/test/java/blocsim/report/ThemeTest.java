package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static void assertApart(ColourVision eye, List<Color> colours, double least) {
        for (int i = 0; i < colours.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = eye.difference(colours.get(i), colours.get(j));
                assertTrue(apart >= least, eye + " sees colours " + j + " and " + i + " only " + apart + " apart");
            }
        }
    }

    @Test
    void theDifferenceFormulaGivesItsAuthorsFigures() {
        // Two pairs of the test data of Sharma, Wu and Dalal (2005).
        assertEquals(
                2.0425,
                ColourVision.ciede2000(new double[] {50, 2.6772, -79.7751}, new double[] {50, 0, -82.7485}),
                1e-4);
        assertEquals(1.0000, ColourVision.ciede2000(new double[] {50, 2.5, 0}, new double[] {50, 3.2592, .3350}), 1e-4);
    }

    @ParameterizedTest
    @EnumSource
    void everyEyeTellsTheRungsApart(ColourVision eye) {
        assertApart(eye, Theme.rungColours(), 18);
    }

    @ParameterizedTest
    @EnumSource
    void everyEyeTellsTheRungsApartOnADarkPage(ColourVision eye) {
        assertApart(eye, darkRungs(), 15);
    }

    @ParameterizedTest
    @EnumSource
    void everyEyeTellsTheSeriesApart(ColourVision eye) {
        assertApart(eye, Theme.seriesColours(), 10);
    }

    @ParameterizedTest
    @EnumSource
    void everyEyeTellsTheLandOfAMapApart(ColourVision eye) {
        var land = IntStream.rangeClosed(0, 3)
                .mapToObj(level -> MapPainter.land(new Rung("any", level)))
                .toList();
        assertApart(eye, land, 18);
        assertApart(eye, List.of(MapPainter.OUTSIDER, MapPainter.ELSEWHERE), 4);
    }

    @ParameterizedTest
    @EnumSource
    void everyEyeTellsTheTiesOfTheNetworkApart(ColourVision eye) {
        assertApart(eye, List.of(NetworkChart.MEMBERSHIP, NetworkChart.PATRON, NetworkChart.GUARANTEE), 15);
    }

    @ParameterizedTest
    @EnumSource
    void everyEyeTellsBarsThatTouchApart(ColourVision eye) {
        assertApart(eye, List.of(SobolChart.FIRST, SobolChart.TOTAL), 18);
        assertApart(eye, List.of(TornadoChart.LOW, TornadoChart.HIGH), 18);
        assertApart(eye, List.of(WaterfallChart.ADDS, WaterfallChart.TAKES), 18);
        assertApart(eye, List.of(StanceMatrixChart.BARS, Theme.GRID), 18);
    }

    @Test
    void barsThatTouchAreToldApartInGrey() {
        assertTrue(lightness(SobolChart.TOTAL) - lightness(SobolChart.FIRST) >= 15);
        assertTrue(lightness(TornadoChart.LOW) - lightness(TornadoChart.HIGH) >= 15);
        assertTrue(lightness(Theme.GRID) - lightness(StanceMatrixChart.BARS) >= 15);
    }

    /** Of a grey as bright as a colour: L* of CIELAB, 0 to 100. */
    private static double lightness(Color colour) {
        double brighter = ColourVision.contrast(colour, Color.BLACK) * .05 - .05;
        return 116 * Math.cbrt(brighter) - 16;
    }

    @Test
    void rungsStandOutFromThePaper() {
        for (Color colour : Theme.rungColours()) {
            assertTrue(ColourVision.contrast(colour, Theme.PAPER) >= 3, colour.toString());
        }
    }

    @Test
    void rungsStandOutFromADarkPage() {
        Color dark = Theme.onDark().getOrDefault(Theme.PAPER, Theme.PAPER);
        for (Color colour : darkRungs()) {
            assertTrue(ColourVision.contrast(colour, dark) >= 3, colour.toString());
        }
    }

    @Test
    void wordsAreReadableOnThePaper() {
        assertTrue(ColourVision.contrast(Theme.SOFT_INK, Theme.PAPER) >= 4.5);
    }

    @Test
    void stepsAreRound() {
        assertEquals(5, Theme.step(34, 7));
    }

    private static List<Color> darkRungs() {
        return Theme.rungColours().stream()
                .map(colour -> Theme.onDark().getOrDefault(colour, colour))
                .toList();
    }
}
