package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import blocsim.input.Quote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares a scenario file with the table of keys: unknown keys, wrong types, numbers out of range, keys that are missing. */
final class Shape {
    static final String DAY = "(19|2[01])\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
    static final String YEAR = "(19|2[01])\\d\\d";
    static final String MONTH_DAY = "(--)?(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
    static final String CITATION = "[A-Za-z0-9][A-Za-z0-9._-]{0,60}: [\\s\\S]*\\S[\\s\\S]*";
    static final String POINTER = "(/([^~/]|~[01])+)+";
    static final int LONGEST_TEXT = 5000;
    static final long LARGEST_SEED = (1L << 53) - 1;
    private static final Pattern POINTER_PATTERN = Pattern.compile(POINTER);
    private static final Pattern DAY_PATTERN = Pattern.compile(DAY);
    private static final Pattern YEAR_PATTERN = Pattern.compile(YEAR);
    private static final Pattern MONTH_DAY_PATTERN = Pattern.compile(MONTH_DAY);
    private static final Pattern CITATION_PATTERN = Pattern.compile(CITATION);
    private static final Pattern NAME_PATTERN = Pattern.compile(nameRegex());
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final List<String> JUDGEMENT_KEYS = List.of("value", "evidence", "knownFrom");
    private static final Key EVIDENCE = Key.of("/evidence", Kind.EVIDENCE, "");
    private static final Key KNOWN_FROM = Key.of("/knownFrom", Kind.DATE, "");

    private final Problems problems;
    private final boolean complete;
    private final boolean part;

    private Shape(Problems problems, boolean complete, boolean part) {
        this.problems = problems;
        this.complete = complete;
        this.part = part;
    }

    /** Checks one file, in which null may take a key away and nothing need stand. */
    static void checkFile(JsonSource file, Problems problems) {
        new Shape(problems, false, false).check(KeyNode.root(), file);
    }

    /** Checks an effective scenario, in which everything must stand that has no default. */
    static void checkComplete(JsonSource tree, Problems problems) {
        new Shape(problems, true, false).check(KeyNode.root(), tree);
    }

    /** Checks a part, in which everything must stand that has no default, but for what only a whole scenario has. */
    static void checkPart(JsonSource tree, Problems problems) {
        new Shape(problems, true, true).check(KeyNode.root(), tree);
    }

    /** Checks a whole file of another kind, in which everything must stand that has no default. */
    static void check(KeyNode root, JsonSource tree, Problems problems) {
        new Shape(problems, true, false).check(root, tree);
    }

    static String nameRegex() {
        return "[a-z0-9][a-z0-9-]{0,79}";
    }

    static boolean isName(String text) {
        return NAME_PATTERN.matcher(text).matches();
    }

    /** The day that a text means; null if it means none. A year means its first day. */
    static @Nullable LocalDate day(String text) {
        if (YEAR_PATTERN.matcher(text).matches()) {
            return LocalDate.of(Integer.parseInt(text), 1, 1);
        }
        return fullDay(text);
    }

