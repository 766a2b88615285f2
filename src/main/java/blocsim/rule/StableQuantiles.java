package blocsim.rule;

/**
 * Quantiles of the positive stable law of an index α, whose Laplace transform is exp(-s^α).
 *
 * <p>Source of the distribution function: Zolotarev (1986), "One-Dimensional Stable Distributions", as F(s) = 1/π ∫ exp(-s^(-α/(1-α))·a(u)) du over
 * (0, π), a(u) = (sin αu / sin u)^(1/(1-α)) · sin((1-α)u) / sin αu; the same a as in Kanter (1975).
 */
final class StableQuantiles {
    private static final int ANGLES = 256;
    private static final int HALVINGS = 60;

    private StableQuantiles() {}

    /**
     * The middles of {@code count} equally likely slices of the law.
     *
     * @param alpha in (0, 1]; for 1 the law is all at 1
     * @param count at least 1
     */
    static double[] middles(double alpha, int count) {
        var quantiles = new double[count];
        double[] a = new double[ANGLES];
        for (int n = 0; n < ANGLES; n++) {
            double angle = StrictMath.PI * (n + 0.5) / ANGLES;
            a[n] = alpha == 1
                    ? 1
                    : StrictMath.pow(StrictMath.sin(alpha * angle) / StrictMath.sin(angle), 1 / (1 - alpha))
                            * StrictMath.sin((1 - alpha) * angle)
                            / StrictMath.sin(alpha * angle);
        }
        for (int k = 0; k < count; k++) {
            quantiles[k] = alpha == 1 ? 1 : quantile(alpha, a, (k + 0.5) / count);
        }
        return quantiles;
    }

    private static double quantile(double alpha, double[] a, double probability) {
        double low = -200;
        double high = 200;
        for (int n = 0; n < HALVINGS; n++) {
            double middle = (low + high) / 2;
            if (distribution(alpha, a, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private static double distribution(double alpha, double[] a, double logValue) {
        double scale = StrictMath.exp(-logValue * alpha / (1 - alpha));
        double sum = 0;
        for (double at : a) {
            sum += StrictMath.exp(-scale * at);
        }
        return sum / a.length;
    }
}
