package blocsim.panel;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dated step of a state on the ladder of a bloc; it holds until the next step of that state there.
 *
 * @param bloc code of the bloc
 * @param iso3 code of the state
 * @param status the status reached
 * @param from the date on which the status took effect
 * @param event what happened, in a few words
 * @param source short name of the page that says so
 * @param decided the date of the decision; null where it is that of the effect, or not known
 * @param precision how exactly {@code from} is known
 * @param check how the row was checked
 */
public record Standing(
        String bloc,
        String iso3,
        Status status,
        LocalDate from,
        String event,
        String source,
        @Nullable LocalDate decided,
        Precision precision,
        Check check)
        implements Dated {
    static final String[] COLUMNS = {
        "bloc", "iso3", "status", "from_date", "event", "source", "decision_date", "date_precision", "check"
    };

    /** The date of effect of an approval whose effect is not known yet; see {@link #asOf}. */
    public static final LocalDate NOT_IN_FORCE = LocalDate.MAX;

    /** Whether the status is in force as far as the panel knows that was asked. */
    public boolean inForce() {
        return !from.equals(NOT_IN_FORCE);
    }

    /**
     * The step as known at the end of a day: as it is if it was in force; if it was decided only, an approval {@link
     * #NOT_IN_FORCE}, since the day of the effect was not certain; nothing if neither.
     */
    Optional<Standing> asOf(LocalDate date) {
        if (!precision.last(from).isAfter(date)) {
            LocalDate known = decided == null || decided.isAfter(date) ? null : decided;
            return Optional.of(new Standing(bloc, iso3, status, from, event, source, known, precision, check));
        }
        if (decided == null || decided.isAfter(date)) {
            return Optional.empty();
        }
        return Optional.of(new Standing(
                bloc, iso3, status, NOT_IN_FORCE, "approved, not in force", "", decided, Precision.DAY, Check.MEMORY));
    }

    @Override
    public String key() {
        return bloc;
    }

    @Override
    public LocalDate date() {
        return from;
    }

    static Standing of(Row row) {
        return new Standing(
                row.code("bloc"),
                row.state("iso3"),
                row.choice("status", Status.class, Status.NONE),
                row.date("from_date"),
                row.text("event"),
                row.text("source"),
                row.dateIfAny("decision_date"),
                row.choice("date_precision", Precision.class, Precision.DAY),
                row.choice("check", Check.class, Check.MEMORY));
    }
}
