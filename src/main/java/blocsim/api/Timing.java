package blocsim.api;

import blocsim.stats.Interval;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When replicates first hold a rung; those that never do within the horizon count as later than every day.
 *
 * @param lower the 5 % quantile; empty where it falls among those that never do
 * @param median the median, likewise
 * @param upper the 95 % quantile, likewise
 * @param never the share of replicates that never do, with its 95 % Wilson interval
 */
public record Timing(Optional<LocalDate> lower, Optional<LocalDate> median, Optional<LocalDate> upper, Interval never) {
    /** The three days, and the share that never do: {@code 2012-06-07, never, never; never in 0.6 (0.5 to 0.7)}. */
    @Override
    public String toString() {
        return day(lower) + ", " + day(median) + ", " + day(upper) + "; never in " + never;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("never");
    }
}
