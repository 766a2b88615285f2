package blocsim.fit;

import blocsim.engine.OneStep;
import blocsim.forecast.Forecast;
import blocsim.forecast.Forecaster;
import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.model.Bloc;
import blocsim.model.Parameter;
import blocsim.panel.Panel;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import blocsim.scenario.Scenario;
import blocsim.scenario.WorldBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts by the model in closed form, with parameters fitted at each origin to the years before it.
 *
 * <p>A decision may come in a way that the model rules out, such as through a gate that the bloc changes. How often such came is learnt from
 * the years before the origin, as the share of units, and added to every cell below the top.
 */
final class ModelForecaster implements Forecaster {
    private static final double UNITS = 2000;
    private static final double EVENTS = 0.5;

    private static final int REPLICATES = 20;

    private final Map<Panel, Futures> runs = new HashMap<>();
    private final Origins origins;
    private final Space space;
    private final FitStudy study;
    private final int ahead;
    private final List<String> leftOut;
    private final Map<Panel, Learnt> learnt = new HashMap<>();

    /** What was learnt up to an origin: the fit, the point used, and how often rises came in ways that the model rules out. */
    private record Learnt(@Nullable Fit fit, List<Double> place, Point point, double surprises) {
        double[] scaled() {
            return place.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * @param space what is fitted
     * @param study from which origin on, how thoroughly and how often it is fitted
     */
    ModelForecaster(Origins origins, Space space, FitStudy study) {
        this(origins, space, study, study.leftOut());
    }

    /** @param leftOut codes of blocs whose record nothing is fitted to */
    ModelForecaster(Origins origins, Space space, FitStudy study, List<String> leftOut) {
        this.leftOut = List.copyOf(leftOut);
        this.origins = origins;
        this.space = space;
        this.study = study;
        this.ahead = study.last() + 1 - study.first();
    }

    @Override
    public String name() {
        return "model";
    }

    /** What was learnt up to an origin; fitted anew at the first and every so many after it, from the mode of the fit before. */
    private Learnt learnt(Panel known, LocalDate origin) {
        Panel view = known.asOf(origin);
        var found = learnt.get(view);
        if (found == null) {
            int after = origin.getYear() - study.first();
            var before = after > 0 ? learnt(view, Cells.origin(origin.getYear() - 1)) : null;
            var likelihood = Likelihood.of(origins, study.from(), origin.getYear() - 1, view, leftOut);
            if (before != null && after % study.refit() != 0) {
                found = new Learnt(null, before.place, before.point, surprises(likelihood, before.point));
            } else {
                double[] start = before == null ? new double[space.factors().size()] : before.scaled();
                int starts = before == null ? study.starts() : 0;
                var fit = Fit.of(likelihood, space, start, starts, study.evaluations(), study.seed());
                found = new Learnt(
                        fit,
                        Arrays.stream(fit.scaled()).boxed().toList(),
                        fit.point(),
                        surprises(likelihood, fit.point()));
            }
            learnt.put(view, found);
        }
        return found;
    }

    /** What was fitted at an origin. */
    Backtest.Refit refit(Panel known, int year) {
        var at = learnt(known, Cells.origin(year));
        return new Backtest.Refit(
                year,
                leftOut,
                at.fit != null,
                at.fit == null ? Double.NaN : at.fit.logPosterior(),
                at.fit == null || at.fit.converged(),
                at.surprises);
    }

    /** The fitted numbers at an origin, by the factor's name, in the order of the factors. */
    Map<String, Double> values(Panel known, int year) {
        var scaled = learnt(known, Cells.origin(year)).scaled();
        var values = new LinkedHashMap<String, Double>();
        for (int k = 0; k < scaled.length; k++) {
            Factor factor = space.factors().get(k);
            values.put(factor.name(), factor.value(scaled[k]));
        }
        return values;
    }

    @Override
    public List<Forecast> forecast(Panel known, List<Cell> cells, int years) {
        if (cells.isEmpty()) {
            return List.of();
        }
        LocalDate origin = cells.get(0).origin();
        var at = learnt(known, origin);
        var yearly = forecast(known, cells, at.point, at.surprises);
        return years == 1 ? yearly : far(known, cells, years, at, yearly);
    }

    /**
     * Many years ahead: shares of runs of the engine from the origin in worlds that may come, to which comes one run that is as likely as
     * the yearly forecast held every year; and beside them rises in ways that the model rules out, at their rate.
     */
    private List<Forecast> far(Panel known, List<Cell> cells, int years, Learnt at, List<Forecast> yearly) {
        LocalDate origin = cells.get(0).origin();
        OneStep step = origins.at(origin, known);
        var futures = runs.computeIfAbsent(known.asOf(origin), view -> futures(view, origin, at));
        double surprise = within(years, at.surprises);
        var forecasts = new ArrayList<Forecast>();
        for (int n = 0; n < cells.size(); n++) {
            Cell cell = cells.get(n);
            int b = bloc(step, cell.bloc());
            int i = step.world().state(cell.state());
            if (b < 0 || i < 0 || years > ahead) {
                forecasts.add(yearly.get(n));
                continue;
            }
            double p = yearly.get(n).decision();
            double steady = within(years, p);
            double all = futures.replicates() + 1.0;
            var statuses = new EnumMap<Status, Double>(Status.class);
            yearly.get(n).statuses().forEach((status, share) -> {
                double held = p > 0 && status != cell.from() ? share * steady / p : 0;
                statuses.put(status, held / all * (1 - surprise));
            });
            Status held = Status.of(
                    step.world().blocs().get(b).ladder(), step.stake(b, i).held());
            for (Status status : Status.values()) {
                int runsThere = futures.reached(b, i, years, status);
                if (runsThere > 0 && status != held && status != cell.from()) {
                    statuses.merge(status, runsThere / all * (1 - surprise), Double::sum);
                }
            }
            statuses.merge(next(statuses.keySet(), cell.from()), surprise, Double::sum);
            double left = 1;
            double up = 0;
            for (var one : statuses.entrySet()) {
                left -= one.getKey() == cell.from() ? 0 : one.getValue();
                up += one.getKey().isAbove(cell.from()) ? one.getValue() : 0;
            }
            statuses.put(cell.from(), Math.max(0, left));
            double decision = 1 - (1 - (futures.decided(b, i, years) + steady) / all) * (1 - surprise);
            forecasts.add(new Forecast(cell, origin.plusYears(years), statuses, Math.min(1, up), decision));
        }
        return forecasts;
    }

    /** The probability of at least one in some years, each with the same probability. */
    private static double within(int years, double yearly) {
        return -StrictMath.expm1(years * StrictMath.log1p(-Math.min(yearly, 1 - 1e-12)));
    }

    /**
     * Runs in worlds that may come: parameters, efforts and the readiness of blocs are drawn from their posterior at the origin, and rules
     * change as often as they did until then.
     */
    private Futures futures(Panel view, LocalDate origin, Learnt at) {
        Scenario known = origins.knownAt(origin, ahead);
        var changes = RuleChanges.learnt(known, view, origin);
        var posterior = at.fit == null ? null : Posterior.of(at.fit);
        return Futures.of(
                draw -> {
                    var luck = new SplittableRandom(study.seed() * study.draws() + draw);
                    Point point = posterior == null ? at.point : posterior.draw(luck);
                    Scenario drawn = changes.drawn(origins.knownAt(origin, ahead, point), view, origin, ahead, luck);
                    var world = WorldBuilder.build(drawn, view).world();
                    return new Futures.Drawn(
                            world,
                            world.blocs().stream()
                                    .map(bloc -> point.readiness().getOrDefault(bloc.code(), 0.0))
                                    .toList());
                },
                study.draws(),
                REPLICATES,
                study.seed());
    }

    /** The share of units that saw a rise which the model ruled out; drawn to half of one in 2,000. */
    private static double surprises(Likelihood likelihood, Point point) {
        double events = EVENTS;
        double units = UNITS;
        for (int y = 0; y < likelihood.years().size(); y++) {
            for (Likelihood.Term term : likelihood.terms(y, point)) {
                var event = term.unit().event();
                boolean raised = event == Unit.Event.RAISED || event == Unit.Event.ASKED_RAISED;
                events += raised && Likelihood.isRuledOut(term) ? 1 : 0;
                units++;
            }
        }
        return events / units;
    }

    private List<Forecast> forecast(Panel known, List<Cell> cells, Point point, double surprise) {
        LocalDate origin = cells.get(0).origin();
        OneStep step = origins.at(origin, known);
        var chances = new Chances(point);
        var choices = new Chances.Choices();
        var likelihood = new Likelihood(List.of());
        double spread = point.parameters().get(Parameter.SUMMIT_SPREAD);
        var forecasts = new ArrayList<Forecast>();
        for (Cell cell : cells) {
            int b = bloc(step, cell.bloc());
            int i = step.world().state(cell.state());
            var up = new EnumMap<Status, Double>(Status.class);
            if (b >= 0 && i >= 0 && step.bloc(b).members() > 0) {
                rise(step, origin, b, i, chances, choices, likelihood, spread, up);
            }
            boolean candidacy = b >= 0 && step.world().blocs().get(b).ladder().index("candidate") > 0;
            forecasts.add(forecast(known, cell, up, surprise, candidacy));
        }
        return forecasts;
    }

    private static int bloc(OneStep step, String record) {
        for (int b = 0; b < step.world().blocs().size(); b++) {
            if (record.equals(step.world().blocs().get(b).record())) {
                return b;
            }
        }
        return -1;
    }

    private static void rise(
            OneStep step,
            LocalDate origin,
            int b,
            int i,
            Chances chances,
            Chances.Choices choices,
            Likelihood likelihood,
            double spread,
            Map<Status, Double> up) {
        var stake = step.stake(b, i);
        List<Integer> group = step.groups().stream()
                .filter(one -> one.contains(b))
                .findFirst()
                .orElseThrow();
        if (group.stream().anyMatch(other -> step.stake(other, i).approved() != 0)) {
            return;
        }
        Bloc bloc = step.world().blocs().get(b);
        if (stake.asked() != 0) {
            if (stake.isOpenAt(0, stake.asked())) {
                double passes = chances.passes(step, b, i, stake.asked());
                double years = (step.bloc(b).summit(0) - stake.askedDay()) / 365.25;
                double mean = chances.aged(likelihood.mean(chances.takenUpLogOdds(step, b, i), spread), years);
                up.put(Status.of(bloc.ladder(), stake.asked()), mean * passes);
            }
            return;
        }
        double rate = chances.request(step, group, i, choices);
        double asks = 0;
        for (int n = 0; n < choices.count(); n++) {
            asks += choices.probability(n);
        }
        var unit = new Unit(i, group, -1, 0, 0, Unit.Event.NOTHING, 0, Double.NaN, List.of());
        var year = new Likelihood.Year(origin, step, List.of(unit));
        for (int n = 0; n < choices.count(); n++) {
            if (choices.bloc(n) == b) {
                up.merge(
                        Status.of(bloc.ladder(), choices.rung(n)),
                        likelihood.withoutRecord(year, unit, choices, n, rate, asks, spread),
                        Double::sum);
            }
        }
    }

    /** The lowest of some statuses above one. */
    private static Status next(Set<Status> seen, Status from) {
        return seen.stream()
                .filter(status -> status != Status.WITHDRAWN && status.ordinal() > from.ordinal())
                .findFirst()
                .orElse(Status.MEMBER);
    }

    private static Forecast forecast(
            Panel known, Cell cell, Map<Status, Double> up, double surprise, boolean offersCandidacy) {
        var statuses = new EnumMap<Status, Double>(Status.class);
        statuses.put(Status.NONE, 0.0);
        var seen = new TreeSet<Status>();
        for (Standing standing : known.standings(cell.bloc())) {
            seen.add(standing.status());
        }
        seen.forEach(status -> statuses.put(status, 0.0));
        if (up.containsKey(Status.MEMBER)
                && !up.containsKey(Status.CANDIDATE)
                && seen.contains(Status.CANDIDATE)
                && !offersCandidacy) {
            // Where the ladder knows no candidates the record's step to candidate is the decision.
            up.put(Status.CANDIDATE, up.remove(Status.MEMBER));
        }
        double model = 0;
        for (double p : up.values()) {
            model += p;
        }
        double by = 1 - (1 - Math.min(1, model)) * (1 - surprise);
        double factor = model > 0 ? by / model : 0;
        up.forEach((status, p) -> statuses.merge(status, p * factor, Double::sum));
        if (model <= 0) {
            statuses.merge(next(seen, cell.from()), by, Double::sum);
        }
        double risen =
                statuses.values().stream().mapToDouble(Double::doubleValue).sum();
        statuses.merge(cell.from(), 1 - risen, Double::sum);
        return new Forecast(cell, cell.origin().plusYears(1), statuses, by, by);
    }
}
