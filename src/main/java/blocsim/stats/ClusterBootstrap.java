package blocsim.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Intervals of statistics on units that hang together in clusters: whole clusters are drawn, as many as there are, with replacement.
 *
 * <p>Source: Davison and Hinkley (1997), "Bootstrap Methods and Their Application", section 3.8; percentile intervals at 95 %.
 */
public final class ClusterBootstrap {
    /** Where the random numbers come from. */
    @FunctionalInterface
    public interface Source {
        /** A number uniform in (0, 1) for one of the clusters drawn in one of the resamples; the same whenever it is asked for. */
        double uniform(int resample, int draw);
    }

    private static final double TAIL = 0.025;

    private final int[] cluster;
    private final int[][] drawn;

    /**
     * @param cluster shape (n): each unit's cluster, from 0
     * @param resamples how many times to draw
     * @param source of the random numbers
     */
    public ClusterBootstrap(int[] cluster, int resamples, Source source) {
        this.cluster = cluster.clone();
        int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
        this.drawn = new int[resamples][clusters];
        for (int r = 0; r < resamples; r++) {
            for (int k = 0; k < clusters; k++) {
                drawn[r][(int) (source.uniform(r, k) * clusters)]++;
            }
        }
    }

    /**
     * A statistic with its interval.
     *
     * @param statistic of the weights of the units, shape (n): how often each was drawn
     * @return the statistic of all units once, and the 2.5 and 97.5 % quantiles over the resamples in which it is a number; they are
     *     not numbers if it is none in all
     */
    public Interval interval(ToDoubleFunction<int[]> statistic) {
        var weights = new int[cluster.length];
        Arrays.fill(weights, 1);
        double value = statistic.applyAsDouble(weights);
        var values = new double[drawn.length];
        int count = 0;
        for (int[] times : drawn) {
            for (int unit = 0; unit < weights.length; unit++) {
                weights[unit] = times[cluster[unit]];
            }
            double one = statistic.applyAsDouble(weights);
            if (!Double.isNaN(one)) {
                values[count++] = one;
            }
        }
        if (count == 0) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return new Interval(value, Quantiles.of(sorted, TAIL), Quantiles.of(sorted, 1 - TAIL));
    }
}
