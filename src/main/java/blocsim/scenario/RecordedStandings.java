package blocsim.scenario;

import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Gate;
import blocsim.model.Start;
import blocsim.panel.Panel;
import blocsim.panel.Request;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the dated record says of who stood where, up to the last day that may be known. */
final class RecordedStandings {
    private static final int UNANSWERED_YEARS = 10;
    private static final String CANDIDATE = "candidate";

    private final Panel panel;
    private final @Nullable LocalDate until;
    private final Map<String, Map<String, List<Standing>>> steps = new HashMap<>();

    RecordedStandings(Panel panel, @Nullable LocalDate until) {
        this.panel = panel;
        this.until = until;
    }

    /** The codes of the blocs whose members are on record, which need not stand in a scenario. */
    static List<String> blocs() {
        return Panel.bundled().blocs();
    }

    /** Whether what is dated may be known. */
    boolean known(LocalDate date) {
        return until == null || !date.isAfter(until);
    }

    private LocalDate latestKnown(LocalDate date) {
        return until != null && until.isBefore(date) ? until : date;
    }

    private @Nullable Standing last(String bloc, String code, LocalDate date, boolean inForce) {
        var known = latestKnown(date);
        var byState = steps.computeIfAbsent(bloc, key -> {
            var map = new HashMap<String, List<Standing>>();
            panel.standings(key)
                    .forEach(step -> map.computeIfAbsent(step.iso3(), c -> new java.util.ArrayList<>())
                            .add(step));
            return map;
        });
        Standing last = null;
        for (var step : byState.getOrDefault(code, List.of())) {
            boolean approval = step.status() == Status.CANDIDATE && inForce;
            if (!step.from().isAfter(known) && !approval) {
                last = step;
            }
        }
        return last;
    }

    /** Whether a state was a full member of a bloc, which need not stand in the scenario. */
    boolean isMember(String bloc, String code, LocalDate date) {
        var step = last(bloc, code, date, true);
        return step != null && step.status() == Status.MEMBER;
    }

    /** The rung in force on a date, 0 for an outsider. */
    private static int rung(Bloc bloc, @Nullable Standing step) {
        if (step == null) {
            return 0;
        }
        int rung = bloc.ladder().index(step.status().name().toLowerCase(Locale.ROOT));
        return Math.max(0, rung);
    }

    /** φ of the rung in force on a date. */
    double benefit(Bloc bloc, String code, LocalDate date) {
        if (bloc.record() == null) {
            boolean founded = bloc.founded() == null || !bloc.founded().isAfter(date);
            return founded && bloc.founders().contains(code) ? 1 : 0;
        }
        boolean hasCandidates = bloc.ladder().index(CANDIDATE) > 0;
        int rung = rung(bloc, last(bloc.record(), code, date, !hasCandidates));
        return rung == 0 ? 0 : bloc.ladder().rung(rung).benefit();
    }

    /** The standing on the first day of a horizon; null for an outsider without a request. */
    @Nullable Start start(int b, Bloc bloc, int state, String code, LocalDate first) {
        if (bloc.record() == null) {
            int top = bloc.ladder().top();
            return bloc.founders().contains(code) ? Start.holding(b, state, top, (int) first.toEpochDay()) : null;
        }
        boolean hasCandidates = bloc.ladder().index(CANDIDATE) > 0;
        var inForce = last(bloc.record(), code, first, !hasCandidates);
        var latest = last(bloc.record(), code, first, false);
        int rung = rung(bloc, inForce);
        int since = (int) (inForce == null ? first : inForce.from()).toEpochDay();
        if (!hasCandidates && latest != null && latest.status() == Status.CANDIDATE) {
            int top = bloc.ladder().top();
            var entry = latest.from().plusMonths(bloc.ladder().rung(top).entryMonths());
            var due = entry.isBefore(first) ? first : entry;
            return new Start(b, state, rung, since, top, (int) due.toEpochDay(), 0, 0);
        }
        var request = pending(bloc.record(), code, first);
        int asked = request == null ? 0 : bloc.ladder().index(firstStep(bloc, rung, name(request.sought()), first));
        if (request == null || asked <= rung) {
            return rung == 0 ? null : Start.holding(b, state, rung, since);
        }
        int applied = (int) request.applied().toEpochDay();
        boolean candidate = rung > 0 && bloc.ladder().id(rung).equals(CANDIDATE);
        return new Start(b, state, rung, since, 0, 0, asked, candidate ? Math.max(applied, since) : applied);
    }

    /**
     * The rung that a request on record is about. Where one must be a candidate first, the record has one request for both steps: it
     * stands for candidacy, and from then on for membership.
     */
    private static String firstStep(Bloc bloc, int held, String sought, LocalDate day) {
        boolean candidateFirst = bloc.gates().stream()
                .filter(gate -> gate.guards(sought, day))
                .map(Gate::condition)
                .anyMatch(condition -> condition instanceof Condition.PriorRung prior
                        && prior.rungs().contains(CANDIDATE)
                        && !prior.rungs().contains(bloc.ladder().id(held)));
        return candidateFirst ? CANDIDATE : sought;
    }

    private static String name(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The latest request of a state that was made by a day and is not known to be answered by it. A request that was stopped, lapsed or is pending
     * counts as unanswered for ten years, since one could not know that it would stay so; the day of a lapse is not used.
     */
    private @Nullable Request pending(String bloc, String code, LocalDate date) {
        Request latest = null;
        for (var request : panel.requests(bloc)) {
            if (request.iso3().equals(code)
                    && !request.gate()
                    && !request.applied().isAfter(latestKnown(date))
                    && (latest == null || !request.applied().isBefore(latest.applied()))) {
                latest = request;
            }
        }
        return latest != null && isOpen(latest, date, latestKnown(date)) ? latest : null;
    }

    private static boolean isOpen(Request request, LocalDate date, LocalDate known) {
        var unanswered = request.applied().plusYears(UNANSWERED_YEARS);
        var ends = switch (request.outcome()) {
            case OBJECTED, LAPSED, PENDING -> unanswered;
            case APPROVED, REJECTED, WITHDRAWN ->
                request.decided() == null ? request.applied().plusYears(1) : request.decided();
        };
        return date.isBefore(ends.isAfter(known) ? unanswered : ends);
    }
}
