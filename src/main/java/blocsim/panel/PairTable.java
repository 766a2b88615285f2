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
    /** By pair, then year; not a number where neither the source nor the user has a figure. */
    private final double[] values;
    /** By state, then year: whether the source covers the state. */
    private final BitSet covered;

    private final BitSet overridden;

    private PairTable(
            List<String> codes, int firstYear, int years, double[] values, BitSet covered, BitSet overridden) {
        this.codes = codes;
        this.index = new HashMap<>();
        for (String code : codes) {
            index.put(code, index.size());
        }
        this.firstYear = firstYear;
        this.years = years;
        this.values = values;
        this.covered = covered;
        this.overridden = overridden;
    }

    /** @param scale the figures are divided by it */
    static PairTable of(WideCsv table, double scale) {
        List<String> keys = table.keys();
        var sorted = List.copyOf(new TreeSet<>(keys));
        int years = table.years();
        var pairs = new PairTable(
                sorted,
                table.firstYear(),
                years,
                new double[sorted.size() * (sorted.size() - 1) / 2 * years],
                new BitSet(),
                new BitSet());
        Arrays.fill(pairs.values, Double.NaN);
        double[] read = table.values();
        for (int row = 0; row < keys.size() / 2; row++) {
            int a = pairs.at(keys.get(2 * row));
            int b = pairs.at(keys.get(2 * row + 1));
            int start = pairs.pair(a, b) * years;
            for (int year = 0; year < years; year++) {
                double value = read[row * years + year];
                if (!Double.isNaN(value)) {
                    pairs.values[start + year] = value / scale;
                    pairs.covered.set(a * years + year);
                    pairs.covered.set(b * years + year);
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
        var wider = new PairTable(
                List.copyOf(all),
                first,
                span,
                new double[all.size() * (all.size() - 1) / 2 * span],
                new BitSet(),
                new BitSet());
        Arrays.fill(wider.values, Double.NaN);
        copyInto(wider, firstYear - first);
        for (Cell cell : cells) {
            int at = wider.pair(wider.at(cell.a()), wider.at(cell.b())) * span + cell.year() - first;
            wider.values[at] = cell.value();
            wider.overridden.set(at);
        }
        return wider;
    }

    private void copyInto(PairTable wider, int shift) {
        for (int b = 0; b < codes.size(); b++) {
            int newB = wider.at(codes.get(b));
            for (int year = 0; year < years; year++) {
                wider.covered.set(newB * wider.years + shift + year, covered.get(b * years + year));
            }
            for (int a = 0; a < b; a++) {
                int from = pair(a, b) * years;
                int to = wider.pair(wider.at(codes.get(a)), newB) * wider.years + shift;
                System.arraycopy(values, from, wider.values, to, years);
                for (int year = 0; year < years; year++) {
                    wider.overridden.set(to + year, overridden.get(from + year));
                }
            }
        }
    }

    /** The codes of all states in the table, in order; the positions of {@link #row}. */
    List<String> codes() {
        return codes;
    }

    /** The figure of a pair for a year, made of nothing dated after {@code until}. */
    Reading reading(String a, String b, int year, int until) {
        int rowA = at(a);
        int rowB = at(b);
        if (rowA < 0 || rowB < 0 || rowA == rowB) {
            return Reading.NONE;
        }
        int found = cell(rowA, rowB, year, until);
        if (found < 0) {
            return Reading.NONE;
        }
        int from = firstYear + found % years;
        Origin origin = from > Math.min(year, until)
                ? Origin.CARRIED_BACK
                : from < year ? Origin.CARRIED_FORWARD : overridden.get(found) ? Origin.OVERRIDDEN : Origin.OBSERVED;
        return new Reading(orZero(values[found]), origin, from);
    }

    /** The figures of a state with every state of {@link #codes}, for a year; 0 with itself and where nothing is known. */
    double[] row(String iso3, int year, int until) {
        var row = new double[codes.size()];
        int a = at(iso3);
        if (a >= 0) {
            for (int b = 0; b < row.length; b++) {
                int found = a == b ? -1 : cell(a, b, year, until);
                row[b] = found < 0 ? 0 : orZero(values[found]);
            }
        }
        return row;
    }

    /** Position of a state, or -1. */
    int at(String iso3) {
        @Nullable Integer at = index.get(iso3);
        return at == null ? -1 : at;
    }

    private int cell(int a, int b, int year, int until) {
        int start = pair(a, b) * years;
        int asked = Math.min(year, until) - firstYear;
        for (int at = Math.min(asked, years - 1); at >= 0; at--) {
            if (known(a, b, start, at)) {
                return start + at;
            }
        }
        for (int at = Math.max(0, asked + 1); at < years && firstYear + at <= until; at++) {
            if (known(a, b, start, at)) {
                return start + at;
            }
        }
        return -1;
    }

    private boolean known(int a, int b, int start, int at) {
        return !Double.isNaN(values[start + at]) || (covered.get(a * years + at) && covered.get(b * years + at));
    }

    private int pair(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return high * (high - 1) / 2 + low;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
