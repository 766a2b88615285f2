package blocsim.model;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * The time a run covers.
 *
 * @param start the first day
 * @param end the last day, after {@code start}
 * @param step the length of a tick, from a month to a year
 */
public record Horizon(LocalDate start, LocalDate end, Period step) {
    /** The first day of each tick, and at last the first day after the horizon: ticks + 1 days in order. */
    public List<LocalDate> bounds() {
        var days = new ArrayList<LocalDate>();
        var after = end.plusDays(1);
        for (int k = 0; start.plus(step.multipliedBy(k)).isBefore(after); k++) {
            days.add(start.plus(step.multipliedBy(k)));
        }
        days.add(after);
        return days;
    }
}
