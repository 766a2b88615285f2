package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SwingsTest {
    private static final Uniforms RANDOM = UnitDesignsTest.random(11);
    private static final double[][] POINTS = UnitDesigns.latinHypercube(1000, 2, RANDOM);

    /** The middle of the lowest fifth is .1 and of the highest .9. */
    @Test
    void theSwingIsFromTheLowestToTheHighestFifth() {
        var swings = Swings.of(POINTS, TestFunctions.outputs(POINTS, x -> 3 * x[0]), 200, RANDOM);
        assertEquals(.3, swings.factors().get(0).low().value(), .01);
        assertEquals(2.7, swings.factors().get(0).high().value(), .01);
        assertEquals(2.4, swings.factors().get(0).swing().value(), .02);
    }

    @Test
    void aFactorWithoutEffectSwingsByNoMoreThanItsInterval() {
        var swings = Swings.of(POINTS, TestFunctions.outputs(POINTS, x -> 3 * x[0]), 500, RANDOM);
        var swing = swings.factors().get(1).swing();
        assertTrue(swing.lower() < 0 && swing.upper() > 0, swing::toString);
    }

    @Test
    void aFactorOfTwoValuesSwingsFromOneToTheOther() {
        double[][] points = {{0}, {1}, {0}, {1}};
        double[][] outputs = {{1}, {4}, {3}, {8}};
        var factor = Swings.of(points, outputs, 10, RANDOM).factors().get(0);
        assertEquals(2, factor.low().value());
        assertEquals(6, factor.high().value());
    }

    @Test
    void failedRunsAreNoPartOfAPointsMean() {
        double[][] points = {{0}, {1}, {1}};
        double[][] outputs = {{1, 3}, {5, Double.NaN}, {Double.NaN}};
        var swings = Swings.of(points, outputs, 10, RANDOM);
        assertEquals(5, swings.factors().get(0).high().value());
        assertEquals(1, swings.droppedPoints());
    }
}
