package blocsim.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sobol' indices: how much of an output's variance over a Saltelli design is each factor's, alone and with all that it interacts with.
 *
 * <p>First order by Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), "Variance Based Sensitivity Analysis of Model
 * Output", total order by Jansen (1999), "Analysis of Variance Designs for Model Output", interactions of two factors by Saltelli
 * (2002), "Making Best Use of Model Evaluations to Compute Sensitivity Indices". They are taken over the means of each point's
 * replicates. The luck that is left in these means is taken out of every product of two of them: it is the covariance of the two points
 * over replicates, divided by their number. That holds whether or not points share their luck. With one replicate a point nothing can
 * be taken out, and luck counts as interaction.
 *
 * <p>A block is what one base row of the design brings. A replicate of a block with a run that failed is left out; a block with fewer
 * than two replicates left (one, where no point has more) is left out whole.
 *
 * @param factors one for each factor, in the order of the design's columns
 * @param pairs the interactions of two factors, the first before the second; empty for a design without them
 * @param variance of the means, without luck; may be below 0 where luck is nearly all
 * @param luck the share of a single run's variance that is the run's luck, with its interval; null with one replicate a point
 * @param blocks how many the figures rest on
 * @param droppedBlocks how many were left out whole
 * @param droppedReplicates how many replicates with some run finished were left out of blocks, those of dropped blocks among them
 */
