package blocsim.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One recorded date beside the dates of the runs. Quantiles are over all runs; a run without the event counts as later
 * than the horizon's end.
 *
 * @param state the state's name
 * @param event what happened, such as {@code Observer} or {@code Approval as member}
 * @param actual the recorded day, null if it has not happened
 * @param lower the 5 % quantile, null if fewer runs than that have the event
 * @param median the median, null if fewer than half have it
 * @param upper the 95 % quantile, null if fewer than that have it
 * @param byActual the share of runs that had the event by the recorded day, which is that day's rank among the simulated
 *     ones, with its 95 % interval; null if there is no recorded day
 * @param never the share of runs without the event by the horizon's end, with its 95 % interval
 */
public record Timing(
        String state,
        String event,
        @Nullable LocalDate actual,
        @Nullable LocalDate lower,
        @Nullable LocalDate median,
        @Nullable LocalDate upper,
        @Nullable Estimate byActual,
        Estimate never) {}
