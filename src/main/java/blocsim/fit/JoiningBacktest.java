package blocsim.fit;

import blocsim.forecast.BaseRate;
import blocsim.forecast.Forecast;
import blocsim.forecast.Forecaster;
import blocsim.forecast.Persistence;
import blocsim.forecast.PooledLogit;
import blocsim.forecast.ScoreReport;
import blocsim.history.Cell;
import blocsim.history.Organisations;
import blocsim.history.Outcome;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonText;
import blocsim.input.Setting;
import blocsim.panel.Decision;
import blocsim.panel.Membership;
import blocsim.panel.Panel;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts, one year ahead, of who joins the regional organisations of a user's file, and their scores beside those of baselines.
 *
 * <p>Organisations are blocs of one rung without gates, and every joining is a request that nobody recorded, taken up and not objected to
 * within the year. Which organisations are regional is told from their members up to the first origin scored.
 *
 * @param study what was asked
 * @param scenario the one whose states, judgements and parameters were used, with the organisations as its blocs
 * @param organisations the regional ones, by code
 * @param learnt joinings after the first origin learnt from and by the first scored
 * @param left cells left out because the file does not tell what came of them
 * @param yearly the model's forecasts of the cells that are scored
 * @param scores of all sources
 * @param classes expected and observed joinings by organisation
 * @param fits at each origin
 * @param factors the fitted numbers at the first origin and at the last, by name
 */
