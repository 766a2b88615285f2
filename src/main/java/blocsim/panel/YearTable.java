package blocsim.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of states by year, and the rule by which one is held where the source has none. */
final class YearTable {
    /** A user's figure for one state and year. */
    record Cell(String iso3, int year, double value) {}

    private final Map<String, Integer> rows;
    private final int firstYear;
    private final int years;
    private final double[] values;
    private final BitSet overridden;
    /** The last year that can be seen, whatever is asked. */
    private final int horizon;

    private YearTable(
            Map<String, Integer> rows, int firstYear, int years, double[] values, BitSet overridden, int horizon) {
        this.rows = rows;
        this.firstYear = firstYear;
        this.years = years;
        this.values = values;
        this.overridden = overridden;
        this.horizon = horizon;
    }

    static YearTable of(WideCsv table) {
        var rows = new HashMap<String, Integer>();
        for (String code : table.keys()) {
            rows.put(code, rows.size());
        }
        return new YearTable(rows, table.firstYear(), table.years(), table.values(), new BitSet(), Integer.MAX_VALUE);
    }

    /** This table without any figure after a year. */
    YearTable until(int year) {
        return new YearTable(rows, firstYear, years, values, overridden, Math.min(year, horizon));
    }

    /** This table with a user's figures in it. */
    YearTable with(List<Cell> cells) {
        if (cells.isEmpty()) {
            return this;
        }
        int first = firstYear;
        int last = firstYear + years - 1;
        var all = new HashMap<>(rows);
        for (Cell cell : cells) {
            first = Math.min(first, cell.year());
            last = Math.max(last, cell.year());
            all.computeIfAbsent(cell.iso3(), code -> all.size());
        }
        int span = last - first + 1;
        var wider = new double[all.size() * span];
        Arrays.fill(wider, Double.NaN);
        var marks = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(values, row * years, wider, row * span + firstYear - first, years);
            for (int year = 0; year < years; year++) {
                marks.set(row * span + firstYear - first + year, overridden.get(row * years + year));
            }
        }
        for (Cell cell : cells) {
            @Nullable Integer row = all.get(cell.iso3());
            if (row != null) {
                int index = row * span + cell.year() - first;
                wider[index] = cell.value();
                marks.set(index);
            }
        }
        return new YearTable(all, first, span, wider, marks, horizon);
    }

    /**
     * The figure of a state for a year, made of nothing dated after {@code asked}.
     *
     * <p>The latest figure up to the earlier of the two years; if there is none, the first one up to {@code asked}.
     */
    Reading reading(String iso3, int year, int asked) {
        int until = Math.min(asked, horizon);
        @Nullable Integer row = rows.get(iso3);
        if (row == null) {
            return Reading.NONE;
        }
        int latest = Math.min(year, until);
        for (int at = Math.min(latest - firstYear, years - 1); at >= 0; at--) {
            int index = row * years + at;
            if (!Double.isNaN(values[index])) {
                int from = firstYear + at;
                Origin origin = from < year
                        ? Origin.CARRIED_FORWARD
                        : overridden.get(index) ? Origin.OVERRIDDEN : Origin.OBSERVED;
                return new Reading(values[index], origin, from);
            }
        }
        for (int at = Math.max(0, latest + 1 - firstYear); at < years && firstYear + at <= until; at++) {
            int index = row * years + at;
            if (!Double.isNaN(values[index])) {
                return new Reading(values[index], Origin.CARRIED_BACK, firstYear + at);
            }
        }
        return Reading.NONE;
    }
}
