package blocsim.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * PAWN: how far an output's distribution moves when a factor is held in a slice of its range, by the distance of Kolmogorov and Smirnov.
 * It takes any design that fills the space, and sees effects that leave the variance alone.
 *
 * <p>Sources: Pianosi and Wagener (2015), "A Simple and Efficient Method for Global Sensitivity Analysis Based on Cumulative
 * Distribution Functions", and (2018), "Distribution-Based Sensitivity Analysis from a Generic Input-Output Sample". Each run is one value
 * of the output, so luck is part of both distributions; runs that failed are left out. A slice holds [lower, upper) between quantiles of
 * the factor, the last one its upper end too; slices without a run, as those of a factor with few values, are left out.
 *
 * @param factors one for each factor, in the order of the columns
 * @param medianOfNone what the median of a factor without any effect stays below in 95 % of cases, by factors made at random
 * @param maximumOfNone the same for the maximum
 * @param runs how many the figures rest on
 * @param droppedRuns how many were left out
 */
public record Pawn(List<Factor> factors, double medianOfNone, double maximumOfNone, int runs, int droppedRuns) {
    /**
     * The distances of one factor, each in [0, 1] with its interval at 95 %: quantiles over resamples, moved so that their mean meets the
     * value, since a resample repeats points and that alone adds to a distance.
     *
     * @param median over slices
     * @param maximum over slices
     */
    public record Factor(Interval median, Interval maximum) {}

    /** Copies the list. */
    public Pawn {
        factors = List.copyOf(factors);
    }

    /**
     * Distances from the runs of a design.
     *
     * @param points shape (points, k)
     * @param outputs shape (points, replicates); not a number for a run that failed. Rows may differ in length.
     * @param slices of each factor's range, at least 2
     * @param resamples of whole points for the intervals, and as many factors made at random
     * @param random asked for rows 0 to 2·resamples - 1 and a column for each point
     * @throws IllegalArgumentException if there are not as many outputs as points, or fewer than two slices
     */
    public static Pawn of(double[][] points, double[][] outputs, int slices, int resamples, Uniforms random) {
        if (points.length != outputs.length || points.length == 0 || slices < 2) {
            throw new IllegalArgumentException(points.length + " points, outputs of " + outputs.length + " and "
                    + slices + " slices; give an output for each of at least 1 point, and at least 2 slices");
        }
        int all = Arrays.stream(outputs).mapToInt(row -> row.length).sum();
        var runs = Runs.of(outputs);
        var bootstrap = new ClusterBootstrap(runs.point, resamples, random::at);
        var factors = IntStream.range(0, points[0].length)
                .mapToObj(j -> {
                    double[] column =
                            Arrays.stream(points).mapToDouble(point -> point[j]).toArray();
                    int[] slice = slices(column, slices);
                    return new Factor(
                            moved(bootstrap.values(w -> median(runs.distances(slice, slices, w)))),
                            moved(bootstrap.values(w -> maximum(runs.distances(slice, slices, w)))));
                })
                .toList();
        var medians = new double[resamples];
        var maxima = new double[resamples];
        var once = new int[runs.value.length];
        Arrays.fill(once, 1);
        for (int r = 0; r < resamples; r++) {
            int row = resamples + r;
            double[] none = IntStream.range(0, points.length)
                    .mapToDouble(point -> random.at(row, point))
                    .toArray();
            double[] distances = runs.distances(slices(none, slices), slices, once);
            medians[r] = median(distances);
            maxima[r] = maximum(distances);
        }
        return new Pawn(factors, limit(medians), limit(maxima), once.length, all - once.length);
    }

    /** The slice of each point, from 0. */
    static int[] slices(double[] column, int slices) {
        double[] sorted = Arrays.stream(column).sorted().toArray();
        var edges = new double[slices - 1];
        Arrays.setAll(edges, s -> Quantiles.of(sorted, (s + 1.0) / slices));
        var slice = new int[column.length];
        for (int i = 0; i < column.length; i++) {
            while (slice[i] < edges.length && column[i] >= edges[slice[i]]) {
                slice[i]++;
            }
        }
        return slice;
    }

    /** The finished runs in rising order of their value, and the point of each. */
    static final class Runs {
        private final double[] value;
        private final int[] point;

        private Runs(double[] value, int[] point) {
            this.value = value;
            this.point = point;
        }

        static Runs of(double[][] outputs) {
            int[] points = IntStream.range(0, outputs.length)
                    .flatMap(i ->
                            Arrays.stream(outputs[i]).filter(Double::isFinite).mapToInt(y -> i))
                    .toArray();
            double[] values = Arrays.stream(outputs)
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .toArray();
            int[] order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(values[a], values[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new Runs(
                    Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                    Arrays.stream(order).map(i -> points[i]).toArray());
        }

        /** The distance of each slice's distribution from that of all runs, each run counted as often as its weight; without empty slices. */
        double[] distances(int[] slice, int slices, int[] weights) {
            var total = new double[slices];
            double all = 0;
            for (int i = 0; i < value.length; i++) {
                total[slice[point[i]]] += weights[i];
                all += weights[i];
            }
            var sum = new double[slices];
            var distance = new double[slices];
            double below = 0;
            for (int i = 0; i < value.length; i++) {
                sum[slice[point[i]]] += weights[i];
                below += weights[i];
                if (i + 1 == value.length || value[i + 1] > value[i]) {
                    for (int s = 0; s < slices; s++) {
                        if (total[s] > 0) {
                            distance[s] = Math.max(distance[s], Math.abs(sum[s] / total[s] - below / all));
                        }
                    }
                }
            }
            return IntStream.range(0, slices)
                    .filter(s -> total[s] > 0)
                    .mapToDouble(s -> distance[s])
                    .toArray();
        }
    }

    private static double median(double[] distances) {
        return distances.length == 0
                ? Double.NaN
                : Quantiles.of(Arrays.stream(distances).sorted().toArray(), .5);
    }

    private static double maximum(double[] distances) {
        return Arrays.stream(distances).max().orElse(Double.NaN);
    }

    private static double limit(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : Quantiles.of(sorted, .95);
    }

    private static Interval moved(double[] values) {
        var plain = ClusterBootstrap.interval(values);
        double by = plain.value()
                - Arrays.stream(values)
                        .skip(1)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN);
        return new Interval(plain.value(), Math.max(0, plain.lower() + by), Math.min(1, plain.upper() + by));
    }
}
