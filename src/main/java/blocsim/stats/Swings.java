package blocsim.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far an output's mean swings from the low end of each factor to its high end, all other factors varying as the design has them. It
 * takes any design that fills the space.
 *
 * @param factors one for each factor, in the order of the columns
 * @param mean of all runs, each point counted once
 * @param points how many the figures rest on
 * @param droppedPoints how many were left out for want of a finished run
 */
public record Swings(List<Factor> factors, double mean, int points, int droppedPoints) {
    /** The share of a factor's points at either end. */
    private static final int SLICES = 5;

    /**
     * The swing of one factor; intervals at 95 % over resamples of points.
     *
     * @param low mean of the output in the lowest fifth of the factor's points, or at its least value if that has more of them
     * @param high the same at the other end
     * @param swing {@code high} less {@code low}
     */
    public record Factor(Interval low, Interval high, Interval swing) {}

    /** Copies the list. */
    public Swings {
        factors = List.copyOf(factors);
    }

    /**
     * Swings from the runs of a design.
     *
     * @param points shape (points, k)
     * @param outputs shape (points, replicates); not a number for a run that failed. A point counts by the mean of those that did not.
     * @param resamples of points, for the intervals
     * @param random asked for rows 0 to resamples - 1 and a column for each point
     * @throws IllegalArgumentException if there are not as many outputs as points, or none
     */
    public static Swings of(double[][] points, double[][] outputs, int resamples, Uniforms random) {
        if (points.length != outputs.length || points.length == 0) {
            throw new IllegalArgumentException(points.length + " points and outputs of " + outputs.length
                    + "; give an output for each of at least 1 point");
        }
        double[] all = Arrays.stream(outputs)
                .mapToDouble(row ->
                        Arrays.stream(row).filter(Double::isFinite).average().orElse(Double.NaN))
                .toArray();
        int[] kept = IntStream.range(0, all.length)
                .filter(i -> !Double.isNaN(all[i]))
                .toArray();
        double[] mean = Arrays.stream(kept).mapToDouble(i -> all[i]).toArray();
        var bootstrap = new ClusterBootstrap(IntStream.range(0, kept.length).toArray(), resamples, random::at);
        var factors = IntStream.range(0, points[0].length)
                .mapToObj(j -> {
                    double[] column =
                            Arrays.stream(kept).mapToDouble(i -> points[i][j]).toArray();
                    int[] slice = Pawn.slices(column, SLICES);
                    int least = Arrays.stream(slice).min().orElse(0);
                    int most = Arrays.stream(slice).max().orElse(0);
                    return new Factor(
                            ClusterBootstrap.interval(bootstrap.values(w -> mean(w, mean, slice, least))),
                            ClusterBootstrap.interval(bootstrap.values(w -> mean(w, mean, slice, most))),
                            ClusterBootstrap.interval(
                                    bootstrap.values(w -> mean(w, mean, slice, most) - mean(w, mean, slice, least))));
                })
                .toList();
        return new Swings(
                factors, Arrays.stream(mean).average().orElse(Double.NaN), kept.length, all.length - kept.length);
    }

    private static double mean(int[] weights, double[] values, int[] slice, int at) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (slice[i] == at) {
                sum += weights[i] * values[i];
                count += weights[i];
            }
        }
        return sum / count;
    }
}
