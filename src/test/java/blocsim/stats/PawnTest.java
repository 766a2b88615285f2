package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PawnTest {
    private static final Uniforms RANDOM = UnitDesignsTest.random(9);

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }

    private static double[][] last(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> new double[] {row[row.length - 1]})
                .toArray(double[][]::new);
    }

    /** The other program has the largest point of a factor in no slice, so that this test puts it into one more and leaves that out. */
    @Test
    void distancesAreThoseOfAnotherProgram() throws IOException {
        double[][] rows = new ReferenceFile("pawn-ishigami-runs.csv").rows();
        double[][] expected = new ReferenceFile("pawn-ishigami-indices.csv").named();
        var runs = Pawn.Runs.of(last(rows));
        var once = new int[rows.length];
        Arrays.fill(once, 1);
        for (int j = 0; j < 3; j++) {
            double[] column = column(rows, j);
            double largest = Arrays.stream(column).max().orElseThrow();
            int[] slice = Pawn.slices(column, 10);
            for (int i = 0; i < slice.length; i++) {
                slice[i] = column[i] == largest ? 10 : slice[i];
            }
            double[] sorted = Arrays.stream(runs.distances(slice, 11, once))
                    .limit(10)
                    .sorted()
                    .toArray();
            assertEquals(expected[j][0], sorted[0], 1e-15);
            assertEquals(expected[j][1], Arrays.stream(sorted).sum() / 10, 1e-15);
            assertEquals(expected[j][2], (sorted[4] + sorted[5]) / 2, 1e-15);
            assertEquals(expected[j][3], sorted[9], 1e-15);
        }
    }

    @Test
    void theSummaryIsThatOfAnotherProgramButForTheLargestPoint() throws IOException {
        double[][] rows = new ReferenceFile("pawn-ishigami-runs.csv").rows();
        double[][] expected = new ReferenceFile("pawn-ishigami-indices.csv").named();
        double[][] points =
                Arrays.stream(rows).map(row -> Arrays.copyOf(row, 3)).toArray(double[][]::new);
        var pawn = Pawn.of(points, last(rows), 10, 20, RANDOM);
        for (int j = 0; j < 3; j++) {
            assertEquals(expected[j][2], pawn.factors().get(j).median().value(), 1 / 60.0);
            assertEquals(expected[j][3], pawn.factors().get(j).maximum().value(), 1 / 60.0);
        }
    }

    @Test
    void slicesHoldAsManyPoints() {
        int[] slice = Pawn.slices(new double[] {9, 1, 8, 2, 7, 3}, 3);
        assertArrayEquals(new int[] {2, 0, 2, 0, 1, 1}, slice);
    }

    @Test
    void aFactorThatIsTheOutputMovesItAsFarAsCanBe() {
        double[][] points = UnitDesigns.latinHypercube(1000, 1, RANDOM);
        var pawn = Pawn.of(points, points, 10, 50, RANDOM);
        assertEquals(.9, pawn.factors().get(0).maximum().value(), 1e-12);
    }

    @Test
    void aFactorWithoutEffectStaysBelowTheLimitOfNone() {
        double[][] points = UnitDesigns.latinHypercube(1000, 2, RANDOM);
        var pawn = Pawn.of(points, TestFunctions.lucky(points, x -> x[0], 3, .3, 1), 10, 50, RANDOM);
        assertTrue(pawn.factors().get(1).median().value() < pawn.medianOfNone());
        assertTrue(pawn.factors().get(0).median().lower() > pawn.medianOfNone());
    }

    @Test
    void aFactorOfTwoValuesHasTwoSlices() {
        double[][] points = {{0}, {1}, {0}, {1}, {0}, {1}};
        var pawn = Pawn.of(points, points, 10, 50, RANDOM);
        assertEquals(.5, pawn.factors().get(0).median().value(), 1e-15);
    }

    @Test
    void failedRunsAreLeftOutAndCounted() {
        double[][] points = {{0}, {.5}, {1}, {.2}};
        double[][] outputs = {{0}, {Double.NaN}, {1}, {0}};
        var pawn = Pawn.of(points, outputs, 2, 10, RANDOM);
        assertEquals(3, pawn.runs());
        assertEquals(1, pawn.droppedRuns());
    }
}
