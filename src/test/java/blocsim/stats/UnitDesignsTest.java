package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitDesignsTest {
    /** Numbers by address from a table of random ones. */
    static Uniforms random(int seed) {
        var numbers = new Random(seed).doubles(1 << 16).toArray();
        return (row, column) -> numbers[(row * 31 + column * 1009) & 0xFFFF];
    }

    private static int differences(double[] one, double[] other) {
        int count = 0;
        for (int j = 0; j < one.length; j++) {
            count += one[j] == other[j] ? 0 : 1;
        }
        return count;
    }

    @Test
    void everyStripOfALatinHypercubeHoldsOnePoint() {
        double[][] points = UnitDesigns.latinHypercube(50, 3, random(1));
        for (int j = 0; j < 3; j++) {
            int column = j;
            assertEquals(
                    50,
                    Arrays.stream(points)
                            .mapToInt(point -> (int) (point[column] * 50))
                            .distinct()
                            .count());
        }
    }

    @Test
    void columnsOfALatinHypercubeAreInDifferentOrders() {
        double[][] points = UnitDesigns.latinHypercube(400, 2, random(2));
        double[] x = Arrays.stream(points).mapToDouble(point -> point[0]).toArray();
        double[] y = Arrays.stream(points).mapToDouble(point -> point[1]).toArray();
        assertEquals(0, RankCorrelation.kendall(x, y), .12);
    }

    @Test
    void saltellisDesignIsThatOfAnotherProgram() throws IOException {
        double[][] expected = new ReferenceFile("sobol-ishigami-runs.csv").rows();
        double[][] points = UnitDesigns.saltelli(256, 3, 0, true);
        assertEquals(expected.length, points.length);
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(expected[i][j], Math.PI * (2 * points[i][j] - 1), 1e-15);
            }
        }
    }

    @Test
    void withoutInteractionsABlockHasNoRowsOfBWithAFactorOfA() {
        double[][] all = UnitDesigns.saltelli(4, 2, 4, true);
        double[][] some = UnitDesigns.saltelli(4, 2, 4, false);
        assertArrayEquals(new double[][] {all[6], all[7], all[8], all[11]}, Arrays.copyOfRange(some, 4, 8));
    }

    @Test
    void aBalancedSkipLeavesOutTheZerosAndKeepsTheBalance() {
        double[][] points = UnitDesigns.sobol(8, 5, UnitDesigns.balancedSkip(8));
        for (int j = 0; j < 5; j++) {
            int column = j;
            double[] sorted = Arrays.stream(points)
                    .mapToDouble(point -> point[column])
                    .sorted()
                    .toArray();
            assertTrue(sorted[0] > 0, "a zero in column " + j);
            for (int i = 0; i < 8; i++) {
                assertEquals(i, (int) (sorted[i] * 8), "column " + j);
            }
        }
    }

    @Test
    void skippingGoesOnWhereTheSequenceWouldBe() {
        assertArrayEquals(Arrays.copyOfRange(UnitDesigns.sobol(20, 4, 0), 7, 20), UnitDesigns.sobol(13, 4, 7));
    }

    @Test
    void aTrajectoryMovesEachFactorOnceByTheSameStep() {
        double[][] points = UnitDesigns.morris(30, 5, 4, random(3));
        for (int t = 0; t < 30; t++) {
            var moved = new double[5];
            for (int step = 1; step <= 5; step++) {
                double[] from = points[t * 6 + step - 1];
                double[] to = points[t * 6 + step];
                assertEquals(1, differences(from, to));
                for (int j = 0; j < 5; j++) {
                    moved[j] += Math.abs(to[j] - from[j]);
                }
            }
            for (double by : moved) {
                assertEquals(2 / 3.0, by, 1e-15);
            }
        }
    }

    @Test
    void trajectoriesVisitEveryLevelOfEveryFactorAsOften() {
        double[][] points = UnitDesigns.morris(2000, 2, 4, random(4));
        var visits = new int[4];
        for (double[] point : points) {
            visits[(int) Math.round(point[1] * 3)]++;
        }
        for (int count : visits) {
            assertEquals(1500, count, 150);
        }
    }

    @Test
    void anOddNumberOfLevelsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> UnitDesigns.morris(1, 1, 3, random(1)));
    }
}
