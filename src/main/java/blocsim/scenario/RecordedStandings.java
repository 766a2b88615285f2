package blocsim.scenario;

import blocsim.model.Bloc;
import blocsim.model.Start;
import blocsim.panel.Panel;
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
    private final Panel panel;
    private final @Nullable LocalDate until;
    private final Map<String, Map<String, List<Standing>>> steps = new HashMap<>();

    RecordedStandings(Panel panel, @Nullable LocalDate until) {
        this.panel = panel;
        this.until = until;
    }

    /** Whether what is dated may be known. */
    boolean known(LocalDate date) {
        return until == null || !date.isAfter(until);
    }

    private @Nullable Standing last(String bloc, String code, LocalDate date, boolean inForce) {
        var known = until != null && until.isBefore(date) ? until : date;
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
        boolean hasCandidates = bloc.ladder().index("candidate") > 0;
        int rung = rung(bloc, last(bloc.record(), code, date, !hasCandidates));
        return rung == 0 ? 0 : bloc.ladder().rung(rung).benefit();
    }

    /** The standing on the first day of a horizon; null for an outsider. */
    @Nullable Start start(int b, Bloc bloc, int state, String code, LocalDate first) {
        if (bloc.record() == null) {
            int top = bloc.ladder().top();
            return bloc.founders().contains(code) ? new Start(b, state, top, (int) first.toEpochDay(), 0, 0) : null;
        }
        boolean hasCandidates = bloc.ladder().index("candidate") > 0;
        var inForce = last(bloc.record(), code, first, !hasCandidates);
        var latest = last(bloc.record(), code, first, false);
        int rung = rung(bloc, inForce);
        boolean approved = !hasCandidates && latest != null && latest.status() == Status.CANDIDATE;
        if (rung == 0 && !approved) {
            return null;
        }
        int since = inForce == null
                ? (int) first.toEpochDay()
                : (int) inForce.from().toEpochDay();
        if (!approved || latest == null) {
            return new Start(b, state, rung, since, 0, 0);
        }
        int top = bloc.ladder().top();
        var entry = latest.from().plusMonths(bloc.ladder().rung(top).entryMonths());
        var due = entry.isBefore(first) ? first : entry;
        return new Start(b, state, rung, since, top, (int) due.toEpochDay());
    }
}
