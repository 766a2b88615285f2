package blocsim.panel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipped table of figures with codes first and one column a year: no quotes, no blanks, {@code \n} after each row.
 *
 * <p>Scanned by hand, byte by byte: half a million figures in a cold virtual machine leave no time for a string each.
 */
final class WideCsv {
    private static final int LETTERS = 3;
    private static final int ALPHABET = 26;

    private final @Nullable String[] codeOf = new String[ALPHABET * ALPHABET * ALPHABET];
    private final List<String> keys = new ArrayList<>();
    private final byte[] bytes;
    private final double scale;
    private int at;
    private int firstYear;
    private int years;
    private double[] values = {};

    private WideCsv(byte[] bytes, double scale) {
        this.bytes = bytes;
        this.scale = scale;
    }

    /**
     * Reads a table.
     *
     * @param bytes the table in ASCII
     * @param codes columns of codes before the years, 1 or 2
     * @param scale the figures are divided by it
     * @throws IllegalStateException if the table is not of this form
     */
    static WideCsv parse(byte[] bytes, int codes, double scale) {
        var table = new WideCsv(bytes, scale);
        table.header(codes);
        table.body(codes);
        return table;
    }

    /** The codes of all rows one after the other, as many for each row as the table has code columns. */
    List<String> keys() {
        return keys;
    }

    /** The codes that occur, each once, in the order of the alphabet. */
    List<String> codes() {
        var codes = new ArrayList<String>();
        for (String code : codeOf) {
            if (code != null) {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    int firstYear() {
        return firstYear;
    }

    int years() {
        return years;
    }

    /** The figures, row after row; not a number where a cell is empty. */
    double[] values() {
        return values;
    }

    private void header(int codes) {
        int end = at;
        while (bytes[end] != '\n') {
            end++;
        }
        String[] columns = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(",", -1);
        years = columns.length - codes;
        firstYear = Integer.parseInt(columns[codes]);
        for (int year = 0; year < years; year++) {
            if (Integer.parseInt(columns[codes + year]) != firstYear + year) {
                throw new IllegalStateException("the years of the header do not follow each other");
            }
        }
        at = end + 1;
    }

    private void body(int codes) {
        // A cell takes at least its comma, mostly more: grown by need and cut at the end.
        values = new double[Math.max(years, bytes.length / 4)];
        int row = 0;
        for (; at < bytes.length; row++) {
            if ((row + 1) * years > values.length) {
                values = Arrays.copyOf(values, 2 * values.length + years);
            }
            for (int code = 0; code < codes; code++) {
                keys.add(code());
            }
            figures(row * years);
        }
        values = Arrays.copyOf(values, row * years);
    }

    /** A code of three capitals, the same object each time. */
    private String code() {
        int number = 0;
        for (int letter = 0; letter < LETTERS; letter++) {
            number = ALPHABET * number + bytes[at + letter] - 'A';
        }
        if (number < 0 || number >= codeOf.length || bytes[at + LETTERS] != ',') {
            throw new IllegalStateException("not a code at byte " + at);
        }
        @Nullable String code = codeOf[number];
        if (code == null) {
            code = new String(bytes, at, LETTERS, StandardCharsets.US_ASCII);
            codeOf[number] = code;
        }
        at += LETTERS + 1;
        return code;
    }

    /**
     * Reads the figures of a row into the cells from {@code first} on.
     *
     * <p>Exact: below 2^53, a whole number over a power of ten up to 10^22 is rounded once, as the decimal would be. On
     * local variables, which the compiler of a cold virtual machine keeps in registers.
     */
    private void figures(int first) {
        byte[] text = bytes;
        double[] cells = values;
        int pos = at;
        for (int cell = first; cell < first + years; cell++) {
            long digits = 0;
            int point = -1;
            int start = pos;
            boolean negative = text[pos] == '-';
            if (negative) {
                pos++;
            }
            byte next = text[pos];
            while (next != ',' && next != '\n') {
                if (next == '.') {
                    point = pos;
                } else if (next >= '0' && next <= '9') {
                    digits = 10 * digits + next - '0';
                } else {
                    throw new IllegalStateException("not a figure at byte " + pos);
                }
                next = text[++pos];
            }
            double value = pos == start ? Double.NaN : point < 0 ? digits : digits / TENS[pos - point - 1];
            cells[cell] = (negative ? -value : value) / scale;
            pos++;
        }
        at = pos;
    }

    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
}
