package blocsim.stats;

import java.util.Arrays;

/**
 * The continuous ranked probability score: how far a forecast's distribution lies from what came, in the unit of the forecast; less is
 * better, and a certain forecast scores its absolute error.
 *
 * <p>Source: Gneiting and Raftery (2007), "Strictly Proper Scoring Rules, Prediction, and Estimation".
 */
public final class Crps {
    private static final double TAIL = 1e-12;

    private Crps() {}

    /**
     * The score of an ensemble: E|X - y| - E|X - X'|/2.
     *
     * @param sample shape (n), n at least 1
     * @param observed what came
     */
    public static double ofEnsemble(double[] sample, double observed) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double toObserved = 0;
        double spread = 0;
        for (int k = 0; k < n; k++) {
            toObserved += Math.abs(sorted[k] - observed);
            spread += (2.0 * k - n + 1) * sorted[k];
        }
        return toObserved / n - spread / ((double) n * n);
    }

    /**
     * The score of a Poisson law for a count: Σ_k (F(k) - 1[k ≥ y])².
     *
     * @param mean above 0
     * @param observed at least 0
     */
    public static double ofPoisson(double mean, int observed) {
        double term = StrictMath.exp(-mean);
        double distribution = 0;
        double score = 0;
        for (int k = 0; k <= observed || 1 - distribution > TAIL; k++) {
            distribution = Math.min(1, distribution + term);
            double step = k >= observed ? 1 : 0;
            score += (distribution - step) * (distribution - step);
            term *= mean / (k + 1);
            if (k > observed && term == 0) {
                break;
            }
        }
        return score;
    }
}
