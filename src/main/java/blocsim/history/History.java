package blocsim.history;

import blocsim.panel.Panel;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was observed in one bloc: rises decided and in force, and who stood where on a day. */
public final class History {
    private final List<Standing> standings;
    private final String bloc;
    private final boolean candidates;

    /**
     * @param panel holds the record
     * @param bloc the bloc's code in the record
     */
    public History(Panel panel, String bloc) {
        this(panel, bloc, false);
    }

    /**
     * @param panel holds the record
     * @param bloc the bloc's code in the record
     * @param candidates whether candidacy is a rung of its own, as in the EU and NATO, rather than an open accession
     */
    public History(Panel panel, String bloc, boolean candidates) {
        this.standings = panel.standings(bloc).stream()
                .sorted(Comparator.comparing(Standing::from))
                .toList();
        this.bloc = bloc;
        this.candidates = candidates;
    }

    /**
     * Rises that were decided, and rises that came into force, by date. A rise is a status higher than any held before;
     * foundings and mergers of rungs are none. Where decision and effect fall on one day both steps are given.
     *
     * @param founded the day of the founding
     */
    public List<Step> steps(LocalDate founded) {
        var highest = new HashMap<String, Integer>();
        var accessions = new HashSet<String>();
        var steps = new ArrayList<Step>();
        for (var standing : standings) {
            int height = height(standing.status());
            int before = highest.getOrDefault(standing.iso3(), 0);
            boolean founding = !standing.from().isAfter(founded);
            if (!founding && isAccession(standing) && accessions.add(standing.iso3())) {
                steps.add(step(standing, Status.MEMBER, Step.Kind.APPROVED, decided(standing)));
            } else if (!founding && height > before) {
                if (isDecided(standing)
                        && (standing.status() != Status.MEMBER || !accessions.remove(standing.iso3()))) {
                    steps.add(step(standing, standing.status(), Step.Kind.APPROVED, decided(standing)));
                }
                steps.add(step(standing, standing.status(), Step.Kind.ENTERED, standing.from()));
            }
            highest.merge(standing.iso3(), height, Math::max);
        }
        steps.sort(Comparator.comparing(Step::date).thenComparing(Step::state).thenComparing(Step::kind));
        return List.copyOf(steps);
    }

    private Step step(Standing standing, Status status, Step.Kind kind, LocalDate date) {
        return new Step(bloc, standing.iso3(), status.name().toLowerCase(Locale.ROOT), kind, date);
    }

    /** Whether a row is the opening of an accession, which leaves the rung below in force. */
    private boolean isAccession(Standing standing) {
        return standing.status() == Status.CANDIDATE && !candidates;
    }

    /** Whether the day of the decision is known, or is that of the entry: members of the EU and NATO enter once all have ratified. */
    private boolean isDecided(Standing standing) {
        return !candidates || standing.status() != Status.MEMBER || standing.decided() != null;
    }

    private static LocalDate decided(Standing standing) {
        return standing.decided() == null ? standing.from() : standing.decided();
    }

    private static int height(Status status) {
        return switch (status) {
            case NONE, WITHDRAWN -> 0;
            case PARTNER -> 1;
            case OBSERVER, CANDIDATE -> 2;
            case MEMBER -> 3;
        };
    }

    /** The statuses in force on a day, by state; an open accession leaves the status below in force. */
    public Map<String, String> on(LocalDate day) {
        var statuses = new HashMap<String, String>();
        for (var standing : standings) {
            if (!standing.from().isAfter(day) && !isAccession(standing)) {
                statuses.put(standing.iso3(), standing.status().name().toLowerCase(Locale.ROOT));
            }
        }
        return statuses;
    }

    /** The changes of the status in force of a state, by date. */
    public List<Change> changes(String state) {
        return standings.stream()
                .filter(standing -> standing.iso3().equals(state) && !isAccession(standing))
                .map(standing ->
                        new Change(standing.from(), standing.status().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /**
     * A status that came into force.
     *
     * @param status the rung's id, {@code none} or {@code withdrawn}
     */
    public record Change(LocalDate from, String status) {}
}
