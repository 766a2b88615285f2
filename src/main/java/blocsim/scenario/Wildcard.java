package blocsim.scenario;

import java.util.regex.Pattern;

/** A part of a pointer that the user chooses. */
enum Wildcard {
    STATE("{state}", "[A-Z]{3}|X[0-9]{2,5}", "three capital letters such as BLR"),
    BLOC("{bloc}", "[A-Z][A-Za-z0-9-]{0,15}", "a capital letter, then letters, digits or hyphens, at most 16"),
    RUNG("{rung}", "(?!none$)[a-z][a-z0-9-]{0,30}", "lower-case letters, digits and hyphens, and not \"none\""),
    GATE("{gate}", "[a-z0-9][a-z0-9-]{0,60}", "lower-case letters, digits and hyphens"),
    EVENT("{event}", "[a-z0-9][a-z0-9-]{0,60}", "lower-case letters, digits and hyphens"),
    SOURCE("{source}", "[A-Za-z0-9][A-Za-z0-9._-]{0,60}", "letters, digits, points and hyphens"),
    FACTOR("{factor}", Wildcard.COLUMN, "lower-case letters, digits and underscores, at most 60"),
    OUTPUT("{output}", Wildcard.COLUMN, "lower-case letters, digits and underscores, at most 60"),
    TABLE("{table}", "[a-z][A-Za-z0-9_-]{0,60}", "lower-case letters, digits and hyphens");

    static final String COLUMN = "[a-z][a-z0-9_]{0,59}";

    private final String part;
    private final Pattern pattern;
    private final String words;

    Wildcard(String part, String regex, String words) {
        this.part = part;
        this.pattern = Pattern.compile(regex);
        this.words = words;
    }

    /** The wildcard of a part of a pointer such as {@code {state}}. */
    static Wildcard of(String part) {
        for (var wildcard : values()) {
            if (wildcard.part.equals(part)) {
                return wildcard;
            }
        }
        throw new IllegalArgumentException("no wildcard is written " + part);
    }

    boolean fits(String key) {
        return pattern.matcher(key).matches();
    }

    /** The regular expression of the whole key, as JSON Schema writes it. */
    String regex() {
        var alternatives = pattern.pattern().contains("|");
        return alternatives ? "^(?:" + pattern.pattern() + ")$" : "^" + pattern.pattern() + "$";
    }

    /** What the key must look like. */
    String words() {
        return words;
    }
}
