package blocsim.fit;

import blocsim.engine.OneStep;
import blocsim.history.Outcome;
import blocsim.model.Bloc;
import blocsim.panel.Decision;
import blocsim.panel.Panel;
import blocsim.panel.Precision;
import blocsim.panel.Request;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads off the record what happened in the year after an origin. Left out are cells of full members, of blocs without members, with an
 * approval that is not in force, and whose request was rejected by a rule within the year, of which the model says nothing. Requests for
 * rungs that a bloc offers are no requests.
 */
final class Observations {
    private static final double DAYS = 365.25;

    private final OneStep step;
    private final LocalDate origin;
    private final LocalDate end;
    private final Map<String, List<Decision>> decisions = new HashMap<>();
    private final Map<String, List<Request>> requests = new HashMap<>();

    private Observations(OneStep step, LocalDate origin, Panel record) {
        this.step = step;
        this.origin = origin;
        this.end = origin.plusYears(1);
        for (Bloc bloc : step.world().blocs()) {
            String code = bloc.record();
            if (code == null) {
                continue;
            }
            for (Decision decision : record.decisions(code)) {
                if (within(decision.decided()) && !Outcome.offered(decision)) {
                    decisions
                            .computeIfAbsent(key(bloc.code(), decision.iso3()), key -> new ArrayList<>())
                            .add(decision);
                }
            }
            for (Request request : record.requests(code)) {
                LocalDate decided = request.decided();
                int sought = bloc.ladder().index(request.sought().name().toLowerCase(Locale.ROOT));
                if (sought > 0 && bloc.ladder().rung(sought).offered()) {
                    continue;
                }
                if (within(request.applied()) || (decided != null && within(decided))) {
                    requests.computeIfAbsent(key(bloc.code(), request.iso3()), key -> new ArrayList<>())
                            .add(request);
                }
            }
        }
    }

    /**
     * The units of a year.
     *
     * @param step from the origin
     * @param record a panel that reaches a year further than the origin
     */
    static List<Unit> of(OneStep step, LocalDate origin, Panel record) {
        return new Observations(step, origin, record).units();
    }

    private static String key(String bloc, String state) {
        return bloc + " " + state;
    }

    private boolean within(LocalDate date) {
        return date.isAfter(origin) && !date.isAfter(end);
    }

    private List<Unit> units() {
        var units = new ArrayList<Unit>();
        for (List<Integer> group : step.groups()) {
            for (int i = 0; i < step.world().states().size(); i++) {
                int state = i;
                if (group.stream().anyMatch(b -> step.stake(b, state).approved() != 0)) {
                    continue;
                }
                var free = new ArrayList<Integer>();
                boolean mayAsk = false;
                for (int b : group) {
                    var stake = step.stake(b, i);
                    if (stake.asked() == 0) {
                        free.add(b);
                        mayAsk |= stake.mayAsk() && step.bloc(b).members() > 0;
                    } else if (step.bloc(b).members() > 0) {
                        Unit unit = pending(group, b, i);
                        if (unit != null) {
                            units.add(unit);
                        }
                    }
                }
                if (mayAsk || free.stream().anyMatch(b -> happened(b, state))) {
                    units.add(free(free, i));
                }
            }
        }
        return units;
    }

    private List<Decision> decisions(int b, int i) {
        return decisions.getOrDefault(code(b, i), List.of());
    }

    private List<Request> requests(int b, int i) {
        return requests.getOrDefault(code(b, i), List.of());
    }

    private String code(int b, int i) {
        return key(step.world().blocs().get(b).code(), step.code(i));
    }

    private boolean happened(int b, int i) {
        return step.bloc(b).members() > 0 && !decisions(b, i).isEmpty();
    }

