package blocsim.panel;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which two states had no diplomatic relations, entered by hand with its source.
 *
 * @param a the state whose code comes first
 * @param b the other state
 * @param from first day without relations; 1991-01-01 stands for any earlier day
 * @param to last day without relations; null while there are none
 * @param what the matter in a few words
 * @param source where it is said
 * @param check how the row was checked
 */
public record DiplomaticAbsence(
        String a, String b, LocalDate from, @Nullable LocalDate to, String what, String source, Check check)
        implements Keyed {
    static final String[] COLUMNS = {"iso3_a", "iso3_b", "from_date", "to_date", "what", "source", "check"};

    /** Whether relations are absent on {@code date}. */
    public boolean on(LocalDate date) {
        return !date.isBefore(from) && (to == null || !date.isAfter(to));
    }

    /** The spell as seen at the end of a day: nothing if it began later, without an end if that came later. */
    Optional<DiplomaticAbsence> asOf(LocalDate date) {
        if (from.isAfter(date)) {
            return Optional.empty();
        }
        boolean over = to == null || !to.isAfter(date);
        return Optional.of(over ? this : new DiplomaticAbsence(a, b, from, null, what, source, check));
    }

    @Override
    public String key() {
        return Keyed.pair(a, b);
    }

    static DiplomaticAbsence of(Row row) {
        return new DiplomaticAbsence(
                row.first(),
                row.second(),
                row.date("from_date"),
                row.dateIfAny("to_date"),
                row.text("what"),
                row.text("source"),
                row.choice("check", Check.class, Check.MEMORY));
    }
}
