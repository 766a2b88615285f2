package blocsim.stats;

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
}
