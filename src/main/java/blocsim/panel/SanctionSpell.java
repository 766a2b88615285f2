package blocsim.panel;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sanctions in force between two dates, entered by hand with their source.
 *
 * @param sender who imposes them
 * @param iso3 code of the state they are aimed at, or on whose territory the listed persons act
 * @param from first day in force
 * @param to last day in force; null while in force
 * @param what the measures in a few words
 * @param source where it is said: a legal act, or a page
 * @param check how the row was checked
 */
public record SanctionSpell(
        Sender sender,
        String iso3,
        LocalDate from,
        @Nullable LocalDate to,
        String what,
        String source,
        Check check) implements Keyed {
    static final String[] COLUMNS = {"sender", "iso3", "from_date", "to_date", "what", "source", "check"};

    /** Whether the sanctions are in force on {@code date}. */
    public boolean on(LocalDate date) {
        return !date.isBefore(from) && (to == null || !date.isAfter(to));
    }

    /** The spell as seen at the end of a day: nothing if it began later, without an end if that came later. */
    Optional<SanctionSpell> asOf(LocalDate date) {
        if (from.isAfter(date)) {
            return Optional.empty();
        }
        boolean over = to == null || !to.isAfter(date);
        return Optional.of(over ? this : new SanctionSpell(sender, iso3, from, null, what, source, check));
    }

    @Override
    public String key() {
        return iso3;
    }

    static SanctionSpell of(Row row) {
        return new SanctionSpell(
                row.choice("sender", Sender.class, Sender.UN),
                row.state("iso3"),
                row.date("from_date"),
                row.dateIfAny("to_date"),
                row.text("what"),
                row.text("source"),
                row.choice("check", Check.class, Check.MEMORY));
    }
}