public record SobolIndices(
        List<Factor> factors,
        List<Pair> pairs,
        double variance,
        @Nullable Interval luck,
        int blocks,
        int droppedBlocks,
        int droppedReplicates) {
    /**
     * The indices of one factor; not numbers where the output varies by nothing but luck.
     *
     * @param first share of the variance that goes if the factor alone were known; its estimate may fall outside [0, 1]
     * @param total share of the variance that stays if all but the factor were known
     */
    public record Factor(Interval first, Interval total) {}

    /**
     * The interaction of two factors.
     *
     * @param one column of the first
     * @param other column of the second, above {@code one}
     * @param index share of the variance that only the two together bring
     */
    public record Pair(int one, int other, Interval index) {}

    /** What varies by less than this share of the largest figure is constant but for rounding. */
    private static final double CONSTANT = 1e-10;

    /** Copies the lists. */
    public SobolIndices {
        factors = List.copyOf(factors);
        pairs = List.copyOf(pairs);
    }

    /**
     * Indices from the runs of a design.
     *
     * @param outputs shape (points, replicates) in the order of {@link UnitDesigns#saltelli}; not a number for a run that failed. Rows may
     *     differ in length; a column is one seed.
     * @param k how many factors
     * @param interactions whether the design has the rows for interactions of two factors
     * @param resamples of whole blocks, for the intervals at 95 %
     * @param random asked for rows 0 to resamples - 1 and a column for each block
     * @throws IllegalArgumentException if the points are not whole blocks
     */
    public static SobolIndices of(double[][] outputs, int k, boolean interactions, int resamples, Uniforms random) {
        int rows = interactions ? 2 * k + 2 : k + 2;
        if (k < 1 || outputs.length == 0 || outputs.length % rows != 0) {
            throw new IllegalArgumentException("Saltelli design of " + k + " factors has " + outputs.length
                    + " points; give a multiple of " + rows);
        }
        var blocks = Blocks.of(outputs, rows);
        return new Sums(blocks, k, interactions).indices(resamples, random);
    }

    /** The replicates of each block that finished in all its points. */
    private record Blocks(List<double[][]> kept, boolean replicated, int dropped, int droppedReplicates) {
        static Blocks of(double[][] outputs, int rows) {
            int most = Arrays.stream(outputs).mapToInt(row -> row.length).max().orElse(0);
            int least = Math.min(2, most);
            var kept = new ArrayList<double[][]>();
            int droppedReplicates = 0;
            for (int start = 0; start < outputs.length; start += rows) {
                var columns = new int[most];
                int whole = 0;
                int begun = 0;
                for (int r = 0; r < most; r++) {
                    int finished = finished(outputs, start, rows, r);
                    begun += finished > 0 ? 1 : 0;
                    if (finished == rows) {
                        columns[whole++] = r;
                    }
                }
                if (whole < Math.max(1, least)) {
                    droppedReplicates += begun;
                } else {
                    droppedReplicates += begun - whole;
                    kept.add(chosen(outputs, start, rows, Arrays.copyOf(columns, whole)));
                }
            }
            return new Blocks(kept, least == 2, outputs.length / rows - kept.size(), droppedReplicates);
        }

        private static int finished(double[][] outputs, int start, int rows, int replicate) {
            int count = 0;
            for (int row = start; row < start + rows; row++) {
                count += replicate < outputs[row].length && Double.isFinite(outputs[row][replicate]) ? 1 : 0;
            }
            return count;
        }

        private static double[][] chosen(double[][] outputs, int start, int rows, int[] columns) {
            var block = new double[rows][columns.length];
            for (int row = 0; row < rows; row++) {
                for (int c = 0; c < columns.length; c++) {
                    block[row][c] = outputs[start + row][columns[c]];
                }
            }
            return block;
        }
    }

    /** What each block adds to the figures: shape (quantities, blocks). */
    private static final class Sums {
        private static final int SQUARE = 0;
        private static final int MEAN = 1;
        private static final int LUCK_OF_MEANS = 2;
        private static final int LUCK = 3;
        private static final int FIRST = 4;

        private final Blocks blocks;
        private final int k;
        private final boolean interactions;
        private final double[][] parts;
        private final double constant;

        Sums(Blocks blocks, int k, boolean interactions) {
            this.blocks = blocks;
            this.k = k;
            this.interactions = interactions;
            int n = blocks.kept().size();
            this.parts = new double[FIRST + 2 * k + (interactions ? k * k : 0)][n];
            double sum = 0;
            double largest = 0;
            int count = 0;
            for (double[][] block : blocks.kept()) {
                for (double[] row : block) {
                    double mean = mean(row);
                    sum += mean;
                    largest = Math.max(largest, Math.abs(mean));
                    count++;
                }
            }
            this.constant = CONSTANT * largest * CONSTANT * largest;
            for (int b = 0; b < n; b++) {
                add(b, blocks.kept().get(b), sum / count);
            }
        }

        private void add(int b, double[][] block, double centre) {
            double[] rowA = block[0];
            double[] rowB = block[block.length - 1];
            double a = mean(rowA) - centre;
            double z = mean(rowB) - centre;
            parts[SQUARE][b] = (a * a + z * z) / 2;
            parts[MEAN][b] = (a + z) / 2;
            parts[LUCK_OF_MEANS][b] = difference(rowA, rowB) / 2;
            parts[LUCK][b] = (product(rowA, rowA) + product(rowB, rowB)) / 2 * rowA.length;
            for (int i = 0; i < k; i++) {
                double[] rowAb = block[1 + i];
                double ab = mean(rowAb) - centre;
                parts[FIRST + i][b] = z * (ab - a) - product(rowB, rowAb) + product(rowB, rowA);
                parts[FIRST + k + i][b] = ((a - ab) * (a - ab) - difference(rowA, rowAb)) / 2;
                for (int j = i + 1; interactions && j < k; j++) {
                    double[] rowBa = block[1 + k + i];
                    double[] other = block[1 + j];
                    double both = (mean(rowBa) - centre) * (mean(other) - centre) - product(rowBa, other);
                    parts[pair(i, j)][b] = both - a * z + product(rowA, rowB);
                }
            }
        }

        private int pair(int i, int j) {
            return FIRST + 2 * k + i * k + j;
        }

        SobolIndices indices(int resamples, Uniforms random) {
            int n = blocks.kept().size();
            var alone = new int[n];
            Arrays.setAll(alone, b -> b);
            var bootstrap = new ClusterBootstrap(alone, resamples, random::at);
            var factors = new ArrayList<Factor>();
            for (int i = 0; i < k; i++) {
                int first = FIRST + i;
                int total = first + k;
                factors.add(new Factor(
                        ClusterBootstrap.interval(bootstrap.values(w -> mean(w, first) / variance(w))),
                        ClusterBootstrap.interval(bootstrap.values(w -> mean(w, total) / variance(w)))));
            }
            var pairs = new ArrayList<Pair>();
            for (int i = 0; interactions && i < k; i++) {
                for (int j = i + 1; j < k; j++) {
                    int one = i;
                    int other = j;
                    pairs.add(new Pair(
                            i, j, ClusterBootstrap.interval(bootstrap.values(w -> interaction(w, one, other)))));
                }
            }
            var once = new int[n];
            Arrays.fill(once, 1);
            Interval luck = blocks.replicated()
                    ? ClusterBootstrap.interval(
                            bootstrap.values(w -> mean(w, LUCK) / (mean(w, LUCK) + Math.max(0, plainVariance(w)))))
                    : null;
            return new SobolIndices(
                    factors, pairs, plainVariance(once), luck, n, blocks.dropped(), blocks.droppedReplicates());
        }

        private double interaction(int[] weights, int i, int j) {
            return (mean(weights, pair(i, j)) - mean(weights, FIRST + i) - mean(weights, FIRST + j))
                    / variance(weights);
        }

        private double variance(int[] weights) {
            double variance = plainVariance(weights);
            return variance > constant ? variance : Double.NaN;
        }

        private double plainVariance(int[] weights) {
            double mean = mean(weights, MEAN);
            return mean(weights, SQUARE) - mean * mean - mean(weights, LUCK_OF_MEANS);
        }

        private double mean(int[] weights, int quantity) {
            double[] of = parts[quantity];
            double sum = 0;
            int count = 0;
            for (int b = 0; b < of.length; b++) {
                sum += weights[b] * of[b];
                count += weights[b];
            }
            return sum / count;
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        /** The luck in the product of two means: the covariance over replicates by their number; 0 with one. */
        private static double product(double[] x, double[] y) {
            int m = x.length;
            if (m < 2) {
                return 0;
            }
            double meanX = mean(x);
            double meanY = mean(y);
            double sum = 0;
            for (int r = 0; r < m; r++) {
                sum += (x[r] - meanX) * (y[r] - meanY);
            }
            return sum / (m - 1) / m;
        }

        /** The luck in the square of the difference of two means. */
        private static double difference(double[] x, double[] y) {
            return product(x, x) - 2 * product(x, y) + product(y, y);
        }
    }
}
