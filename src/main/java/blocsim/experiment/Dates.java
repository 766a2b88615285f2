package blocsim.experiment;

import blocsim.history.Step;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import blocsim.stats.Quantiles;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When the replicates of an ensemble reach a rung, against the day on record. A replicate that does not reach it within the
 * horizon counts as later than every day.
 *
 * @param step what is on record
 * @param lower the 5 % quantile of the simulated days; null where it falls among those that never reach it
 * @param median the median, or null
 * @param upper the 95 % quantile, or null
 * @param byRecorded the share of replicates that reach the rung by the recorded day: the rank of that day, with 95 % interval
 * @param never the share that do not reach it within the horizon, with 95 % interval
 */
public record Dates(
        Step step,
        @Nullable LocalDate lower,
        @Nullable LocalDate median,
        @Nullable LocalDate upper,
        Interval byRecorded,
        Interval never) {
    private static final double LOWER = 0.05;
    private static final double UPPER = 0.95;

    /**
     * Compares a recorded rise with an ensemble.
     *
     * @throws IllegalArgumentException if the ensemble's world has no such bloc, state or rung
     */
    public static Dates of(Ensemble ensemble, Step step) {
        double[] days = days(ensemble, step);
        Arrays.sort(days);
        int by = 0;
        int never = 0;
        for (double day : days) {
            by += day <= step.date().toEpochDay() ? 1 : 0;
            never += Double.isInfinite(day) ? 1 : 0;
        }
        return new Dates(
                step,
                date(Quantiles.of(days, LOWER)),
                date(Quantiles.of(days, 0.5)),
                date(Quantiles.of(days, UPPER)),
                Proportions.wilson(by, days.length),
                Proportions.wilson(never, days.length));
    }

    /** The day on which each replicate reaches the rung of a step, by replicate; infinite where it does not. */
    static double[] days(Ensemble ensemble, Step step) {
        var world = ensemble.world();
        int bloc = world.bloc(step.bloc());
        int state = world.state(step.state());
        int rung = bloc < 0 ? -1 : world.blocs().get(bloc).ladder().index(step.status());
        if (state < 0 || rung < 1) {
            throw new IllegalArgumentException("the world has no " + step.status() + " " + step.state() + " of "
                    + step.bloc() + "; give a step of its own states and rungs");
        }
        return ensemble.trajectories().stream()
                .mapToDouble(run -> {
                    int day = step.kind() == Step.Kind.APPROVED
                            ? run.firstApproved(bloc, state, rung)
                            : run.firstHeld(bloc, state, rung);
                    return day == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : day;
                })
                .toArray();
    }

    private static @Nullable LocalDate date(double day) {
        return Double.isInfinite(day) || Double.isNaN(day) ? null : LocalDate.ofEpochDay((long) day);
    }
}
