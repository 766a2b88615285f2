package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MorrisEffectsTest {
    private static final Uniforms RANDOM = UnitDesignsTest.random(8);

    private static MorrisEffects of(double[][] points, double[][] outputs) {
        return MorrisEffects.of(points, outputs, 500, RANDOM);
    }

    private static MorrisEffects reference() throws IOException {
        double[][] rows = new ReferenceFile("morris-ishigami-runs.csv").rows();
        double[][] points = Arrays.stream(rows)
                .map(row ->
                        Arrays.stream(row, 0, 3).map(x -> (x / Math.PI + 1) / 2).toArray())
                .toArray(double[][]::new);
        double[][] outputs =
                Arrays.stream(rows).map(row -> new double[] {row[3]}).toArray(double[][]::new);
        return of(points, outputs);
    }

    @Test
    void effectsAreThoseOfAnotherProgram() throws IOException {
        double[][] expected = new ReferenceFile("morris-ishigami-effects.csv").named();
        var effects = reference();
        for (int j = 0; j < 3; j++) {
            var factor = effects.factors().get(j);
            assertEquals(expected[j][0], factor.mu().value(), 1e-13);
            assertEquals(expected[j][1], factor.muStar().value(), 1e-13);
            assertEquals(expected[j][2], factor.sigma().value(), 1e-13);
        }
    }

    @Test
    void intervalsAreThoseOfAnotherProgramButForTheirDraws() throws IOException {
        double[][] expected = new ReferenceFile("morris-ishigami-effects.csv").named();
        var effects = reference();
        for (int j = 0; j < 3; j++) {
            var interval = effects.factors().get(j).muStar();
            assertEquals(expected[j][3], (interval.upper() - interval.lower()) / 2, .25 * expected[j][3] + 1e-12);
        }
    }

    @Test
    void aLinearFunctionsEffectsAreItsSlopes() {
        double[][] points = UnitDesigns.morris(10, 3, 4, RANDOM);
        var effects = of(points, TestFunctions.outputs(points, x -> 5 - 2 * x[0] + 3 * x[1]));
        assertEquals(-2, effects.factors().get(0).mu().value(), 1e-12);
        assertEquals(2, effects.factors().get(0).muStar().value(), 1e-12);
        assertEquals(0, effects.factors().get(1).sigma().value(), 1e-12);
    }

    @Test
    void luckIsNoInteraction() {
        double[][] points = UnitDesigns.morris(400, 2, 4, RANDOM);
        var effects = of(points, TestFunctions.lucky(points, x -> 2 * x[0], 10, 1, 1));
        assertEquals(0, effects.factors().get(0).sigma().lower(), 1e-12);
        assertEquals(0, effects.factors().get(0).sigma().value(), .2);
    }

    /** Two means of ten, each of variance 1/10, over a step of 2/3. */
    @Test
    void theLuckOfAnEffectIsThatOfTwoMeans() {
        double[][] points = UnitDesigns.morris(400, 2, 4, RANDOM);
        Double luck = of(points, TestFunctions.lucky(points, x -> 0, 10, 1, 2))
                .factors()
                .get(1)
                .luck();
        assertNotNull(luck);
        assertEquals(Math.sqrt(2 / 10.0) * 1.5, luck, .03);
    }

    @Test
    void aFactorOfLuckAloneDoesNotStand() {
        double[][] points = UnitDesigns.morris(400, 2, 4, RANDOM);
        var effects = of(points, TestFunctions.lucky(points, x -> x[0], 10, 1, 3));
        assertTrue(effects.factors().get(0).stands());
        assertFalse(effects.factors().get(1).stands());
    }

    @Test
    void luckThatNeighboursShareIsNone() {
        double[][] points = UnitDesigns.morris(10, 2, 4, RANDOM);
        double[][] outputs =
                Arrays.stream(points).map(x -> new double[] {x[0], x[0] + 100}).toArray(double[][]::new);
        Double luck = of(points, outputs).factors().get(0).luck();
        assertNotNull(luck);
        assertEquals(0, luck, 1e-10);
    }

    @Test
    void aFailedRunTakesTheEffectsOnBothItsSides() {
        double[][] points = UnitDesigns.morris(10, 3, 4, RANDOM);
        double[][] outputs = TestFunctions.outputs(points, x -> x[0]);
        outputs[1][0] = Double.NaN;
        var effects = of(points, outputs);
        assertEquals(2, effects.droppedEffects());
        assertEquals(1, effects.factors().get(0).mu().value(), 1e-12);
    }

    @Test
    void pointsThatAreNoTrajectoryAreRefused() {
        double[][] points = {{0, 0}, {1, 1}, {0, 1}};
        assertThrows(IllegalArgumentException.class, () -> of(points, new double[3][1]));
    }
}
