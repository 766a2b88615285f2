package blocsim.report;

import blocsim.experiment.Sought;
import blocsim.panel.Country;
import blocsim.panel.Panel;
import blocsim.scenario.Measure;
import blocsim.scenario.Output;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Outputs of studies as sentences name them: states by their names, blocs with their article, days in words. */
final class OutputWords {
    private static final Pattern CODE = Pattern.compile("\\b(of|in|before) ([A-Z][A-Z0-9]+)\\b|\\b([A-Z]{3})\\b");
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");
    private static final Pattern REACHED = Pattern.compile("1 if (\\S+ is )(\\S+ of .*), else 0");
    private static final Pattern STATUS = Pattern.compile("status of (\\S+) in (\\S+) on (\\S+)");
    private static final Pattern FIRST = Pattern.compile("first day on which (\\S+ is )(\\S+ of .*)");
    private static final Pattern OBJECTOR =
            Pattern.compile("who objected first at the first stop of (\\S+) before (\\S+)");

    private OutputWords() {}

    /** What varies, as it stands after "what decides": {@code whether Belarus is a member of the SCO by 4 July 2024}. */
    static String decided(Output output) {
        Measure measure = output.measure();
        if (!output.meaning().equals(measure.told())) {
            return output.meaning();
        }
        String bloc = BlocName.of(measure.bloc());
        if (measure instanceof Measure.Reached m) {
            return "whether " + isAt(m.state(), m.status(), bloc) + orHigher(m.status()) + " by "
                    + Numbers.day(m.date());
        }
        if (measure instanceof Measure.Size m) {
            return "how many states are " + m.status() + "s of " + bloc + orHigher(m.status()) + " on "
                    + Numbers.day(m.date());
        }
        if (measure instanceof Measure.YearsAt m) {
            return "how many years " + isAt(m.state(), m.status(), bloc);
        }
        if (measure instanceof Measure.Count m) {
            String of = m.state() == null ? "" : " of " + name(m.state());
            return switch (m.kind()) {
                case REQUESTS -> "how many requests" + of + " come before " + bloc;
                case STOPS -> "how often " + bloc + " stops a request" + of;
                case APPROVALS -> "how often " + bloc + " approves a request" + of;
            };
        }
        return named(output.meaning());
    }

    /** What moves, as it stands after "what moves": {@code the chance that Belarus is a member of the SCO by 4 July 2024}. */
    static String moved(Output output) {
        String decided = decided(output);
        return decided.startsWith("whether ")
                ? "the chance that " + decided.substring("whether ".length())
                : decided.startsWith("how many years ")
                        ? "for " + decided
                        : decided.startsWith("how many ")
                                ? "the number of "
                                        + decided.substring("how many ".length())
                                                .replaceFirst(" (are|come) ", " that $1 ")
                                : decided;
    }

    /** The unit of an output that is a number; empty for one that is 0 or 1. */
    static String unit(Output output) {
        Measure measure = output.measure();
        if (measure instanceof Measure.Size) {
            return "states";
        }
        if (measure instanceof Measure.YearsAt) {
            return "years";
        }
        return measure instanceof Measure.Count m ? m.kind().name().toLowerCase(Locale.ROOT) : "";
    }

    /** A condition as it stands before "when": {@code Belarus is an observer of the SCO on 4 July 2024}. */
    static String outcome(Sought sought) {
        String told = sought.output().meaning();
        boolean is = sought.sign() == Sought.Sign.IS;
        boolean equality = is || sought.sign() == Sought.Sign.IS_NOT;
        Object value = sought.value();
        Matcher reached = REACHED.matcher(told);
        if (equality && reached.matches() && value instanceof Double number && (number == 0 || number == 1)) {
            return named(reached.group(1) + (is == (number == 1) ? "" : "not ") + articled(reached.group(2)));
        }
        Matcher status = STATUS.matcher(told);
        if (equality && status.matches() && value instanceof String rung) {
            String on = " on " + status.group(3);
            return named(status.group(1)
                    + (is ? " is " : " is not ")
                    + (rung.equals("none")
                            ? "outside " + BlocName.of(status.group(2))
                            : articled(rung + " of " + status.group(2)))
                    + on);
        }
        Matcher first = FIRST.matcher(told);
        if (first.matches()) {
            return named(first.group(1) + dated(sought, articled(first.group(2))));
        }
        Matcher objector = OBJECTOR.matcher(told);
        if (equality && objector.matches()) {
            return named(objection(objector, is, value));
        }
        if (told.startsWith("number of ") || told.startsWith("years for which ")) {
            return named("The " + (told.startsWith("years") ? "number of " : "") + told) + " is " + compared(sought);
        }
        return sought.text();
    }

    private static String objection(Matcher told, boolean is, @Nullable Object value) {
        String stop = " the first stop of " + told.group(1) + " before " + told.group(2);
        if (value == null) {
            return (is ? "No" : "A") + " request of " + told.group(1) + " is stopped before " + told.group(2);
        }
        return value + (is ? " is" : " is not") + " the first to object at" + stop;
    }

    private static String dated(Sought sought, String status) {
        Object value = sought.value();
        String day = String.valueOf(value);
        return switch (sought.sign()) {
            case IS -> value == null ? "never " + status : status + " from " + day + " on";
            case IS_NOT -> value == null ? status + " at some time" : "not first " + status + " on " + day;
            case AT_MOST -> status + " by " + day;
            case BELOW -> status + " before " + day;
            case AT_LEAST -> "not " + status + " before " + day;
            case ABOVE -> "not " + status + " by " + day;
        };
    }

    private static String compared(Sought sought) {
        String value = sought.text().substring(sought.text().lastIndexOf(' ') + 1);
        return switch (sought.sign()) {
            case IS -> value;
            case IS_NOT -> "not " + value;
            case AT_LEAST -> "at least " + value;
            case AT_MOST -> "at most " + value;
            case ABOVE -> "above " + value;
            case BELOW -> "below " + value;
        };
    }

    private static String isAt(String state, String status, String bloc) {
        return name(state) + " is " + articled(status) + " of " + bloc;
    }

    private static String orHigher(String status) {
        return status.equals("member") ? "" : " or higher";
    }

    private static String articled(String status) {
        return ("aeiou".indexOf(status.charAt(0)) >= 0 ? "an " : "a ") + status;
    }

    private static String name(String state) {
        return Panel.bundled().country(state).map(Country::name).orElse(state);
    }

    /** The text with names in the place of codes, and days in words. */
    private static String named(String text) {
        String spelled = CODE.matcher(text).replaceAll(found -> {
            String code = found.group(2) == null ? found.group(3) : found.group(2);
            boolean state = Panel.bundled().country(code).isPresent();
            String before = found.group(2) == null ? "" : found.group(1) + " ";
            return Matcher.quoteReplacement(
                    before + (state || found.group(2) == null ? name(code) : BlocName.of(code)));
        });
        return DAY.matcher(spelled)
                .replaceAll(found -> Numbers.day(LocalDate.parse(found.group())))
                .replaceAll("\\bthat are (\\S+) of\\b", "that are $1s of")
                .replaceAll("\\bis ([aeiou]\\S*) of\\b", "is an $1 of")
                .replaceAll("\\bis (?!an? |a )([b-df-hj-np-tv-z]\\S*) of\\b", "is a $1 of")
                .replaceAll("(\\bmembers? of (?:the )?\\S+) or higher\\b", "$1");
    }
}
