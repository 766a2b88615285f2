package blocsim.panel;

import java.util.Optional;

/**
 * A spell of years in which the same treaty obligations bound a pair of states.
 *
 * @param a the state whose code comes first
 * @param b the other state
 * @param fromYear first year; 1990 where the spell began earlier
 * @param toYear last year that the source saw
 * @param open whether the spell still held where the source ends, so that it is carried on
 * @param defence whether one is bound to defend the other
 * @param offence whether one is bound to join the other's attack
 * @param neutrality whether one is bound to stay neutral
 * @param nonaggression whether they are bound not to attack each other
 * @param consultation whether they are bound to consult
 */
public record Alliance(
        String a,
        String b,
        int fromYear,
        int toYear,
        boolean open,
        boolean defence,
        boolean offence,
        boolean neutrality,
        boolean nonaggression,
        boolean consultation)
        implements Keyed {
    static final String[] COLUMNS = {
        "iso3_a",
        "iso3_b",
        "from_year",
        "to_year",
        "open",
        "defence",
        "offence",
        "neutrality",
        "nonaggression",
        "consultation"
    };

    /** Whether the spell holds in {@code year}; an open one holds for good. */
    public boolean in(int year) {
        return fromYear <= year && (open || year <= toYear);
    }

    /** Whether the spell in {@code year} is only carried on from the end of the source. */
    public boolean carried(int year) {
        return open && year > toYear;
    }

    /** The spell as seen at the end of a year: nothing if it began later, open if it had not been over for a year. */
    Optional<Alliance> asOf(int year) {
        if (fromYear > year) {
            return Optional.empty();
        }
        return Optional.of(
                toYear < year
                        ? this
                        : new Alliance(
                                a, b, fromYear, year, true, defence, offence, neutrality, nonaggression, consultation));
    }

    @Override
    public String key() {
        return Keyed.pair(a, b);
    }

    static Alliance of(Row row) {
        return new Alliance(
                row.first(),
                row.second(),
                row.year("from_year"),
                row.year("to_year"),
                row.flag("open"),
                row.flag("defence"),
                row.flag("offence"),
                row.flag("neutrality"),
                row.flag("nonaggression"),
                row.flag("consultation"));
    }
}
