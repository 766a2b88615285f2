package blocsim.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hard condition of a bloc on entry to some of its rungs, in force between two days.
 *
 * @param id its key in the scenario, such as {@code moratorium-2006}
 * @param rungs the ids of the rungs it guards
 * @param from the first day it holds; null for always
 * @param until the first day it holds no more; null for no end
 */
public record Gate(
        String id,
        Condition condition,
        List<String> rungs,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Copies the list. */
    public Gate {
        rungs = List.copyOf(rungs);
    }

    /** Whether the gate is in force on a day for a rung. */
    public boolean guards(String rung, LocalDate day) {
        return rungs.contains(rung) && (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
