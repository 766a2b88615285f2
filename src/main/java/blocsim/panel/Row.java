package blocsim.panel;

import blocsim.input.InputProblem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table with named columns; a field that cannot be read is noted as a problem, and a stand-in returned, so
 * that every problem of a file is found in one pass.
 */
final class Row {
    static final int FIRST_YEAR = 1800;
    static final int LAST_YEAR = 2100;

    private final String file;
    private final int line;
    private final List<String> header;
    private final List<String> fields;
    private final Predicate<String> isState;
    private final List<InputProblem> problems;
    private int next;

    /**
     * @param file the file as it is named to the user
     * @param line the row's line, from 1
     * @param header the columns
     * @param fields as many fields
     * @param isState whether a code is that of a known state
     * @param problems where problems are noted
     */
    Row(
            String file,
            int line,
            List<String> header,
            List<String> fields,
            Predicate<String> isState,
            List<InputProblem> problems) {
        this.file = file;
        this.line = line;
        this.header = header;
        this.fields = fields;
        this.isState = isState;
        this.problems = problems;
    }

    /** The row's line, from 1. */
    int line() {
        return line;
    }

    /** The field as it stands, without blanks at its ends. */
    String text(String column) {
        // Columns are mostly asked for in their order: look at the next one first.
        int at = next < fields.size() && header.get(next).equals(column) ? next : header.indexOf(column);
        next = at + 1;
        return fields.get(at).strip();
    }

    /** A field that must not be empty. */
    String code(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            problem(column, "the field is empty", "every row needs one.");
        }
        return text;
    }

    /** The code of a known state. */
    String state(String column) {
        String code = code(column);
        if (!code.isEmpty() && !isState.test(code)) {
            problem(column, "no state has the code \"" + code + "\"", "a new state needs a row in a table \"states\".");
        }
        return code;
    }

    /** The codes of known states, parted by semicolons; empty if the field is. */
    List<String> states(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> codes = Arrays.asList(text.split(";", -1));
        for (String code : codes) {
            if (!isState.test(code)) {
                problem(column, "no state has the code \"" + code + "\"", "give codes parted by semicolons.");
            }
        }
        return codes;
    }

    /** The one of {@code iso3_a} and {@code iso3_b} that comes first in the alphabet. */
    String first() {
        String a = state("iso3_a");
        String b = state("iso3_b");
        if (a.equals(b)) {
            problem("iso3_b", "the pair names " + a + " twice", "name two states.");
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** The one of {@code iso3_a} and {@code iso3_b} that comes last in the alphabet. */
    String second() {
        String a = text("iso3_a");
        String b = text("iso3_b");
        return a.compareTo(b) <= 0 ? b : a;
    }

    /** A year from {@value #FIRST_YEAR} to {@value #LAST_YEAR}. */
    int year(String column) {
        String text = text(column);
        int year = wholeNumber(text);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            problem(
                    column,
                    "\"" + text + "\" is not a year",
                    "give a year from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
            return FIRST_YEAR;
        }
        return year;
    }

    /** A year, or 0 if the field is empty. */
    int yearIfAny(String column) {
        return text(column).isEmpty() ? 0 : year(column);
    }

    /** A whole number of at least 0, or 0 if the field is empty. */
    int numberIfAny(String column) {
        String text = text(column);
        int number = text.isEmpty() ? 0 : wholeNumber(text);
        if (number < 0) {
            problem(column, "\"" + text + "\" is not a whole number", "give digits only.");
            return 0;
        }
        return number;
    }

    /** A field of 0 or 1. */
    boolean flag(String column) {
        String text = text(column);
        if (!text.equals("0") && !text.equals("1")) {
            problem(column, "\"" + text + "\" is neither 0 nor 1", "give 1 for yes and 0 for no.");
        }
        return text.equals("1");
    }

    /** A number within bounds. */
    double number(String column, double low, double high) {
        String text = text(column);
        double value = decimal(text);
        if (!(value >= low && value <= high)) {
            String span = high == Double.MAX_VALUE
                    ? low == -Double.MAX_VALUE ? "give a number." : "give a number of at least " + plain(low) + "."
                    : "give a number from " + plain(low) + " to " + plain(high) + ".";
            problem(column, text.isEmpty() ? "the field is empty" : "\"" + text + "\" does not fit", span);
            return Double.NaN;
        }
        return value;
    }

    /** A number within bounds, or not a number if the field is empty. */
    double numberIfAny(String column, double low, double high) {
        return text(column).isEmpty() ? Double.NaN : number(column, low, high);
    }

    /** A date as ISO 8601 writes it. */
    LocalDate date(String column) {
        String text = text(column);
        // By hand: a formatter costs a cold virtual machine more than a whole table of dates.
        int year = text.length() == 10 ? wholeNumber(text.substring(0, 4)) : -1;
        int month = year < 0 || text.charAt(4) != '-' ? -1 : wholeNumber(text.substring(5, 7));
        int day = month < 1 || month > 12 || text.charAt(7) != '-' ? -1 : wholeNumber(text.substring(8));
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            problem(column, "\"" + text + "\" is not a date", "write it as 2016-01-31.");
            return LocalDate.EPOCH;
        }
        return LocalDate.of(year, month, day);
    }

    /** A date, or null if the field is empty. */
    @Nullable LocalDate dateIfAny(String column) {
        return text(column).isEmpty() ? null : date(column);
    }

    /** One of a closed list of words, written in small or capital letters. */
    <E extends Enum<E>> E choice(String column, Class<E> words, E standIn) {
        String text = text(column);
        E[] all = words.getEnumConstants();
        for (E word : all) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        var names = Arrays.stream(all)
                .map(word ->
                        standIn instanceof Sender ? word.name() : word.name().toLowerCase(Locale.ROOT))
                .toList();
        problem(
                column,
                "\"" + text + "\" is none of the words of this column",
                "give one of " + String.join(", ", names) + ".");
        return standIn;
    }

    /** Notes a problem with a column of this row. */
    void problem(String column, String what, String remedy) {
        problems.add(new InputProblem(file, line, column, what, remedy));
    }

    private static int wholeNumber(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static String plain(double number) {
        return number == StrictMath.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
