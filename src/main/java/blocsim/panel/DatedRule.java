package blocsim.panel;

import java.time.LocalDate;

/**
 * A rule of admission of a bloc; it holds until a later row changes it.
 *
 * @param bloc code of the bloc
 * @param from the date from which it holds
 * @param kind what the rule governs
 * @param description the rule in a few words
 * @param source short name of the page that says so
 * @param check how the row was checked
 */
public record DatedRule(String bloc, LocalDate from, Kind kind, String description, String source, Check check)
        implements Dated {
    static final String[] COLUMNS = {"bloc", "from_date", "rule", "description", "source", "check"};

    /** What a rule governs. */
    public enum Kind {
        /** Who must agree. */
        DECISION_RULE,
        /** What is asked of an applicant. */
        CRITERIA,
        /** A condition or an exception for named states or a class. */
        GATE,
        /** A pause of admissions. */
        MORATORIUM,
        /** A limit on numbers. */
        CAPACITY,
        /** A rung that is new. */
        CATEGORY_CREATED,
        /** A rung that went up in another. */
        CATEGORY_MERGED
    }

    @Override
    public String key() {
        return bloc;
    }

    @Override
    public LocalDate date() {
        return from;
    }

    static DatedRule of(Row row) {
        return new DatedRule(
                row.code("bloc"),
                row.date("from_date"),
                row.choice("rule", Kind.class, Kind.CRITERIA),
                row.text("description"),
                row.text("source"),
                row.choice("check", Check.class, Check.MEMORY));
    }
}
