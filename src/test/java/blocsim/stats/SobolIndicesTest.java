package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SobolIndicesTest {
    private static final Uniforms RANDOM = UnitDesignsTest.random(7);

    private static double[][] design(int n, int k) {
        return UnitDesigns.saltelli(n, k, UnitDesigns.balancedSkip(n), false);
    }

    private static SobolIndices of(double[][] outputs, int k) {
        return SobolIndices.of(outputs, k, false, 200, RANDOM);
    }

    private static SobolIndices reference() throws IOException {
        double[][] rows = new ReferenceFile("sobol-ishigami-runs.csv").rows();
        double[][] outputs =
                Arrays.stream(rows).map(row -> new double[] {row[3]}).toArray(double[][]::new);
        return SobolIndices.of(outputs, 3, true, 1000, RANDOM);
    }

    private static double half(Interval interval) {
        return (interval.upper() - interval.lower()) / 2;
    }

    @Test
    void indicesAreThoseOfAnotherProgram() throws IOException {
        double[][] expected = new ReferenceFile("sobol-ishigami-indices.csv").named();
        var indices = reference();
        for (int i = 0; i < 3; i++) {
            var factor = indices.factors().get(i);
            assertEquals(expected[i][0], factor.first().value(), 1e-14);
            assertEquals(expected[i][2], factor.total().value(), 1e-14);
        }
    }

    @Test
    void intervalsAreThoseOfAnotherProgramButForTheirDraws() throws IOException {
        double[][] expected = new ReferenceFile("sobol-ishigami-indices.csv").named();
        var indices = reference();
        for (int i = 0; i < 3; i++) {
            var factor = indices.factors().get(i);
            assertEquals(1, half(factor.first()) / expected[i][1], .2);
            assertEquals(1, half(factor.total()) / expected[i][3], .2);
        }
    }

    @Test
    void interactionsAreThoseOfAnotherProgram() throws IOException {
        double[][] expected = new ReferenceFile("sobol-ishigami-second-order.csv").named(2);
        var indices = reference();
        for (int p = 0; p < 3; p++) {
            assertEquals(expected[p][0], indices.pairs().get(p).index().value(), 1e-14);
        }
    }

    @Test
    void ishigamisIndicesAreThoseInClosedForm() {
        var indices = of(TestFunctions.outputs(design(4096, 3), TestFunctions::ishigami), 3);
        for (int i = 0; i < 3; i++) {
            var factor = indices.factors().get(i);
            assertEquals(TestFunctions.ISHIGAMI_FIRST[i], factor.first().value(), .01);
            assertEquals(TestFunctions.ISHIGAMI_TOTAL[i], factor.total().value(), .01);
        }
    }

    @Test
    void theIndicesOfTheGFunctionAreThoseInClosedForm() {
        var indices = of(TestFunctions.outputs(design(4096, 5), TestFunctions::g), 5);
        for (int i = 0; i < 5; i++) {
            var factor = indices.factors().get(i);
            assertEquals(TestFunctions.gFirst(i), factor.first().value(), .01);
            assertEquals(TestFunctions.gTotal(i), factor.total().value(), .01);
        }
    }

    /** With a sum there is no interaction; luck of twice the sum's own deviation, four replicates a point. */
    @Test
    void luckIsNoInteraction() {
        double deviation = 2 * Math.sqrt(2 / 12.0);
        var indices = of(TestFunctions.lucky(design(4096, 3), x -> x[0] + x[1], 4, deviation, 1), 3);
        assertEquals(.5, indices.factors().get(0).total().value(), .06);
        assertEquals(.5, indices.factors().get(0).first().value(), .06);
        assertEquals(0, indices.factors().get(2).total().value(), .06);
    }

    @Test
    void withoutReplicatesLuckCountsAsInteraction() {
        var indices = of(TestFunctions.lucky(design(4096, 3), x -> x[0] + x[1], 1, Math.sqrt(2 / 12.0), 2), 3);
        assertEquals(.5, indices.factors().get(2).total().value(), .06);
        assertNull(indices.luck());
    }

    @Test
    void theShareOfLuckIsThatOfASingleRunsVariance() {
        var luck = of(TestFunctions.lucky(design(2048, 2), x -> x[0] + x[1], 5, Math.sqrt(3 * 2 / 12.0), 3), 2)
                .luck();
        assertNotNull(luck);
        assertEquals(.75, luck.value(), .02);
    }

    /** Each replicate tilts the second factor in its own way, the same at every point; there is no tilt on average. */
    @Test
    void luckThatPointsShareIsNoFirstOrderEffect() {
        double[][] points = design(256, 2);
        var random = new Random(4);
        double first = 0;
        double total = 0;
        for (int draw = 0; draw < 400; draw++) {
            double[] tilt = random.doubles(4).map(u -> 4 * u - 2).toArray();
            var outputs = Arrays.stream(points)
                    .map(x -> Arrays.stream(tilt).map(by -> x[0] + by * x[1]).toArray())
                    .toArray(double[][]::new);
            var indices = SobolIndices.of(outputs, 2, false, 0, RANDOM);
            first += indices.factors().get(1).first().value() * indices.variance() / 400;
            total += indices.factors().get(1).total().value() * indices.variance() / 400;
        }
        assertEquals(0, first, .1 / 12);
        assertEquals(0, total, .1 / 12);
    }

    @Test
    void whatAddsToAllPointsOfAReplicateChangesNothing() {
        double[][] outputs = TestFunctions.lucky(design(64, 2), x -> x[0] * x[1], 3, .1, 5);
        var indices = of(outputs, 2);
        for (double[] row : outputs) {
            row[1] += .7;
        }
        assertEquals(
                indices.factors().get(0).total().value(),
                of(outputs, 2).factors().get(0).total().value(),
                1e-12);
    }

    @Test
    void aFailedRunTakesItsBlockAway() {
        double[][] outputs = TestFunctions.outputs(design(64, 3), TestFunctions::ishigami);
        double[][] without = Arrays.copyOfRange(outputs, 5, outputs.length);
        outputs[2][0] = Double.NaN;
        var indices = of(outputs, 3);
        assertEquals(
                of(without, 3).factors().get(1).first().value(),
                indices.factors().get(1).first().value(),
                1e-15);
        assertEquals(63, indices.blocks());
        assertEquals(1, indices.droppedBlocks());
    }

    @Test
    void aFailedReplicateTakesOnlyItselfFromItsBlock() {
        double[][] outputs = TestFunctions.lucky(design(64, 2), x -> x[0], 3, .1, 6);
        outputs[1][2] = Double.NaN;
        var indices = of(outputs, 2);
        assertEquals(64, indices.blocks());
        assertEquals(1, indices.droppedReplicates());
    }

    @Test
    void aBlockWithOneOfSeveralReplicatesLeftIsDropped() {
        double[][] outputs = TestFunctions.lucky(design(64, 2), x -> x[0], 2, .1, 6);
        outputs[1][1] = Double.NaN;
        assertEquals(1, of(outputs, 2).droppedBlocks());
    }

    @Test
    void anOutputThatNeverVariesHasNoIndices() {
        var indices = of(TestFunctions.outputs(design(64, 2), x -> .1), 2);
        assertTrue(Double.isNaN(indices.factors().get(0).total().value()));
    }

    @Test
    void halfABlockIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(new double[7][1], 2));
    }
}
