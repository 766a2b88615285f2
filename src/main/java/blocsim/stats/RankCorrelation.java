package blocsim.stats;

import org.apache.commons.math3.stat.correlation.KendallsCorrelation;

/** How far two orders agree. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * Kendall's τ_b, which allows for ties.
     *
     * <p>Source: Kendall (1945), "The Treatment of Ties in Ranking Problems".
     *
     * @param x shape (n), n at least 2
     * @param y shape (n)
     * @return in [-1, 1]; not a number if all of x or all of y are tied
     */
    public static double kendall(double[] x, double[] y) {
        return new KendallsCorrelation().correlation(x, y);
    }
}
