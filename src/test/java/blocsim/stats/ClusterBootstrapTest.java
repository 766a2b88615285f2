package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
    private static ClusterBootstrap.Source random(int seed, int clusters) {
        var numbers = new Random(seed).doubles(2000L * clusters).toArray();
        return (resample, draw) -> numbers[resample * clusters + draw];
    }

    private static double mean(int[] weights, double[] values) {
        double sum = 0;
        double total = 0;
        for (int k = 0; k < values.length; k++) {
            sum += weights[k] * values[k];
            total += weights[k];
        }
        return sum / total;
    }

    @Test
    void unitsOfOneClusterAreDrawnTogether() {
        var bootstrap = new ClusterBootstrap(new int[] {0, 0, 1}, 2000, random(1, 2));
        double[] apart = bootstrap.values(weights -> weights[0] - weights[1]);
        for (double difference : apart) {
            assertEquals(0, difference, 0);
        }
    }

    @Test
    void theFirstValueIsThatOfAllUnitsOnce() {
        var bootstrap = new ClusterBootstrap(new int[] {0, 1, 2}, 10, random(2, 3));
        assertEquals(2, bootstrap.values(weights -> mean(weights, new double[] {1, 2, 3}))[0], 1e-15);
    }

    /** The mean of 50 normal draws has a standard error of 1/√50 = .141, so that its interval is about 3.92 × .141 wide. */
    @Test
    void theIntervalOfAMeanIsAsWideAsTheoryHasIt() {
        int n = 50;
        var random = new Random(3);
        var values = new double[n];
        var clusters = new int[n];
        for (int k = 0; k < n; k++) {
            values[k] = random.nextGaussian();
            clusters[k] = k;
        }
        var interval = ClusterBootstrap.interval(
                new ClusterBootstrap(clusters, 2000, random(4, n)).values(weights -> mean(weights, values)));
        assertEquals(3.92 / Math.sqrt(n), interval.upper() - interval.lower(), .12);
    }

    @Test
    void drawsWithoutAStatisticAreLeftOut() {
        var interval = ClusterBootstrap.interval(new double[] {1, Double.NaN, 3, Double.NaN, 3});
        assertEquals(new Interval(1, 3, 3), interval);
    }

    @Test
    void aStatisticThatNeverIsHasNoInterval() {
        assertTrue(Double.isNaN(
                ClusterBootstrap.interval(new double[] {1, Double.NaN}).lower()));
    }
}
