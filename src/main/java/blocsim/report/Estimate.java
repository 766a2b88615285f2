package blocsim.report;

import blocsim.stats.Interval;

/**
 * A figure and the interval about it: 95 % unless the place that shows it says otherwise.
 *
 * @param value the figure; finite
 * @param lower the lower end of the interval, at most {@code value}
 * @param upper the upper end of the interval, at least {@code value}
 */
public record Estimate(double value, double lower, double upper) {
    private static final double ROUNDING = 1e-9;

    /**
     * An end that passes the value by no more than rounding is set to it.
     *
     * @throws IllegalArgumentException if a figure is not finite or the interval does not hold the value
     */
    public Estimate {
        lower = lower > value && lower - value < ROUNDING ? value : lower;
        upper = upper < value && value - upper < ROUNDING ? value : upper;
        if (!Double.isFinite(value) || !(lower <= value && value <= upper) || Double.isInfinite(upper - lower)) {
            throw new IllegalArgumentException("estimate is " + value + " in " + lower + " to " + upper
                    + "; give finite figures with lower <= value <= upper");
        }
    }

    /** An interval as {@link #of} takes it, in figures as a table keeps them: a chart of the table is then the same. */
    static Estimate kept(Interval interval) {
        return of(new Interval(
                Decimals.kept(interval.value()), Decimals.kept(interval.lower()), Decimals.kept(interval.upper())));
    }

    /**
     * An interval by resampling, which need not hold its value: an end beyond the value, or none at all, becomes the value.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    static Estimate of(Interval interval) {
        double value = interval.value();
        return new Estimate(
                value,
                Double.isNaN(interval.lower()) ? value : Math.min(value, interval.lower()),
                Double.isNaN(interval.upper()) ? value : Math.max(value, interval.upper()));
    }
}
