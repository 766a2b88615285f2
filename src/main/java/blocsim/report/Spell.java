package blocsim.report;

import java.time.LocalDate;

/**
 * The time during which a state held a rung, in the record.
 *
 * @param rung the rung held
 * @param from the first day
 * @param to the day after the last, or the end of the chart; later than {@code from}
 */
public record Spell(Rung rung, LocalDate from, LocalDate to) {
    /** @throws IllegalArgumentException if the spell ends before it begins */
    public Spell {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "spell runs from " + from + " to " + to + "; give an end after the start");
        }
    }
}
