package blocsim.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the runs say of the scenario's question, as figures.
 *
 * @param state the state's name
 * @param bloc the bloc's name with its article, such as {@code the SCO}
 * @param rung the rung that the question is about
 * @param recorded the day on which the state reached it, null if it has not
 * @param end the horizon's end
 * @param replicates the number of runs
 * @param byRecorded the share of runs that had it by that day, with its 95 % interval; by the end if there is no such day
 * @param byEnd the share of runs that have it by the horizon's end, with its 95 % interval
 * @param median the median date over all runs, null if fewer than half get there
 */
public record Verdict(
        String state,
        String bloc,
        Rung rung,
        @Nullable LocalDate recorded,
        LocalDate end,
        int replicates,
        Estimate byRecorded,
        Estimate byEnd,
        @Nullable LocalDate median) {}
