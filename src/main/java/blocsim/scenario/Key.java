package blocsim.scenario;

import java.util.List;

/**
 * One key of a scenario file.
 *
 * @param pointer where it stands; a part in braces is a code or id of the user's choice, {@code *} an item of a list
 * @param kind what may stand there
 * @param meaning what it is
 * @param unit its unit; empty where it has none
 * @param least the least number allowed
 * @param most the greatest number allowed
 * @param standard what holds where it is not given; empty where nothing does, or where it must be given
 * @param source where the default comes from; empty where that needs no saying
 * @param required whether a complete scenario must give it
 * @param words the words allowed, for {@link Kind#WORD} and {@link Kind#WORDS}
 * @param types the values of the neighbouring key "type", or of "rule" in a rule, with which it may stand; empty for all
 */
public record Key(
        String pointer,
        Kind kind,
        String meaning,
        String unit,
        double least,
        double most,
        String standard,
        String source,
        boolean required,
        List<String> words,
        List<String> types) {
    /** Copies the lists. */
    public Key {
        words = List.copyOf(words);
        types = List.copyOf(types);
    }

    static Key of(String pointer, Kind kind, String meaning) {
        return new Key(
                pointer,
                kind,
                meaning,
                "",
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "",
                "",
                false,
                List.of(),
                List.of());
    }

    Key from(double lowest, double highest, String measuredIn) {
        return new Key(pointer, kind, meaning, measuredIn, lowest, highest, standard, source, required, words, types);
    }

    Key otherwise(String value) {
        return new Key(pointer, kind, meaning, unit, least, most, value, source, required, words, types);
    }

    Key after(String origin) {
        return new Key(pointer, kind, meaning, unit, least, most, standard, origin, required, words, types);
    }

    Key must() {
        return new Key(pointer, kind, meaning, unit, least, most, standard, source, true, words, types);
    }

    Key oneOf(String... allowed) {
        return new Key(pointer, kind, meaning, unit, least, most, standard, source, required, List.of(allowed), types);
    }

    Key when(String... type) {
        return new Key(pointer, kind, meaning, unit, least, most, standard, source, required, words, List.of(type));
    }

    /** The last part of the pointer: the key itself. */
    public String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** The pointer of what it stands in. */
    public String parent() {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** Whether it stands for a code or id of the user's choice, or an item of a list. */
    public boolean wild() {
        return name().startsWith("{") || name().equals("*");
    }

    /** What is expected here, for a message: the kind with its range or words. */
    public String expected() {
        if (kind == Kind.WORD || kind == Kind.WORDS) {
            var quoted = words.stream().map(word -> '"' + word + '"').toList();
            return (kind == Kind.WORDS ? "a list of " : quoted.size() > 1 ? "one of " : "") + String.join(", ", quoted);
        }
        return kind.expected() + range();
    }

    /** The range in words with a space before it, or nothing where every number will do. */
    public String range() {
        if (!kind.numeric() || least == Double.NEGATIVE_INFINITY) {
            return "";
        }
        return " from " + Numbers.plain(least) + " to " + Numbers.plain(most);
    }
}
