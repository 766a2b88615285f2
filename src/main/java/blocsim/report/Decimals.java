package blocsim.report;

/**
 * Numbers in result files: a fixed count of decimals, the same on every platform. The shortest text of a double, which {@link
 * Double#toString} gives, differs between versions of Java.
 */
final class Decimals {
    private static final long SCALE = 1_000_000;
    private static final int PLACES = 6;

    private Decimals() {}

    /** The number as a table keeps it, so that what is drawn from a table is the same; not a number stays so. */
    static double kept(double value) {
        return Double.isFinite(value) ? Double.parseDouble(of(value)) : Double.NaN;
    }

    /** The number with six decimals, trailing zeros dropped; empty if it is not a number. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Math.abs(value) > 1e12) {
            throw new IllegalArgumentException(value + " is too large for a table; give it in a larger unit");
        }
        long scaled = Math.round(value * SCALE);
        if (scaled == 0) {
            return "0";
        }
        var text = new StringBuilder(16);
        if (scaled < 0) {
            text.append('-');
        }
        long size = Math.abs(scaled);
        text.append(size / SCALE);
        long rest = size % SCALE;
        if (rest > 0) {
            String digits = Long.toString(rest);
            text.append('.').append("0".repeat(PLACES - digits.length())).append(digits);
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            text.setLength(end);
        }
        return text.toString();
    }
}
