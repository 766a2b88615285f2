package blocsim.panel;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How exactly a recorded date is known; a month or a year is written as its first day. */
public enum Precision {
    /** The day is known. */
    DAY,
    /** The month is known. */
    MONTH,
    /** The year is known. */
    YEAR;

    /** The last day that a date written so may stand for. */
    LocalDate last(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> date.with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