    private @Nullable Unit pending(List<Integer> group, int b, int i) {
        var stake = step.stake(b, i);
        double years = (step.bloc(b).summit(0) - stake.askedDay()) / DAYS;
        var raised = decisions(b, i);
        if (!raised.isEmpty()) {
            int rung = granted(b, stake.held(), raised.get(0));
            return new Unit(
                    i,
                    group,
                    b,
                    stake.asked(),
                    years,
                    Unit.Event.RAISED,
                    rung > stake.held() ? rung : stake.asked(),
                    Double.NaN,
                    List.of());
        }
        for (Request request : requests(b, i)) {
            LocalDate decided = request.decided();
            if (decided != null && within(decided)) {
                if (request.outcome() == Request.Outcome.REJECTED && !request.gate()) {
                    return null;
                }
                if (request.outcome() == Request.Outcome.OBJECTED) {
                    return new Unit(
                            i,
                            group,
                            b,
                            stake.asked(),
                            years,
                            Unit.Event.STOPPED,
                            stake.asked(),
                            Double.NaN,
                            objectors(request));
                }
            }
        }
        return new Unit(i, group, b, stake.asked(), years, Unit.Event.NOTHING, stake.asked(), Double.NaN, List.of());
    }

    private List<Integer> objectors(Request request) {
        return request.objectors().stream()
                .map(step.world()::state)
                .filter(j -> j >= 0)
                .toList();
    }

    private Unit free(List<Integer> group, int i) {
        Request first = null;
        int bloc = -1;
        for (int b : group) {
            if (step.bloc(b).members() == 0) {
                continue;
            }
            for (Request request : requests(b, i).stream()
                    .filter(one -> within(one.applied()) && !one.gate())
                    .sorted(Comparator.comparing(Request::applied)
                            .thenComparing(one -> one.outcome() == Request.Outcome.APPROVED ? 0 : 1)
                            .thenComparing(one -> -one.sought().ordinal()))
                    .toList()) {
                if (first == null || request.applied().isBefore(first.applied())) {
                    first = request;
                    bloc = b;
                }
            }
        }
        if (first != null) {
            return asked(group, bloc, i, first);
        }
        for (int b : group) {
            if (happened(b, i)) {
                int rung = granted(b, step.stake(b, i).held(), decisions(b, i).get(0));
                return new Unit(i, group, b, 0, 0, Unit.Event.RAISED, rung, Double.NaN, List.of());
            }
        }
        return new Unit(i, group, -1, 0, 0, Unit.Event.NOTHING, 0, Double.NaN, List.of());
    }

    private Unit asked(List<Integer> group, int b, int i, Request request) {
        var raised = decisions(b, i);
        boolean dated = request.precision() != Precision.YEAR && !request.firstReport();
        double when = dated ? ChronoUnit.DAYS.between(origin, request.applied()) / DAYS : Double.NaN;
        LocalDate decided = request.decided();
        boolean stopped =
                request.outcome() == Request.Outcome.OBJECTED && decided != null && within(decided) && raised.isEmpty();
        var event = !raised.isEmpty() ? Unit.Event.ASKED_RAISED : stopped ? Unit.Event.ASKED_STOPPED : Unit.Event.ASKED;
        int rung = raised.isEmpty()
                ? highestAskable(b, i, rung(b, request.sought().name()))
                : granted(b, step.stake(b, i).held(), raised.get(0));
        return new Unit(i, group, b, 0, 0, event, rung, when, stopped ? objectors(request) : List.of());
    }

    /** The rung that a request stands for: that asked for or, where others come first, the highest below it that may be asked for. */
    private int highestAskable(int b, int i, int rung) {
        for (int lower = rung; lower > 0; lower--) {
            if (step.stake(b, i).mayAsk(lower)) {
                return lower;
            }
        }
        return Math.max(0, rung);
    }

    /** The rung of the ladder that a decision grants, which is full membership where the ladder knows no candidates; 0 if it lacks it. */
    private int granted(int b, int held, Decision decision) {
        int rung = rung(b, decision.to().name());
        var ladder = step.world().blocs().get(b).ladder();
        return rung < 0 && decision.to() == blocsim.panel.Status.CANDIDATE ? ladder.top() : rung > held ? rung : 0;
    }

    private int rung(int b, String status) {
        return step.world().blocs().get(b).ladder().index(status.toLowerCase(Locale.ROOT));
    }
}
