package blocsim.scenario;

/** What may stand at a key of a scenario. */
public enum Kind {
    /** An object with keys of its own rows. */
    GROUP("an object"),
    /** An object whose keys are codes or ids of the user's choice. */
    TABLE("an object"),
    /** A {@link #GROUP}, or an object that gives one from each of several dates on. */
    DATED_GROUP("an object"),
    /** A list of groups. */
    GROUPS("a list of objects"),
    /** Any text of at most 5,000 characters. */
    TEXT("a text"),
    /** A path from the file, or a list of those. */
    PATHS("a path such as \"../belarus-sco\", or a list of paths"),
    /** A JSON pointer (RFC 6901). */
    POINTER("a JSON pointer such as \"/parameters/weightNetwork\""),
    /** A list of JSON pointers, at least one. */
    POINTERS("a list of JSON pointers such as [\"/parameters/weightNetwork\"]"),
    /** A list of numbers, at least one. */
    NUMBERS("a list of numbers"),
    /** A list of numbers or of texts, or an object of any values by labels of the user's choice. */
    VALUES("a list of numbers or of texts, or an object of values by their labels"),
    /** The name of a column of results. */
    COLUMN("a name of lower-case letters, digits and underscores"),
    /** A name that can be part of a file name. */
    NAME("a name of lower-case letters, digits and hyphens, at most 80"),
    /** A code of a state. */
    STATE("a code of three capital letters such as \"BLR\""),
    /** A list of codes of states. */
    STATES("a list of codes such as [\"KAZ\", \"UZB\"]"),
    /** A code of a bloc. */
    BLOC("a bloc's code such as \"SCO\""),
    /** A list of codes of blocs. */
    BLOCS("a list of blocs' codes such as [\"EU\"]"),
    /** An id of a rung. */
    RUNG("a rung's id such as \"observer\""),
    /** A list of ids of rungs. */
    RUNGS("a list of rungs' ids such as [\"observer\"]"),
    /** Yes or no. */
    TRUTH("true or false"),
    /** One of the row's words. */
    WORD("a word"),
    /** A list of the row's words. */
    WORDS("a list of words"),
    /** A list of ids of works. */
    SOURCES("a list of ids such as [\"D2\"]"),
    /** A number in the row's range. */
    NUMBER("a number"),
    /** A whole number in the row's range. */
    COUNT("a whole number"),
    /** A whole number that every program reads exactly: of at most 2^53 - 1. */
    SEED("a whole number of at most 9007199254740991, of either sign"),
    /** A day. */
    DATE("a date such as \"2015-07-10\", from 1900 to 2199"),
    /** A list of days. */
    DATES("a list of dates such as [\"2015-07-10\"]"),
    /** A day of any year. */
    MONTH_DAY("a day of the year such as \"07-01\""),
    /** Years, bare or with their evidence. */
    YEARS("a list of years such as [2015, 2020]"),
    /** A number that is a judgement: bare, or with its evidence. */
    FIXED("a number"),
    /** A whole number that is a judgement: bare, or with its evidence. */
    FIXED_COUNT("a whole number"),
    /** A number that is a judgement and may change on given dates: bare, dated, or either with its evidence. */
    DATED("a number"),
    /** A whole number that is a judgement and may change on given dates. */
    DATED_COUNT("a whole number"),
    /** A {@link #DATED}, or an object of such numbers by the names of its parts. */
    PILLAR("a number"),
    /** Where something comes from: {@code "ID: own words"}, or a list of those. */
    EVIDENCE("a text such as \"D2: what it says, in your own words\", or a list of such texts");

    private final String expected;

    Kind(String expected) {
        this.expected = expected;
    }

    /** What a message says was expected. */
    public String expected() {
        return expected;
    }

    /** Whether it is a number in a range, bare or otherwise. */
    public boolean numeric() {
        return switch (this) {
            case NUMBER, COUNT, FIXED, FIXED_COUNT, DATED, DATED_COUNT, PILLAR -> true;
            default -> false;
        };
    }

    /** Whether only whole numbers will do. */
    public boolean whole() {
        return this == COUNT || this == FIXED_COUNT || this == DATED_COUNT;
    }

    /** Whether it may be an object of value, evidence and the date from which one could know it. */
    public boolean judged() {
        return switch (this) {
            case YEARS, FIXED, FIXED_COUNT, DATED, DATED_COUNT, PILLAR -> true;
            default -> false;
        };
    }

    /** Whether it may be an object of values by the dates from which they hold. */
    public boolean dated() {
        return this == DATED || this == DATED_COUNT || this == DATED_GROUP || this == PILLAR;
    }
}
