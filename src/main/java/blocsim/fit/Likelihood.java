package blocsim.fit;

import blocsim.engine.OneStep;
import blocsim.model.Parameter;
import blocsim.panel.Panel;
import blocsim.rule.Agenda;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The likelihood of an observed history: year by year, everything known at the year's beginning, in closed form but for the readiness of
 * each summit, which is integrated out by Gauss-Hermite quadrature over all cells of that bloc and summit together.
 *
 * <p>One request is made in a year at most, and the summit that decides on it is the one that the bloc's calendar expects. Let a request
 * come at rate r, for rung m with probability π_m, be on record with probability d; let T be the years from the origin to the summit less
 * the notice; let a_m = G·u·P be the chance of approval there. Then
 *
 * <ul>
 *   <li>nothing on record: exp(-r) + (1-d)·[(1 - exp(-r)) - (1 - exp(-rT))·Σ π_m a_m];
 *   <li>a request for m on record on day t: d·r·exp(-rt)·π_m, and if t ≤ T what the summit did with it; where the day is not known
 *       d·(1 - exp(-r))·π_m;
 *   <li>a rise to m without a request on record: (1-d)·(1 - exp(-rT))·π_m·a_m;
 *   <li>pending: approved a_m; stopped with members J named G·u·(1-P)·d_o·Σ_J h^(1/α)/Σ h^(1/α); else 1 - G·u + G·u·(1-P)·(1-d_o).
 * </ul>
 *
 * These add up to 1 over all that may happen. What the model rules out counts as {@value #RULED_OUT}, which no parameter moves.
 */
final class Likelihood {
    /** The probability of what the model rules out, such as a rise through a gate that stood shut. */
    static final double RULED_OUT = 1e-6;

    private static final int NODES = 9;
    private static final double DAYS = 365.25;

    private final List<Year> years;
    private final double[] node;
    private final double[] logWeight;

    /**
     * One year.
     *
     * @param origin at the end of which the world is known
     * @param step from the origin
     * @param units what was observed
     */
    record Year(LocalDate origin, OneStep step, List<Unit> units) {
        Year {
            units = List.copyOf(units);
        }
    }

    Likelihood(List<Year> years) {
        this.years = List.copyOf(years);
        var rule = new GaussIntegratorFactory().hermite(NODES);
        this.node = new double[NODES];
        this.logWeight = new double[NODES];
        for (int k = 0; k < NODES; k++) {
            node[k] = StrictMath.sqrt(2) * rule.getPoint(k);
            logWeight[k] = StrictMath.log(rule.getWeight(k) / StrictMath.sqrt(StrictMath.PI));
        }
    }

    /**
     * The likelihood of the years after some origins.
     *
     * @param first the year whose 31 December is the first origin
     * @param last that of the last
     * @param record a panel that reaches a year beyond the last origin
     */
    static Likelihood of(Origins origins, int first, int last, Panel record) {
        return of(origins, first, last, record, List.of());
    }

    /**
     * The same without what concerns some blocs.
     *
     * @param leftOut their codes; what a state weighs between one of them and a bloc that shuts it out goes too
     */
    static Likelihood of(Origins origins, int first, int last, Panel record, List<String> leftOut) {
        var years = new ArrayList<Year>();
        for (int year = first; year <= last; year++) {
            LocalDate origin = LocalDate.of(year, 12, 31);
            OneStep step = origins.at(origin, record);
            var units = Observations.of(step, origin, record).stream()
                    .filter(unit -> unit.group().stream()
                            .noneMatch(b ->
                                    leftOut.contains(step.world().blocs().get(b).code())))
                    .toList();
            years.add(new Year(origin, step, units));
        }
        return new Likelihood(years);
    }

    List<Year> years() {
        return years;
    }

    /** The log of the likelihood at a point. */
    double log(Point point) {
        double[] byYear = IntStream.range(0, years.size())
                .parallel()
                .mapToDouble(y -> {
                    var terms = terms(y, point);
                    return total(terms);
                })
                .toArray();
        double sum = 0;
        for (double one : byYear) {
            sum += one;
        }
        return sum;
    }

    /** What a unit of a year adds to the log of the likelihood. */
    static final class Term {
        private final Unit unit;
        private final int bloc;
        private final double[] log;

        /**
         * One.
         *
         * @param bloc the bloc whose summit's readiness it hangs on; -1 if on none
         * @param log by node, or one number where it hangs on none
         */
        Term(Unit unit, int bloc, double... log) {
            this.unit = unit;
            this.bloc = bloc;
            this.log = log;
        }

        Unit unit() {
            return unit;
        }

        /** The bloc whose summit's readiness it hangs on; -1 if on none. */
        int bloc() {
            return bloc;
        }

        /** By node, or one number where it hangs on none; not to be changed. */
        double[] log() {
            return log;
        }
    }

    /** The log weights of the nodes. */
    double[] logWeights() {
        return logWeight.clone();
    }

    /** The terms of a year, in the order of its units. */
    List<Term> terms(int y, Point point) {
        var year = years.get(y);
        var chances = new Chances(point);
        var choices = new Chances.Choices();
        double spread = point.parameters().get(Parameter.SUMMIT_SPREAD);
        var terms = new ArrayList<Term>(year.units().size());
        for (Unit unit : year.units()) {
            terms.add(
                    unit.pending() > 0
                            ? pending(year, unit, chances, point, spread)
                            : free(year, unit, chances, choices, point, spread));
        }
        return terms;
    }

    /** The log of the likelihood of a year's terms, summits' readiness integrated out. */
    double total(List<Term> terms) {
        double sum = 0;
        int blocs = 0;
        for (Term term : terms) {
            blocs = Math.max(blocs, term.bloc() + 1);
        }
        var joint = new double[blocs][];
        for (Term term : terms) {
            if (term.bloc() < 0) {
                sum += term.log()[0];
            } else {
                if (joint[term.bloc()] == null) {
                    joint[term.bloc()] = logWeight.clone();
                }
                for (int k = 0; k < NODES; k++) {
                    joint[term.bloc()][k] += term.log()[k];
                }
            }
        }
        for (double[] one : joint) {
            sum += one == null ? 0 : logSum(one);
        }
        return sum;
    }

    /** log Σ exp. */
    static double logSum(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(Double.NEGATIVE_INFINITY);
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - most);
        }
        return most + StrictMath.log(sum);
    }

    private static Term ruledOut(Unit unit) {
        return new Term(unit, -1, StrictMath.log(RULED_OUT));
    }

    /** Whether the model rules out what was observed. */
    static boolean isRuledOut(Term term) {
        return term.unit().event() != Unit.Event.NOTHING
                && term.bloc() < 0
                && term.log()[0] <= StrictMath.log(RULED_OUT);
    }

    /** T: years from the origin to the summit less the notice, in [0, 1]. */
    static double untilSummit(OneStep step, LocalDate origin, int bloc) {
        double notice = step.world().blocs().get(bloc).requestNoticeDays();
        double days = step.bloc(bloc).summit(0) - origin.toEpochDay() - notice;
        return Math.max(0, Math.min(1, days / DAYS));
    }

    /** The years from the summit of the year before to the origin, and the year itself. */
    private static double sinceSummit(OneStep step, LocalDate origin, int bloc) {
        LocalDate before = LocalDate.ofEpochDay(step.bloc(bloc).summit(0)).minusYears(1);
        return ChronoUnit.DAYS.between(before, origin) / DAYS + untilSummit(step, origin, bloc);
    }

    private Term pending(Year year, Unit unit, Chances chances, Point point, double spread) {
        var step = year.step();
        int b = unit.bloc();
        boolean open = step.stake(b, unit.state()).isOpenAt(0, unit.rung());
        if (!open) {
            return unit.event() == Unit.Event.NOTHING ? new Term(unit, -1, 0) : ruledOut(unit);
        }
        double passes = chances.passes(step, b, unit.state(), unit.rung());
        double odds = chances.takenUpLogOdds(step, b, unit.state());
        double share = unit.objectors().isEmpty() ? 1 : chances.share(step, b, unit.objectors());
        var log = new double[NODES];
        for (int k = 0; k < NODES; k++) {
            double u = chances.aged(Agenda.takenUp(odds + spread * node[k]), unit.pendingYears());
            log[k] = StrictMath.log(Math.max(RULED_OUT, atSummit(unit.event(), u, passes, share, point.named())));
        }
        return new Term(unit, b, log);
    }

    /** What a summit does with a request before it. */
    static double atSummit(Unit.Event event, double takenUp, double passes, double share, double named) {
        return switch (event) {
            case RAISED, ASKED_RAISED -> takenUp * passes;
            case STOPPED, ASKED_STOPPED -> takenUp * (1 - passes) * named * share;
            case NOTHING, ASKED -> 1 - takenUp + takenUp * (1 - passes) * (1 - named);
        };
    }

    private Term free(Year year, Unit unit, Chances chances, Chances.Choices choices, Point point, double spread) {
        var step = year.step();
        double rate = chances.request(step, unit.group(), unit.state(), choices);
        double asks = 0;
        for (int n = 0; n < choices.count(); n++) {
            asks += choices.probability(n);
        }
        double d = point.recorded();
        if (unit.event() == Unit.Event.NOTHING) {
            double approved = 0;
            for (int n = 0; n < choices.count() && d < 1; n++) {
                approved += withoutRecord(year, unit, choices, n, rate, asks, spread);
            }
            double nothing = StrictMath.exp(-rate) + (1 - d) * (-StrictMath.expm1(-rate) - approved);
            return new Term(unit, -1, StrictMath.log(nothing));
        }
        int n = choices.find(unit.bloc(), unit.rung());
        if (n < 0 || asks <= 0) {
            return ruledOut(unit);
        }
        double share = choices.probability(n) / asks;
        int b = unit.bloc();
        double until = untilSummit(step, year.origin(), b);
        boolean open = step.stake(b, unit.state()).isOpenAt(0, unit.rung());
        double passes = open ? chances.passes(step, b, unit.state(), unit.rung()) : 0;
        double named = unit.objectors().isEmpty() ? 1 : chances.share(step, b, unit.objectors());
        double first;
        if (!unit.event().asks()) {
            first = (1 - d) * -StrictMath.expm1(-rate * until) * share;
        } else if (Double.isNaN(unit.asked())) {
            first = d * -StrictMath.expm1(-rate * sinceSummit(step, year.origin(), b)) * share;
        } else {
            first = d * rate * StrictMath.exp(-rate * unit.asked()) * share;
        }
        boolean decides = unit.event() != Unit.Event.ASKED || Double.isNaN(unit.asked()) || unit.asked() <= until;
        if (!decides || (!open && unit.event() == Unit.Event.ASKED)) {
            return new Term(unit, -1, StrictMath.log(Math.max(RULED_OUT, first)));
        }
        if (!open) {
            return ruledOut(unit);
        }
        var log = new double[NODES];
        for (int k = 0; k < NODES; k++) {
            double u = Agenda.takenUp(choices.logOdds(n) + spread * node[k]);
            log[k] = StrictMath.log(
                    Math.max(RULED_OUT, first * atSummit(unit.event(), u, passes, named, point.named())));
        }
        return new Term(unit, b, log);
    }

    /** (1 - exp(-rT))·π_m·a_m, the summit's readiness averaged out. */
    double withoutRecord(
            Year year, Unit unit, Chances.Choices choices, int n, double rate, double asks, double spread) {
        int b = choices.bloc(n);
        if (asks <= 0 || !year.step().stake(b, unit.state()).isOpenAt(0, choices.rung(n))) {
            return 0;
        }
        double until = untilSummit(year.step(), year.origin(), b);
        return -StrictMath.expm1(-rate * until)
                * choices.probability(n)
                / asks
                * mean(choices.logOdds(n), spread)
                * choices.passes(n);
    }

    /** The mean of u over the readiness of the summit. */
    double mean(double logOdds, double spread) {
        double mean = 0;
        for (int k = 0; k < NODES; k++) {
            mean += StrictMath.exp(logWeight[k]) * Agenda.takenUp(logOdds + spread * node[k]);
        }
        return mean;
    }
}
