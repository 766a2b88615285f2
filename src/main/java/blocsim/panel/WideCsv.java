package blocsim.panel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A shipped table of figures with codes first and one column a year: no quotes, no blanks, {@code \n} after each row.
 *
 * <p>Scanned by hand, byte by byte: half a million figures in a cold virtual machine leave no time for a string each.
 */
final class WideCsv {
    private final List<String> keys = new ArrayList<>();
    private final byte[] bytes;
    private int at;
    private int firstYear;
    private int years;
    private double[] values = {};

    private WideCsv(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a table.
     *
     * @param bytes the table in ASCII
     * @param codes columns of codes before the years, 1 or 2
     * @throws IllegalStateException if the table is not of this form
     */
    static WideCsv parse(byte[] bytes, int codes) {
        var table = new WideCsv(bytes);
        table.header(codes);
        table.body(codes);
        return table;
    }

    /** The codes of all rows one after the other, as many for each row as the table has code columns. */
    List<String> keys() {
        return keys;
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
        int rows = 0;
        for (int byteAt = at; byteAt < bytes.length; byteAt++) {
            if (bytes[byteAt] == '\n') {
                rows++;
            }
        }
        values = new double[rows * years];
        Arrays.fill(values, Double.NaN);
        String last = "";
        for (int row = 0; row < rows; row++) {
            for (int code = 0; code < codes; code++) {
                // Rows come sorted, so that the first code is mostly that of the row above: no new string for it.
                String text = code == 0 ? sameAs(last) : code();
                if (code == 0) {
                    last = text;
                }
                keys.add(text);
            }
            for (int year = 0; year < years; year++) {
                figure(row * years + year);
            }
        }
    }

    private String sameAs(String text) {
        if (text.length() == 3
                && bytes[at] == text.charAt(0)
                && bytes[at + 1] == text.charAt(1)
                && bytes[at + 2] == text.charAt(2)
                && bytes[at + 3] == ',') {
            at += 4;
            return text;
        }
        return code();
    }

    private String code() {
        int start = at;
        while (bytes[at] != ',') {
            at++;
        }
        @SuppressWarnings("deprecation") // The constructor for bytes that are known to be ASCII: no decoder.
        var code = new String(bytes, 0, start, at - start);
        at++;
        return code;
    }

    /** Exact: below 2^53, a whole number over a power of ten up to 10^22 is rounded once, as the decimal would be. */
    private void figure(int cell) {
        long digits = 0;
        int places = -1;
        boolean negative = false;
        int start = at;
        byte next = bytes[at];
        while (next != ',' && next != '\n') {
            if (next == '-') {
                negative = true;
            } else if (next == '.') {
                places = 0;
            } else {
                if (next < '0' || next > '9') {
                    throw new IllegalStateException("not a figure at byte " + at);
                }
                digits = 10 * digits + next - '0';
                if (places >= 0) {
                    places++;
                }
            }
            at++;
            next = bytes[at];
        }
        if (at > start) {
            double value = places > 0 ? digits / TENS[places] : digits;
            values[cell] = negative ? -value : value;
        }
        at++;
    }

    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
}