public record JoiningBacktest(
        JoiningStudy study,
        Scenario scenario,
        List<String> organisations,
        int learnt,
        int left,
        List<Forecast> yearly,
        ScoreReport scores,
        Map<String, Backtest.Expected> classes,
        List<Backtest.Refit> fits,
        Map<String, List<Double>> factors) {
    private static final int RESAMPLES = 1000;

    /** Copies the collections. */
    public JoiningBacktest {
        organisations = List.copyOf(organisations);
        yearly = List.copyOf(yearly);
        fits = List.copyOf(fits);
    }

    /**
     * Runs it.
     *
     * @throws InputException if the scenario or the file of memberships has problems, or no organisation of the file is regional
     */
    public static JoiningBacktest of(JoiningStudy study, Backtest.Listener listener) throws InputException {
        return of(study, Panel.bundled(), listener);
    }

    static JoiningBacktest of(JoiningStudy study, Panel panel, Backtest.Listener listener) throws InputException {
        var file = new Organisations(Membership.read(study.memberships(), panel));
        var fit = study.fit();
        check(study, file);
        var regional = file.regional(panel, fit.from(), fit.first());
        if (regional.isEmpty()) {
            throw problem(
                    study,
                    "no organisation is regional by " + fit.first(),
                    "See the page on calibration for what counts.");
        }
        var record = file.record(panel);
        var scenario = scenario(study, file, regional, panel);
        var model = model(study, scenario);
        var yearly = new ArrayList<Forecast>();
        var fits = new ArrayList<Backtest.Refit>();
        for (int origin = fit.first(); origin <= fit.last(); origin++) {
            yearly.addAll(model.rolling(record, origin, origin, regional, 1));
            fits.add(model.refit(record, origin));
            listener.done(origin);
        }
        var sources = new ArrayList<>(List.of(new ScoreReport.Source(model.name(), yearly)));
        for (Forecaster baseline : baselines(fit.from(), regional)) {
            sources.add(new ScoreReport.Source(
                    baseline.name(), baseline.rolling(record, fit.first(), fit.last(), regional, 1)));
        }
        List<Cell> cells = yearly.stream().map(Forecast::cell).toList();
        var outcomes = Outcome.of(record, cells, 1).stream()
                .filter(outcome -> file.tells(
                        outcome.cell().bloc(),
                        outcome.cell().state(),
                        outcome.target().getYear()))
                .toList();
        var scored = yearly.stream()
                .filter(one -> file.tells(
                        one.cell().bloc(), one.cell().state(), one.target().getYear()))
                .toList();
        int learnt = 0;
        for (String code : regional) {
            for (Decision decision : record.decisions(code)) {
                int year = decision.decided().getYear();
                learnt += year > fit.from() && year <= fit.first() ? 1 : 0;
            }
        }
        var factors = new LinkedHashMap<String, List<Double>>();
        var firstPoint = model.values(record, fit.first());
        var lastPoint = model.values(record, fit.last());
        firstPoint.forEach((name, value) ->
                factors.put(name, List.of(value, lastPoint.getOrDefault(name, Double.NaN))));
        return new JoiningBacktest(
                study,
                scenario,
                regional,
                learnt,
                yearly.size() - scored.size(),
                scored,
                ScoreReport.of(sources, outcomes, Outcome::decided, new ScoreReport.Draws(fit.seed(), RESAMPLES)),
                classes(scored, outcomes),
                fits,
                factors);
    }

    private static void check(JoiningStudy study, Organisations file) throws InputException {
        if (file.first() > study.fit().from() || file.last() < study.fit().last() + 1) {
            throw problem(
                    study,
                    "the years are " + file.first() + " to " + file.last(),
                    "The study needs " + study.fit().from() + " to "
                            + (study.fit().last() + 1) + "; give them, or change from and backtest of the study.");
        }
    }

    private static InputException problem(JoiningStudy study, String what, String remedy) {
        return new InputException(List.of(new InputProblem(study.memberships().toString(), 0, "", what, remedy)));
    }

    /** The model that forecasts: all organisations pooled, with one effort and one readiness. */
    static ModelForecaster model(JoiningStudy study, Scenario scenario) {
        var fit = study.fit();
        var space = Fit.space(
                fit.factors(),
                List.of(),
                List.of(),
                scenario.parameters(),
                fit.recorded().get(0),
                fit.named().get(0));
        return new ModelForecaster(new Origins(scenario), space, fit);
    }

    private static List<Forecaster> baselines(int from, List<String> organisations) {
        return List.of(
                new Persistence(),
                new BaseRate(from, organisations, false),
                new PooledLogit(PooledLogit.Set.TRADE, from, organisations),
                new PooledLogit(PooledLogit.Set.STRUCTURE, from, organisations),
                new PooledLogit(PooledLogit.Set.WIDE, from, organisations));
    }

    /** The study's scenario with organisations in place of its blocs, and nothing that happens to blocs. */
    static Scenario scenario(JoiningStudy study, Organisations file, List<String> organisations, Panel panel)
            throws InputException {
        var base = new ScenarioReader(code -> panel.country(code).isPresent())
                .read(study.fit().scenario(), List.of());
        var blocs = new LinkedHashMap<String, Object>();
        for (String code : organisations) {
            var bloc = new LinkedHashMap<String, Object>();
            bloc.put("record", code);
            bloc.put("ladder", Map.of("member", Map.of("height", 3)));
            bloc.put(
                    "depth",
                    Map.of(
                            "value",
                            study.depth(),
                            "evidence",
                            "COW-IGO: the file says nothing of it; one number for all, which tells none from another",
                            "knownFrom",
                            LocalDate.of(file.first(), 1, 1)));
            blocs.put(code, bloc);
        }
        return base.with(List.of(
                Setting.parse("/events={}"),
                Setting.parse("/whatIfs=[]"),
                Setting.parse("/blocs=" + JsonText.write(blocs)),
                Setting.parse("/focus/bloc=\"" + organisations.get(0) + '"')));
    }

    private static Map<String, Backtest.Expected> classes(List<Forecast> forecasts, List<Outcome> outcomes) {
        var classes = new LinkedHashMap<String, Backtest.Expected>();
        for (int k = 0; k < forecasts.size(); k++) {
            classes.merge(
                    forecasts.get(k).cell().bloc(),
                    new Backtest.Expected(
                            1, forecasts.get(k).decision(), outcomes.get(k).decided() ? 1 : 0),
                    (a, b) -> new Backtest.Expected(
                            a.cells() + b.cells(), a.expected() + b.expected(), a.observed() + b.observed()));
        }
        return classes;
    }
}
