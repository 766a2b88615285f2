package blocsim.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A state's request for a rung of a bloc and what became of it, or a later decision on it that was fought over.
 *
 * @param bloc code of the bloc
 * @param iso3 code of the state
 * @param sought the status asked for
 * @param applied the filing, or the official statement of the bid; see {@link #firstReport()}
 * @param precision how exactly {@code applied} is known
 * @param outcome what became of it
 * @param decided the date of the outcome; null while pending or not known
 * @param objectors codes of the members that objected or held it up, in the order of the record; may be empty even if
 *     {@code outcome} is {@code OBJECTED}, where all objected
 * @param objection who says that they did
 * @param note remarks, with the marks {@code gate:} and {@code first report}
 * @param source short name of the page that says so
 * @param check how the row was checked
 */
public record Request(
        String bloc,
        String iso3,
        Status sought,
        LocalDate applied,
        Precision precision,
        Outcome outcome,
        @Nullable LocalDate decided,
        List<String> objectors,
        ObjectionKind objection,
        String note,
        String source,
        Check check)
        implements Dated {
    static final String[] COLUMNS = {
        "bloc",
        "iso3",
        "rung_sought",
        "applied_date",
        "date_precision",
        "outcome",
        "outcome_date",
        "objector_iso3",
        "objection_kind",
        "note",
        "source",
        "check"
    };

    /** What became of a request. */
    public enum Outcome {
        /** Granted. */
        APPROVED,
        /** Refused by the body or by a rule. */
        REJECTED,
        /** Stopped or put off by one or more members. */
        OBJECTED,
        /** Taken back by the applicant. */
        WITHDRAWN,
        /** Passed over, overtaken or left unanswered; no refusal on record. */
        LAPSED,
        /** Not decided by the end of the record. */
        PENDING
    }

    /** On whose word an objection stands. */
    public enum ObjectionKind {
        /** No objection on record. */
        NONE,
        /** Said by that member's government, or voted. */
        OFFICIAL,
        /** Said by the press, the applicant or unnamed officials. */
        REPORTED
    }

    public Request {
        objectors = List.copyOf(objectors);
    }

    /** Whether the row is a decision point on an earlier request rather than a request of its own. */
    public boolean gate() {
        return note.startsWith("gate:");
    }

    /** Whether only the first public mention is dated, so that the request was made not later than {@code applied}. */
    public boolean firstReport() {
        return note.contains("first report");
    }

    /**
     * The request as known at the end of a day: nothing if it was made later; pending, and nobody's objection known, if its
     * outcome came later or is not dated. Remarks may tell of later things: only their marks are kept.
     */
    Optional<Request> asOf(LocalDate date) {
        if (precision.last(applied).isAfter(date)) {
            return Optional.empty();
        }
        boolean known = decided != null && !decided.isAfter(date);
        String marks = (gate() ? "gate: " : "") + (firstReport() ? "first report" : "");
        return Optional.of(new Request(
                bloc,
                iso3,
                sought,
                applied,
                precision,
                known ? outcome : Outcome.PENDING,
                known ? decided : null,
                known ? objectors : List.of(),
                known ? objection : ObjectionKind.NONE,
                marks,
                source,
                check));
    }

    @Override
    public String key() {
        return bloc;
    }

    @Override
    public LocalDate date() {
        return applied;
    }

    static Request of(Row row) {
        return new Request(
                row.code("bloc"),
                row.state("iso3"),
                row.choice("rung_sought", Status.class, Status.NONE),
                row.date("applied_date"),
                row.choice("date_precision", Precision.class, Precision.DAY),
                row.choice("outcome", Outcome.class, Outcome.PENDING),
                row.dateIfAny("outcome_date"),
                row.states("objector_iso3"),
                row.choice("objection_kind", ObjectionKind.class, ObjectionKind.NONE),
                row.text("note"),
                row.text("source"),
                row.choice("check", Check.class, Check.MEMORY));
    }
}
