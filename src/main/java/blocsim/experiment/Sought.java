package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.Nearest;
import blocsim.input.Quote;
import blocsim.scenario.ColumnType;
import blocsim.store.Column;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an output of a study, such as {@code status_2024 = observer}, {@code members_2024 >= 12} or {@code member_by_2024}.
 *
 * @param output the column it is about
 * @param sign how the value is compared
 * @param value a {@link Double} for a number, a {@link LocalDate} for a date, a text for a text; null for a text or date that is missing
 */
public record Sought(Column output, Sign sign, @Nullable Object value) {
    /** How a value is compared. */
    public enum Sign {
        /** Equal. */
        IS("="),
        /** Not equal. */
        IS_NOT("!="),
        /** At least; of a date, that day or later or never. */
        AT_LEAST(">="),
        /** At most; of a date, that day or earlier. */
        AT_MOST("<="),
        /** Above; of a date, later or never. */
        ABOVE(">"),
        /** Below; of a date, earlier. */
        BELOW("<");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        /** As it is written in a condition. */
        public String text() {
            return text;
        }

        private boolean holds(int compared) {
            return switch (this) {
                case IS -> compared == 0;
                case IS_NOT -> compared != 0;
                case AT_LEAST -> compared >= 0;
                case AT_MOST -> compared <= 0;
                case ABOVE -> compared > 0;
                case BELOW -> compared < 0;
            };
        }
    }

    /** The word for a date that never came, and for a text that is missing. */
    public static final String NEVER = "never";

    private static final String OPTION = "--outcome";
    private static final Pattern CONDITION =
            Pattern.compile("\\s*([A-Za-z0-9_]+)\\s*(?:(>=|<=|!=|==|=|>|<)\\s*(.+?))?\\s*", Pattern.DOTALL);

    /**
     * Reads a condition.
     *
     * @param columns of the study
     * @throws InputException if it is none, or asks of an output what that never is
     */
    public static Sought of(String text, List<Column> columns) throws InputException {
        var outputs = columns.stream().filter(column -> !column.factor()).toList();
        var names = outputs.stream().map(Column::name).toList();
        var matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw wrong(
                    Quote.of(text) + " is no condition on an output",
                    "Give for example \"" + names.get(0) + " = VALUE\"; signs are =, !=, <, <=, > and >=.");
        }
        String name = matcher.group(1);
        int at = names.indexOf(name);
        if (at < 0) {
            throw wrong(
                    "the study has no output " + Quote.of(name),
                    Nearest.hint(name, names) + "Outputs are " + String.join(", ", names) + ".");
        }
        var output = outputs.get(at);
        String symbol = matcher.group(2);
        String value = matcher.group(3);
        if (symbol == null || value == null) {
            var bare = new Sought(output, Sign.IS, 1.0);
            if (output.type() != ColumnType.WHOLE) {
                throw bare.bare();
            }
            return bare;
        }
        return new Sought(output, sign(symbol), value(output, sign(symbol), value));
    }

    private static Sign sign(String symbol) {
        for (var sign : Sign.values()) {
            if (sign.text().equals(symbol)) {
                return sign;
            }
        }
        return Sign.IS;
    }

    private static @Nullable Object value(Column output, Sign sign, String text) throws InputException {
        boolean equality = sign == Sign.IS || sign == Sign.IS_NOT;
        boolean never = text.equals(NEVER);
        switch (output.type()) {
            case TEXT -> {
                if (!equality) {
                    throw wrong(
                            output.name() + " is a text, which has no order", "Ask by = or != for one of its values.");
                }
                return never ? null : unquoted(text);
            }
            case DATE -> {
                if (never && equality) {
                    return null;
                }
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException none) {
                    throw wrong(
                            output.name() + " is a date, and " + Quote.of(text) + " is none",
                            "Give a day such as 2024-07-04, or = " + NEVER + ".");
                }
            }
            default -> {
                if (text.equals("true") || text.equals("false")) {
                    return text.equals("true") ? 1.0 : 0.0;
                }
                try {
                    double number = Double.parseDouble(text);
                    if (Double.isFinite(number)) {
                        return number;
                    }
                } catch (NumberFormatException none) {
                    // Told below.
                }
                throw wrong(
                        output.name() + " is a number, and " + Quote.of(text) + " is none",
                        "Give a number, or true or false for 1 or 0.");
            }
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.matches("\".*\"|'.*'");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String example(ColumnType type) {
        return switch (type) {
            case TEXT -> " = observer";
            case DATE -> " <= 2024-07-04";
            default -> " >= 1";
        };
    }

    private static InputException wrong(String what, String remedy) {
        return new InputException(List.of(new InputProblem(OPTION, 0, "", what, remedy)));
    }

    /** A problem with a name alone, of an output that is not 0 or 1. */
    InputException bare() {
        return wrong(
                output.name() + " is not 0 or 1, so that its name alone is no condition",
                "Give a sign and a value, such as \"" + output.name() + example(output.type()) + "\".");
    }

    /** A problem with a value that no run has. */
    InputException unheardOf(List<String> values) {
        return wrong(
                "in no run is " + output.name() + " " + Quote.of(String.valueOf(value)),
                Nearest.hint(String.valueOf(value), values) + "It is one of " + String.join(", ", values) + ".");
    }

    /** Whether the condition holds of a finished run's value; null where it is missing. */
    public boolean holds(@Nullable Object cell) {
        if (cell == null || value == null) {
            if (output.type() == ColumnType.DATE && value != null) {
                return sign.holds(1);
            }
            return sign.holds(cell == null && value == null ? 0 : 1);
        }
        if (cell instanceof Number number && value instanceof Double wanted) {
            return sign.holds(Double.compare(number.doubleValue(), wanted));
        }
        if (cell instanceof LocalDate day && value instanceof LocalDate wanted) {
            return sign.holds(day.compareTo(wanted));
        }
        return sign.holds(cell.equals(value) ? 0 : 1);
    }

    /** The condition as it may be written. */
    public String text() {
        Object shown = value == null ? NEVER : value;
        return output.name() + " " + sign.text() + " "
                + (shown instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                        ? Long.toString(number.longValue())
                        : shown);
    }
}
