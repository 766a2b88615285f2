package blocsim.stats;

/** Quantiles of samples. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * A quantile, by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
     *
     * @param sorted the sample in rising order, not empty; may end in infinities
     * @param probability in [0, 1]
     * @return the quantile; infinite where it falls among infinite values
     */
    public static double of(double[] sorted, double probability) {
        double at = (sorted.length - 1) * probability;
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        double share = at - below;
        if (share == 0 || sorted[below] == sorted[above]) {
            return sorted[below];
        }
        return sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
