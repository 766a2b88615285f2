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
     * A statistic of all units once, then of each resample: shape (resamples + 1).
     *
     * @param statistic of the weights of the units, shape (n): how often each was drawn; the array is used again
     */
    public double[] values(ToDoubleFunction<int[]> statistic) {
        var weights = new int[cluster.length];
        Arrays.fill(weights, 1);
        var values = new double[drawn.length + 1];
        values[0] = statistic.applyAsDouble(weights);
        for (int r = 0; r < drawn.length; r++) {
            for (int unit = 0; unit < weights.length; unit++) {
                weights[unit] = drawn[r][cluster[unit]];
            }
            values[r + 1] = statistic.applyAsDouble(weights);
        }
        return values;
    }

    /**
     * A statistic with its interval.
     *
     * @param values as {@link #values} gives them, or made of several such arrays element by element
     * @return the first value, and the 2.5 and 97.5 % quantiles of those after it that are numbers; an interval that is none if none is
     */
    public static Interval interval(double[] values) {
        double[] sorted = Arrays.stream(values)
                .skip(1)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? new Interval(values[0], Double.NaN, Double.NaN)
                : new Interval(values[0], Quantiles.of(sorted, TAIL), Quantiles.of(sorted, 1 - TAIL));
    }
}