    static @Nullable LocalDate fullDay(String text) {
        if (!DAY_PATTERN.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text, STRICT);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static @Nullable MonthDay monthDay(String text) {
        if (!MONTH_DAY_PATTERN.matcher(text).matches()) {
            return null;
        }
        try {
            return MonthDay.parse(text.startsWith("--") ? text : "--" + text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Whether an object's keys are days or years, so that it gives values by date. */
    static boolean byDate(JsonSource.Members object) {
        return !object.members().isEmpty()
                && object.members().keySet().stream()
                        .anyMatch(key -> YEAR_PATTERN.matcher(key).lookingAt());
    }

    private void check(KeyNode node, JsonSource value) {
        var key = node.key();
        if (value instanceof JsonSource.Nothing && !complete) {
            return;
        }
        switch (key.kind()) {
            case GROUP -> group(node, value);
            case TABLE -> table(node, value);
            case DATED_GROUP -> {
                if (value instanceof JsonSource.Members object && byDate(object)) {
                    dates(object);
                    object.members().values().forEach(each -> group(node, each));
                } else {
                    group(node, value);
                }
            }
            case GROUPS -> {
                if (value instanceof JsonSource.Items list && node.wild() != null) {
                    var wild = node.wild();
                    list.items().forEach(item -> check(wild, item));
                } else {
                    wrong(key, value);
                }
            }
            case PILLAR -> {
                if (value instanceof JsonSource.Members object && Pillar.named(object)) {
                    group(node, value);
                } else {
                    judgement(key, value);
                }
            }
            case FIXED, FIXED_COUNT, DATED, DATED_COUNT, YEARS -> judgement(key, value);
            default -> leaf(key, value);
        }
    }

    private void group(KeyNode node, JsonSource value) {
        if (!(value instanceof JsonSource.Members object)) {
            wrong(node.key(), value);
            return;
        }
        var type = type(node, object);
        object.members().forEach((name, member) -> {
            var child = node.named().get(name);
            if (child == null) {
                unknown(member, name, node, type);
            } else if (type != null && !child.allows(type)) {
                problems.at(
                        member,
                        Quote.of(name) + " has no meaning where the " + kindsName(node) + " is " + Quote.of(type),
                        "The keys are " + String.join(", ", node.names(type)) + ".");
            } else {
                check(child, member);
            }
        });
        missing(node, object, type);
    }

    private void missing(KeyNode node, JsonSource.Members object, @Nullable String type) {
        if (!complete) {
            return;
        }
        node.named().forEach((name, child) -> {
            boolean due =
                    child.key().required() && (child.key().types().isEmpty() || (type != null && child.allows(type)));
            boolean elsewhere = part && node == KeyNode.root();
            if (due && !elsewhere && object.get(name) == null) {
                problems.missing(
                        object,
                        name,
                        "the key " + Quote.of(name) + " is missing",
                        "Give " + child.key().expected() + ": " + child.key().meaning() + ".");
            }
        });
    }

    private static String kindsName(KeyNode node) {
        var kinds = node.kinds();
        return kinds == null ? "" : kinds.key().name();
    }

    /** The value of the key {@code type} or {@code rule}, if the group has one and its value is known. */
    private static @Nullable String type(KeyNode node, JsonSource.Members object) {
        var types = node.kinds();
        return types != null
                        && object.get(types.key().name()) instanceof JsonSource.Text text
                        && types.key().words().contains(text.text())
                ? text.text()
                : null;
    }

    private void table(KeyNode node, JsonSource value) {
        var wild = node.wild();
        if (!(value instanceof JsonSource.Members object) || wild == null) {
            wrong(node.key(), value);
            return;
        }
        var wildcard = Wildcard.of(wild.key().name());
        object.members().forEach((name, member) -> {
            var child = node.named().get(name);
            if (child == null && !wildcard.fits(name)) {
                problems.at(member, Quote.of(name) + " cannot be a key here", "Give " + wildcard.words() + ".");
            } else {
                check(child == null ? wild : child, member);
            }
        });
    }

    private void unknown(JsonSource member, String name, KeyNode node, @Nullable String type) {
        var names = node.names(type);
        problems.at(
                member,
                "unknown key " + Quote.of(name),
                Nearest.hint(name, names) + "The keys "
                        + (node.key().pointer().isEmpty() ? "of " + node.key().meaning() : "here") + " are "
                        + String.join(", ", names) + ".");
    }

    private void judgement(Key key, JsonSource value) {
        if (value instanceof JsonSource.Members object && !byDate(object)) {
            object.members().forEach((name, member) -> {
                switch (name) {
                    case "value" -> bareOrDated(key, member);
                    case "evidence" -> leaf(EVIDENCE, member);
                    case "knownFrom" -> leaf(KNOWN_FROM, member);
                    default ->
                        problems.at(
                                member,
                                "unknown key " + Quote.of(name),
                                Nearest.hint(name, JUDGEMENT_KEYS)
                                        + "A judgement has the keys value, evidence, knownFrom"
                                        + (key.kind().dated() ? "; values by date have dates as keys." : "."));
                }
            });
            if (complete
                    && object.get("value") == null
                    && JUDGEMENT_KEYS.containsAll(object.members().keySet())) {
                problems.missing(object, "value", "the key \"value\" is missing", "Give " + key.expected() + ".");
            }
            if (complete && object.get("evidence") != null && object.get("knownFrom") == null) {
                problems.missing(
                        object,
                        "knownFrom",
                        "the key \"knownFrom\" is missing beside \"evidence\"",
                        "Give the date from which one could know this, so that back-tests can leave it out.");
            }
        } else {
            bareOrDated(key, value);
        }
    }

    private void bareOrDated(Key key, JsonSource value) {
        if (value instanceof JsonSource.Nothing && !complete) {
            return;
        }
        if (key.kind().dated() && value instanceof JsonSource.Members object && byDate(object)) {
            dates(object);
            object.members().values().forEach(each -> {
                if (!(each instanceof JsonSource.Nothing) || complete) {
                    leaf(key, each);
                }
            });
        } else {
            leaf(key, value);
        }
    }

    private void dates(JsonSource.Members object) {
        var days = new HashSet<LocalDate>();
        object.members().forEach((name, member) -> {
            var day = day(name);
            if (day == null) {
                problems.at(
                        member,
                        Quote.of(name) + " is no date",
                        "Values by date have keys such as \"2015-07-10\", or \"2015\" for its 1 January.");
            } else if (!days.add(day)) {
                problems.at(member, "there are two values for " + day, "Keep one of the two.");
            }
        });
    }

    private void leaf(Key key, JsonSource value) {
        switch (key.kind()) {
            case NUMBER, COUNT, FIXED, FIXED_COUNT, DATED, DATED_COUNT, PILLAR -> number(key, value);
            case SEED -> {
                if (!(value instanceof JsonSource.Numeral number)
                        || !number.whole()
                        || StrictMath.abs(number.value()) > LARGEST_SEED) {
                    wrong(key, value);
                }
            }
            case YEARS ->
                list(
                        key,
                        value,
                        item -> item instanceof JsonSource.Numeral number
                                && number.whole()
                                && number.value() >= 1900
                                && number.value() < 2200);
            case TRUTH -> {
                if (!(value instanceof JsonSource.Truth)) {
                    wrong(key, value);
                }
            }
            case TEXT -> text(key, value, text -> text.length() <= LONGEST_TEXT);
            case PATHS -> {
                if (value instanceof JsonSource.Items) {
                    texts(key, value, text -> text.length() <= LONGEST_TEXT);
                } else {
                    text(key, value, text -> text.length() <= LONGEST_TEXT);
                }
            }
            case POINTER ->
                text(key, value, text -> POINTER_PATTERN.matcher(text).matches());
            case POINTERS -> {
                texts(key, value, text -> POINTER_PATTERN.matcher(text).matches());
                some(key, value);
            }
            case NUMBERS -> {
                list(key, value, item -> item instanceof JsonSource.Numeral);
                some(key, value);
            }
            case VALUES -> values(key, value);
            case COLUMN -> text(key, value, Wildcard.FACTOR::fits);
            case NAME -> text(key, value, Shape::isName);
            case STATE -> text(key, value, Wildcard.STATE::fits);
            case BLOC -> text(key, value, Wildcard.BLOC::fits);
            case RUNG -> text(key, value, Wildcard.RUNG::fits);
            case WORD -> word(key, value);
            case DATE -> text(key, value, text -> fullDay(text) != null);
            case MONTH_DAY -> text(key, value, text -> monthDay(text) != null);
            case STATES -> texts(key, value, Wildcard.STATE::fits);
            case BLOCS -> texts(key, value, Wildcard.BLOC::fits);
            case RUNGS -> texts(key, value, Wildcard.RUNG::fits);
            case WORDS -> texts(key, value, key.words()::contains);
            case SOURCES -> texts(key, value, Wildcard.SOURCE::fits);
            case DATES -> texts(key, value, text -> fullDay(text) != null);
            case EVIDENCE -> {
                if (value instanceof JsonSource.Items) {
                    texts(key, value, Shape::isCitation);
                } else {
                    text(key, value, Shape::isCitation);
                }
            }
            default -> throw new IllegalStateException(key.pointer() + " is not a leaf");
        }
    }

    private static boolean isCitation(String text) {
        return text.length() <= LONGEST_TEXT && CITATION_PATTERN.matcher(text).matches();
    }

    private void number(Key key, JsonSource value) {
        if (!(value instanceof JsonSource.Numeral number) || (key.kind().whole() && !number.whole())) {
            wrong(key, value);
        } else if (!(number.value() >= key.least() && number.value() <= key.most())) {
            problems.at(value, number.described() + " is out of range", "Give " + key.expected() + ".");
        }
    }

    private void values(Key key, JsonSource value) {
        if (value instanceof JsonSource.Members object) {
            if (object.members().isEmpty()) {
                wrong(key, value);
            }
            return;
        }
        boolean numbers = value instanceof JsonSource.Items list
                && !list.items().isEmpty()
                && list.items().get(0) instanceof JsonSource.Numeral;
        list(
                key,
                value,
                item -> numbers
                        ? item instanceof JsonSource.Numeral
                        : item instanceof JsonSource.Text text && !text.text().isEmpty());
        some(key, value);
    }

    private void some(Key key, JsonSource value) {
        if (value instanceof JsonSource.Items list && list.items().isEmpty()) {
            wrong(key, value);
        }
    }

    private void word(Key key, JsonSource value) {
        if (!(value instanceof JsonSource.Text text)) {
            wrong(key, value);
        } else if (!key.words().contains(text.text())) {
            problems.at(
                    value,
                    Quote.of(text.text()) + " is not known here",
                    Nearest.hint(text.text(), key.words()) + "Give " + key.expected() + ".");
        }
    }

    private void text(Key key, JsonSource value, Predicate<String> right) {
        if (!(value instanceof JsonSource.Text text) || !right.test(text.text())) {
            wrong(key, value);
        }
    }

    private void texts(Key key, JsonSource value, Predicate<String> right) {
        list(key, value, item -> item instanceof JsonSource.Text text && right.test(text.text()));
    }

    private void list(Key key, JsonSource value, Predicate<JsonSource> right) {
        if (!(value instanceof JsonSource.Items list)) {
            wrong(key, value);
            return;
        }
        for (var item : list.items()) {
            if (!right.test(item)) {
                wrong(key, item);
            }
        }
    }

    private void wrong(Key key, JsonSource value) {
        problems.at(value, value.described() + " does not fit here", "Give " + key.expected() + ".");
    }
}
