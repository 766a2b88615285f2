package blocsim.panel;

import java.util.Optional;

/**
 * A spell of years in which two states held each other for rivals.
 *
 * @param a the state whose code comes first
 * @param b the other state
 * @param fromYear first year
 * @param toYear last year that the source saw
 * @param open whether the spell still held where the source ends, so that it is carried on
 * @param positional whether they contest influence
 * @param spatial whether they contest territory
 * @param ideological whether they contest a creed
 * @param interventionary whether they meddle in each other's affairs
 */
public record Rivalry(
        String a,
        String b,
        int fromYear,
        int toYear,
        boolean open,
        boolean positional,
        boolean spatial,
        boolean ideological,
        boolean interventionary)
        implements Keyed {
    static final String[] COLUMNS = {
        "iso3_a", "iso3_b", "from_year", "to_year", "open", "positional", "spatial", "ideological", "interventionary"
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
    Optional<Rivalry> asOf(int year) {
        if (fromYear > year) {
            return Optional.empty();
        }
        return Optional.of(
                toYear < year
                        ? this
                        : new Rivalry(a, b, fromYear, year, true, positional, spatial, ideological, interventionary));
    }

    @Override
    public String key() {
        return Keyed.pair(a, b);
    }

    static Rivalry of(Row row) {
        return new Rivalry(
                row.first(),
                row.second(),
                row.year("from_year"),
                row.year("to_year"),
                row.flag("open"),
                row.flag("positional"),
                row.flag("spatial"),
                row.flag("ideological"),
                row.flag("interventionary"));
    }
}
