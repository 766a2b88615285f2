package blocsim.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Figures of pairs of states by year, the same from either side.
 *
 * <p>The source covers a state in a year if it has a figure for any pair with that state. Where it covers both states of
 * a pair and has no figure for the two, the figure is 0; where it does not cover both, another year's figure is held.
 */
final class PairTable {
    /** A user's figure for one pair and year. */
    record Cell(String a, String b, int year, double value) {}

    private final List<String> codes;
    private final Map<String, Integer> index;
    private final int firstYear;
    private final int years;
    /** By pair: the row of its figures, or -1. */
    private final int[] rows;
    /** By row, then year; not a number where neither the source nor the user has a figure. */
    private final double[] values;
    /** By state, then year: whether the source covers the state. */
    private final boolean[] covered;

    private final BitSet overridden;
    /** The last year that can be seen, whatever is asked. */
    private final int horizon;

    private PairTable(PairTable whole, int horizon) {
        this.codes = whole.codes;
        this.index = whole.index;
        this.firstYear = whole.firstYear;
        this.years = whole.years;
        this.rows = whole.rows;
        this.values = whole.values;
        this.covered = whole.covered;
        this.overridden = whole.overridden;
        this.horizon = horizon;
    }

    private PairTable(List<String> codes, int firstYear, int years, double[] values, int horizon) {
        this.codes = codes;
        this.index = new HashMap<>();
        for (String code : codes) {
            index.put(code, index.size());
        }
        this.firstYear = firstYear;
        this.years = years;
        this.rows = new int[codes.size() * (codes.size() - 1) / 2];
        this.values = values;
        this.covered = new boolean[codes.size() * years];
        this.overridden = new BitSet();
        this.horizon = horizon;
    }

    /** This table without any figure after a year. */
    PairTable until(int year) {
        return new PairTable(this, Math.min(year, horizon));
    }

    static PairTable of(WideCsv table) {
        List<String> keys = table.keys();
        int years = table.years();
        var pairs = new PairTable(table.codes(), table.firstYear(), years, table.values(), Integer.MAX_VALUE);
        Arrays.fill(pairs.rows, -1);
        for (int row = 0; row < keys.size() / 2; row++) {
            int a = pairs.at(keys.get(2 * row));
            int b = pairs.at(keys.get(2 * row + 1));
            pairs.rows[pair(a, b)] = row;
            for (int year = 0; year < years; year++) {
                if (!Double.isNaN(pairs.values[row * years + year])) {
                    pairs.covered[a * years + year] = true;
                    pairs.covered[b * years + year] = true;
                }
            }
        }
        return pairs;
    }

    /** This table with a user's figures in it. They say nothing of other pairs of the same states. */
    PairTable with(List<Cell> cells) {
        if (cells.isEmpty()) {
            return this;
        }
        int first = firstYear;
        int last = firstYear + years - 1;
        var all = new TreeSet<>(codes);
        for (Cell cell : cells) {
            first = Math.min(first, cell.year());
            last = Math.max(last, cell.year());
            all.add(cell.a());
            all.add(cell.b());
        }
        int span = last - first + 1;
        var figures = new double[all.size() * (all.size() - 1) / 2 * span];
        Arrays.fill(figures, Double.NaN);
        var wider = new PairTable(List.copyOf(all), first, span, figures, horizon);
        Arrays.setAll(wider.rows, pair -> pair);
        copyInto(wider, firstYear - first);
        for (Cell cell : cells) {
            int at = pair(wider.at(cell.a()), wider.at(cell.b())) * span + cell.year() - first;
            wider.values[at] = cell.value();
            wider.overridden.set(at);
        }
        return wider;
    }

    private void copyInto(PairTable wider, int shift) {
        for (int b = 0; b < codes.size(); b++) {
            int newB = wider.at(codes.get(b));
            System.arraycopy(covered, b * years, wider.covered, newB * wider.years + shift, years);
            for (int a = 0; a < b; a++) {
                int row = rows[pair(a, b)];
                if (row >= 0) {
                    int to = pair(wider.at(codes.get(a)), newB) * wider.years + shift;
                    System.arraycopy(values, row * years, wider.values, to, years);
                    for (int year = 0; year < years; year++) {
                        wider.overridden.set(to + year, overridden.get(row * years + year));
                    }
                }
            }
        }
    }

    /** The codes of all states in the table, in order; the positions of {@link #row}. */
    List<String> codes() {
        return codes;
    }

    /** The figure of a pair for a year, made of nothing dated after {@code asked}. */
    Reading reading(String a, String b, int year, int asked) {
        int until = Math.min(asked, horizon);
        int rowA = at(a);
        int rowB = at(b);
        if (rowA < 0 || rowB < 0 || rowA == rowB) {
            return Reading.NONE;
        }
        int at = year(rowA, rowB, year, until);
        if (at < 0) {
            return Reading.NONE;
        }
        int row = rows[pair(rowA, rowB)];
        int from = firstYear + at;
        Origin origin = from > Math.min(year, until)
                ? Origin.CARRIED_BACK
                : from < year
                        ? Origin.CARRIED_FORWARD
                        : row >= 0 && overridden.get(row * years + at) ? Origin.OVERRIDDEN : Origin.OBSERVED;
        return new Reading(figure(row, at), origin, from);
    }

    /** The figures of a state with every state of {@link #codes}, for a year; 0 with itself and where nothing is known. */
    double[] row(String iso3, int year, int asked) {
        int until = Math.min(asked, horizon);
        var row = new double[codes.size()];
        int a = at(iso3);
        if (a >= 0) {
            for (int b = 0; b < row.length; b++) {
                int at = a == b ? -1 : year(a, b, year, until);
                row[b] = at < 0 ? 0 : figure(rows[pair(a, b)], at);
            }
        }
        return row;
    }

    /** Position of a state, or -1. */
    int at(String iso3) {
        @Nullable Integer at = index.get(iso3);
        return at == null ? -1 : at;
    }

    /** The year, counted from the first, whose figure serves a pair; -1 if none does. */
    private int year(int a, int b, int year, int until) {
        int row = rows[pair(a, b)];
        int asked = Math.min(year, until) - firstYear;
        for (int at = Math.min(asked, years - 1); at >= 0; at--) {
            if (known(a, b, row, at)) {
                return at;
            }
        }
        for (int at = Math.max(0, asked + 1); at < years && firstYear + at <= until; at++) {
            if (known(a, b, row, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean known(int a, int b, int row, int at) {
        return (covered[a * years + at] && covered[b * years + at])
                || (row >= 0 && !Double.isNaN(values[row * years + at]));
    }

    private double figure(int row, int at) {
        return row < 0 || Double.isNaN(values[row * years + at]) ? 0 : values[row * years + at];
    }

    private static int pair(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return high * (high - 1) / 2 + low;
    }
}
