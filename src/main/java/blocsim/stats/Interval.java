package blocsim.stats;

import java.util.Locale;

/**
 * An estimate with the interval around it.
 *
 * @param value the estimate
 * @param lower the lower end, at most {@code upper}
 * @param upper the upper end
 */
public record Interval(double value, double lower, double upper) {
    /** Whether the interval lies on one side of a value. */
    public boolean excludes(double other) {
        return lower > other || upper < other;
    }

    /** To three decimals, such as {@code 0.155 (0.111 to 0.212)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, lower, upper);
    }
}
