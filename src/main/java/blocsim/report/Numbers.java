package blocsim.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and dates as a reader sees them, the same in every locale. A no-break space holds a figure to its unit. */
public final class Numbers {
    private static final char NO_BREAK = '\u00a0';
    private static final int MOST_PLACES = 9;
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private Numbers() {}

    /** A share in [0, 1] as percent: whole percents in the middle, one decimal near 0 and 100. */
    public static String percent(double share) {
        return percentFigure(share, decimals(share)) + NO_BREAK + "%";
    }

    /** A share with its interval: {@code 42 % (95 % interval 38 to 46 %)}. */
    public static String percent(Estimate share) {
        return percent(share.value()) + " (95" + NO_BREAK + "% interval " + percentRange(share) + ")";
    }

    /** The ends of a share's interval: {@code 38 to 46 %}. */
    public static String percentRange(Estimate share) {
        int decimals = Math.max(decimals(share.lower()), decimals(share.upper()));
        return percentFigure(share.lower(), decimals) + " to " + percentFigure(share.upper(), decimals) + NO_BREAK
                + "%";
    }

    /** A difference of two shares in percentage points, signed: {@code +12.0 points}. */
    public static String points(double difference) {
        return pointsFigure(difference) + NO_BREAK + "points";
    }

    /** A signed difference of two shares with its interval, in percentage points. */
    public static String points(Estimate difference) {
        return points(difference.value()) + " (95" + NO_BREAK + "% interval " + pointsFigure(difference.lower())
                + " to " + pointsFigure(difference.upper()) + ")";
    }

    /** A figure with two decimals and a true minus sign. */
    public static String decimal(double figure) {
        return signed(String.format(Locale.ROOT, "%.2f", figure));
    }

    /** A figure of any size with three digits that count, all whole ones shown: {@code 0.00123}, {@code 1.23}, {@code 12,345}. */
    public static String figure(double figure) {
        if (figure == 0) {
            return "0";
        }
        var exact = new BigDecimal(figure);
        int places = Math.max(0, 2 + exact.scale() - exact.precision() + 1);
        return signed(String.format(Locale.ROOT, "%,." + Math.min(places, MOST_PLACES) + "f", figure));
    }

    /** A count with its thousands parted: {@code 12,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A day in words: {@code 4 July 2024}. */
    public static String day(LocalDate date) {
        return date.getDayOfMonth() + String.valueOf(NO_BREAK) + MONTHS.get(date.getMonthValue() - 1) + " "
                + date.getYear();
    }

    /** A month for narrow columns: {@code Jul 2024}; {@code never} where the date was not reached. */
    public static String month(@Nullable LocalDate date) {
        return date == null
                ? "never"
                : MONTHS.get(date.getMonthValue() - 1).substring(0, 3) + NO_BREAK + date.getYear();
    }

    /** A span of months: {@code Jul 2015 to never}; {@code never} alone where even its start was not reached. */
    public static String months(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null ? month(null) : month(from) + " to " + month(to);
    }

    private static int decimals(double share) {
        return (share < .0995 && share > 0) || (share > .9005 && share < 1) ? 1 : 0;
    }

    private static String percentFigure(double share, int decimals) {
        if (share > 0 && share < .0005) {
            return "under 0.1";
        }
        if (share < 1 && share > .9995) {
            return "over 99.9";
        }
        return String.format(Locale.ROOT, "%." + decimals + "f", 100 * share);
    }

    private static String pointsFigure(double difference) {
        return signed(String.format(Locale.ROOT, "%+.1f", 100 * difference));
    }

    private static String signed(String figure) {
        boolean zero = figure.chars().noneMatch(c -> c >= '1' && c <= '9');
        String bare = figure.startsWith("-") || figure.startsWith("+") ? figure.substring(1) : figure;
        return zero ? bare : figure.replace('-', '\u2212');
    }
}
