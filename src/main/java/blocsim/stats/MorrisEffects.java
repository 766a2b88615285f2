package blocsim.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Morris screening: what a step of each factor does to an output, over trajectories through the whole space.
 *
 * <p>Sources: Morris (1991), "Factorial Sampling Plans for Preliminary Computational Experiments", for effects, μ and σ; Campolongo,
 * Cariboni and Saltelli (2007), "An Effective Screening Design for Sensitivity Analysis of Large Models", for μ*. An effect is the
 * difference of two neighbours of a trajectory, over the step in the unit cube, and the mean over the replicates that finished at both:
 * an effect with fewer than two of them (one, where no point has more) is left out. The scatter that luck gives an effect is known
 * from the scatter of its replicates, and σ is what is left without it.
 *
 * @param factors one for each factor, in the order of the columns
 * @param trajectories how many there are
 * @param droppedEffects how many effects were left out, of {@code trajectories} times the factors
 */
public record MorrisEffects(List<Factor> factors, int trajectories, int droppedEffects) {
    /**
     * The effects of one factor, in units of the output over the factor's whole range, each with its interval at 95 %.
     *
     * @param mu mean of the effects
     * @param muStar mean of their sizes
     * @param sigma standard deviation of the effects without luck: interactions and curvature
     * @param luck standard error of one effect by luck, at least 0; null with one replicate a point
     */
    public record Factor(
            Interval mu,
            Interval muStar,
            Interval sigma,
            @Nullable Double luck) {
        /**
         * The μ* that luck alone gives: the mean size of a normal draw, √(2/π) times its standard error; 0 where luck is not known. A
         * factor whose interval begins no higher cannot be told from one without effect.
         */
        public double muStarOfLuck() {
            return luck == null ? 0 : StrictMath.sqrt(2 / Math.PI) * luck;
        }

        /** Whether μ* is told from what luck alone gives, or from 0 where luck is not known. */
        public boolean stands() {
            return muStar.lower() > muStarOfLuck();
        }
    }

    /** Copies the list. */
    public MorrisEffects {
        factors = List.copyOf(factors);
    }

    /**
     * Effects from the runs of a design.
     *
     * @param points shape (r(k + 1), k), in the unit cube, each block of k + 1 rows a trajectory
     * @param outputs shape (r(k + 1), replicates); not a number for a run that failed. Rows may differ in length; a column is one seed.
     * @param resamples of whole trajectories, for the intervals
     * @param random asked for rows 0 to resamples - 1 and a column for each trajectory
     * @throws IllegalArgumentException if the points are not whole trajectories
     */
    public static MorrisEffects of(double[][] points, double[][] outputs, int resamples, Uniforms random) {
        int k = points.length == 0 ? 0 : points[0].length;
        if (k == 0 || points.length % (k + 1) != 0 || outputs.length != points.length) {
            throw new IllegalArgumentException("Morris design of " + k + " factors has " + points.length
                    + " points and outputs of " + outputs.length + "; give as many, and a multiple of " + (k + 1));
        }
        int r = points.length / (k + 1);
        boolean replicated = Arrays.stream(outputs).anyMatch(row -> row.length > 1);
        var effects = new double[k][r];
        var lucks = new double[k][r];
        for (int t = 0; t < r; t++) {
            for (int step = t * (k + 1); step < t * (k + 1) + k; step++) {
                int j = moved(points, step);
                effect(points, outputs, step, j, replicated ? 2 : 1, effects[j], lucks[j], t);
            }
        }
        var alone = new int[r];
        Arrays.setAll(alone, t -> t);
        var bootstrap = new ClusterBootstrap(alone, resamples, random::at);
        var factors = new ArrayList<Factor>();
        int dropped = 0;
        for (int j = 0; j < k; j++) {
            double[] of = effects[j];
            double[] luck = lucks[j];
            double[] size = Arrays.stream(of).map(Math::abs).toArray();
            dropped += (int) Arrays.stream(of).filter(Double::isNaN).count();
            var once = new int[r];
            Arrays.fill(once, 1);
            factors.add(new Factor(
                    ClusterBootstrap.interval(bootstrap.values(w -> mean(w, of))),
                    ClusterBootstrap.interval(bootstrap.values(w -> mean(w, size))),
                    ClusterBootstrap.interval(bootstrap.values(w -> deviation(w, of, luck))),
                    replicated ? StrictMath.sqrt(mean(once, luck)) : null));
        }
        return new MorrisEffects(factors, r, dropped);
    }

    private static int moved(double[][] points, int step) {
        int moved = -1;
        for (int j = 0; j < points[step].length; j++) {
            if (points[step][j] != points[step + 1][j]) {
                if (moved >= 0) {
                    throw new IllegalArgumentException(
                            "points " + step + " and " + (step + 1) + " differ in several factors; give trajectories");
                }
                moved = j;
            }
        }
        if (moved < 0) {
            throw new IllegalArgumentException("points " + step + " and " + (step + 1) + " are one; give trajectories");
        }
        return moved;
    }

    private static void effect(
            double[][] points,
            double[][] outputs,
            int step,
            int j,
            int least,
            double[] effects,
            double[] lucks,
            int t) {
        double length = points[step + 1][j] - points[step][j];
        int most = Math.min(outputs[step].length, outputs[step + 1].length);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int replicate = 0; replicate < most; replicate++) {
            double effect = (outputs[step + 1][replicate] - outputs[step][replicate]) / length;
            if (Double.isFinite(effect)) {
                count++;
                double off = effect - (count == 1 ? 0 : sum / (count - 1));
                squares += count == 1 ? 0 : off * off * (count - 1) / count;
                sum += effect;
            }
        }
        effects[t] = count < least ? Double.NaN : sum / count;
        lucks[t] = count < least ? Double.NaN : count < 2 ? 0 : squares / (count - 1) / count;
    }

    private static double mean(int[] weights, double[] values) {
        double sum = 0;
        int count = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                sum += weights[t] * values[t];
                count += weights[t];
            }
        }
        return sum / count;
    }

    private static double deviation(int[] weights, double[] effects, double[] lucks) {
        double mean = mean(weights, effects);
        double sum = 0;
        int count = 0;
        for (int t = 0; t < effects.length; t++) {
            if (!Double.isNaN(effects[t])) {
                sum += weights[t] * (effects[t] - mean) * (effects[t] - mean);
                count += weights[t];
            }
        }
        return StrictMath.sqrt(Math.max(0, sum / (count - 1) - mean(weights, lucks)));
    }
}
