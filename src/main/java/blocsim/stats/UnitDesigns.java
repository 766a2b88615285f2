package blocsim.stats;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/** Designs of experiments in the unit cube: rows are points, columns are factors. Equal arguments give equal points, bit for bit. */
public final class UnitDesigns {
    /** How many dimensions the Sobol' sequence has. */
    public static final int MOST_DIMENSIONS = 1000;

    private UnitDesigns() {}

    /**
     * A Latin hypercube: in each column every n-th of (0, 1) holds one point, at a random place in it.
     *
     * <p>Source: McKay, Beckman and Conover (1979), "A Comparison of Three Methods for Selecting Values of Input Variables".
     *
     * @param n how many points, at least 1
     * @param k how many factors, at least 1
     * @param random asked for rows 0 to 2n - 1 and columns 0 to k - 1
     * @return shape (n, k), within (0, 1)
     */
    public static double[][] latinHypercube(int n, int k, Uniforms random) {
        atLeast(1, n, "points");
        atLeast(1, k, "factors");
        var points = new double[n][k];
        for (int j = 0; j < k; j++) {
            int column = j;
            int[] stratum = shuffled(n, i -> random.at(i, column));
            for (int i = 0; i < n; i++) {
                points[i][j] = (stratum[i] + random.at(n + i, j)) / n;
            }
        }
        return points;
    }

    /**
     * Points of the Sobol' sequence with the direction numbers of Joe and Kuo (2008), "Constructing Sobol' Sequences with Better
     * Two-Dimensional Projections". Only the point before the first one skipped, number 0, has zeros.
     *
     * @param n how many points, at least 1; a power of two keeps the sequence's balance
     * @param k how many factors, 1 to {@value #MOST_DIMENSIONS}
     * @param skip how many points to leave out at the start, at least 0; see {@link #balancedSkip}
     * @return shape (n, k), within [0, 1)
     */
    public static double[][] sobol(int n, int k, int skip) {
        atLeast(1, n, "points");
        atLeast(0, skip, "skipped points");
        if (k < 1 || k > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("Sobol' sequence of " + k + " dimensions; give 1 to " + MOST_DIMENSIONS
                    + " (two a factor for Saltelli)");
        }
        var sequence = new SobolSequenceGenerator(k);
        var points = new double[n][];
        for (int i = 0; i < n; i++) {
            // skipTo gives the point at an index, and leaves the sequence at the next one.
            points[i] = i == 0 && skip > 0 ? sequence.skipTo(skip) : sequence.nextVector();
        }
        return points;
    }

    /** The least power of two that is n or more: skipping as many points leaves out the zeros and keeps the balance. */
    public static int balancedSkip(int n) {
        atLeast(1, n, "points");
        int below = Integer.highestOneBit(n);
        return below == n ? n : 2 * below;
    }

    /**
     * Saltelli's design: for each base row a block of A, AB_1 to AB_k and B, where A and B are the two halves of a point of the Sobol'
     * sequence and AB_i is A with factor i from B. For interactions of two factors the block is A, AB_1 to AB_k, BA_1 to BA_k, B.
     *
     * <p>Source: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), "Variance Based Sensitivity Analysis of Model
     * Output".
     *
     * @param n how many base rows, best a power of two
     * @param k how many factors, 1 to 500
     * @param skip as in {@link #sobol}
     * @param interactions whether to add the rows BA_i
     * @return shape (n(k + 2), k), or (n(2k + 2), k) with interactions
     */
    public static double[][] saltelli(int n, int k, int skip, boolean interactions) {
        double[][] base = sobol(n, 2 * k, skip);
        int block = interactions ? 2 * k + 2 : k + 2;
        var points = new double[n * block][k];
        for (int i = 0; i < n; i++) {
            for (int row = 0; row < block; row++) {
                boolean second = row > k;
                double[] point = points[i * block + row];
                System.arraycopy(base[i], second ? k : 0, point, 0, k);
                if (row > 0 && row < block - 1) {
                    int factor = second ? row - k - 1 : row - 1;
                    point[factor] = base[i][second ? factor : k + factor];
                }
            }
        }
        return points;
    }

    /**
     * Morris's trajectories: each begins at a random node of a grid and then moves one factor at a time, in random order, up or down
     * by p/(2(p - 1)).
     *
     * <p>Source: Morris (1991), "Factorial Sampling Plans for Preliminary Computational Experiments".
     *
     * @param r how many trajectories, at least 1
     * @param k how many factors, at least 1
     * @param levels p, how many values a factor takes; even, at least 2
     * @param random asked for rows 0 to r - 1 and columns 0 to 3k - 1
     * @return shape (r(k + 1), k), within [0, 1]
     */
    public static double[][] morris(int r, int k, int levels, Uniforms random) {
        atLeast(1, r, "trajectories");
        atLeast(1, k, "factors");
        if (levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException(
                    "Morris's grid of " + levels + " levels; give an even number of at least 2");
        }
        var points = new double[r * (k + 1)][];
        for (int t = 0; t < r; t++) {
            int trajectory = t;
            var lower = new int[k];
            var point = new double[k];
            for (int j = 0; j < k; j++) {
                lower[j] = (int) (random.at(t, j) * levels / 2);
                point[j] = level(lower[j] + (random.at(t, k + j) < .5 ? 0 : levels / 2), levels);
            }
            int[] order = shuffled(k, j -> random.at(trajectory, 2 * k + j));
            points[t * (k + 1)] = point.clone();
            for (int step = 0; step < k; step++) {
                int j = order[step];
                double low = level(lower[j], levels);
                point[j] = point[j] == low ? level(lower[j] + levels / 2, levels) : low;
                points[t * (k + 1) + step + 1] = point.clone();
            }
        }
        return points;
    }

    private static double level(int level, int levels) {
        return level / (levels - 1.0);
    }

    /** The numbers from 0 to n - 1 in random order: Fisher and Yates, as Durstenfeld (1964) has it. */
    static int[] shuffled(int n, IntToDoubleFunction uniform) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = (int) (uniform.applyAsDouble(i) * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static void atLeast(int least, int count, String what) {
        if (count < least) {
            throw new IllegalArgumentException("design has " + count + " " + what + "; give at least " + least);
        }
    }
}
