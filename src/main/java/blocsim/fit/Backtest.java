package blocsim.fit;

import blocsim.forecast.Baselines;
import blocsim.forecast.DateRank;
import blocsim.forecast.Forecast;
import blocsim.forecast.Forecaster;
import blocsim.forecast.ScoreReport;
import blocsim.history.Cell;
import blocsim.history.Outcome;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.model.Bloc;
import blocsim.model.Rung;
import blocsim.panel.Panel;
import blocsim.panel.Status;
import blocsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Forecasts of the past, each from what was known at its origin, and their scores beside those of baselines.
 *
 * @param study what was asked
 * @param scenario whose rules and judgements were used
 * @param blocs that are scored
 * @param yearly the model's forecasts one year ahead
 * @param scores of forecasts one year ahead
 * @param years from the first origin to the target of the forecasts many years ahead
 * @param far the model's forecasts many years ahead, of each target year
 * @param farScores of those of the last target
 * @param ranks where recorded dates lie among those held likely many years ahead
 * @param classes expected and observed decisions one year ahead, by bloc and status
 * @param fits at each origin
 */
public record Backtest(
        FitStudy study,
        Scenario scenario,
        List<String> blocs,
        List<Forecast> yearly,
        ScoreReport scores,
        int years,
        List<Forecast> far,
        ScoreReport farScores,
        List<DateRank> ranks,
        Map<String, Expected> classes,
        List<Refit> fits) {
    private static final int RESAMPLES = 1000;

    /**
     * Decisions expected and observed in a class of cells.
     *
     * @param cells how many
     * @param expected the sum of their probabilities
     * @param observed in how many a decision came
     */
    public record Expected(int cells, double expected, int observed) {}

    /**
     * The fit at one origin.
     *
     * @param origin the year
     * @param leftOut codes of the blocs whose record it was not fitted to
     * @param fitted whether parameters were fitted there, rather than taken from the origin before
     * @param logPosterior at the mode
     * @param converged whether the search ended at a top
     * @param surprises the yearly rate of rises in ways that the model rules out, as learnt by then
     */
    public record Refit(
            int origin,
            List<String> leftOut,
            boolean fitted,
            double logPosterior,
            boolean converged,
            double surprises) {
        /** Copies the list. */
        public Refit {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** A forecaster, and the blocs that it forecasts. */
    private record Part(ModelForecaster model, List<String> blocs) {}

    /** Hears how far it has come. */
    @FunctionalInterface
    public interface Listener {
        /** An origin is done. */
        void done(int origin);
    }

    /**
     * Runs it.
     *
     * @throws InputException if the scenario has problems, or lacks a bloc that the study names
     */
    public static Backtest of(FitStudy study, Listener listener) throws InputException {
        return of(study, Panel.bundled(), listener);
    }

    /** Forecasts are of what the record calls standings, so rungs must be called so too. */
    private static void checkRungs(FitStudy study, Scenario scenario, List<String> blocs) throws InputException {
        var known = Stream.of(Status.values())
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .toList();
        var problems = new ArrayList<InputProblem>();
        for (Bloc bloc : scenario.blocs().values()) {
            for (Rung rung : bloc.ladder().rungs()) {
                if (blocs.contains(bloc.record()) && !known.contains(rung.id())) {
                    problems.add(new InputProblem(
                            scenario.file().toString(),
                            0,
                            "/blocs/" + bloc.code() + "/ladder/" + rung.id(),
                            "the record knows no such standing, so no forecast of it can be scored",
                            "Call it partner, observer, candidate or member, or leave the bloc out of /backtest/blocs of "
                                    + study.file() + "."));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    static Backtest of(FitStudy study, Panel panel, Listener listener) throws InputException {
        var scenario = Calibration.scenario(study);
        var recorded = Calibration.recorded(scenario);
        var learntFrom = List.copyOf(recorded.keySet());
        var scored = study.scored();
        var blocs = learntFrom.stream()
                .filter(bloc -> scored == null || scored.contains(bloc))
                .toList();
        checkRungs(study, scenario, blocs);
        var space = Calibration.space(
                study, scenario, study.recorded().get(0), study.named().get(0));
        var origins = new Origins(scenario);
        var parts = study.transfer()
                ? blocs.stream()
                        .map(bloc -> new Part(
                                new ModelForecaster(origins, space, study, recorded.getOrDefault(bloc, List.of())),
                                List.of(bloc)))
                        .toList()
                : List.of(new Part(new ModelForecaster(origins, space, study), blocs));
        String name = parts.get(0).model().name();
        var yearly = new ArrayList<Forecast>();
        var fits = new ArrayList<Refit>();
        for (int origin = study.first(); origin <= study.last(); origin++) {
            for (Part part : parts) {
                yearly.addAll(part.model().rolling(panel, origin, origin, part.blocs(), 1));
                fits.add(part.model().refit(panel, origin));
            }
            listener.done(origin);
        }
        var baselines = Baselines.of(learntFrom);
        var draws = new ScoreReport.Draws(study.seed(), RESAMPLES);
        var sources = new ArrayList<>(List.of(new ScoreReport.Source(name, yearly)));
        for (Forecaster baseline : baselines) {
            sources.add(new ScoreReport.Source(
                    baseline.name(), baseline.rolling(panel, study.first(), study.last(), blocs, 1)));
        }
        var outcomes = outcomes(panel, yearly, 1);
        int years = study.last() + 1 - study.first();
        var far = new ArrayList<Forecast>();
        var last = new ArrayList<Forecast>();
        for (int ahead = 1; ahead <= years; ahead++) {
            last = new ArrayList<>();
            for (Part part : parts) {
                last.addAll(part.model().rolling(panel, study.first(), study.first(), part.blocs(), ahead));
            }
            far.addAll(last);
        }
        var farSources = new ArrayList<>(List.of(new ScoreReport.Source(name, last)));
        for (Forecaster baseline : baselines) {
            farSources.add(new ScoreReport.Source(
                    baseline.name(), baseline.rolling(panel, study.first(), study.first(), blocs, years)));
        }
        var farOutcomes = outcomes(panel, last, years);
        return new Backtest(
                study,
                scenario,
                blocs,
                List.copyOf(yearly),
                ScoreReport.of(sources, outcomes, Outcome::answered, draws),
                years,
                List.copyOf(far),
                ScoreReport.of(farSources, farOutcomes, Outcome::answered, draws),
                DateRank.of(far, farOutcomes),
                classes(yearly, outcomes),
                List.copyOf(fits));
    }

    private static List<Outcome> outcomes(Panel panel, List<Forecast> forecasts, int years) {
        List<Cell> cells = forecasts.stream().map(Forecast::cell).toList();
        return Outcome.of(panel, cells, years);
    }

    private static Map<String, Expected> classes(List<Forecast> forecasts, List<Outcome> outcomes) {
        var classes = new LinkedHashMap<String, Expected>();
        for (int k = 0; k < forecasts.size(); k++) {
            Cell cell = forecasts.get(k).cell();
            Status from = cell.from() == Status.WITHDRAWN ? Status.NONE : cell.from();
            var one =
                    new Expected(1, forecasts.get(k).decision(), outcomes.get(k).answered() ? 1 : 0);
            classes.merge(
                    cell.bloc() + " " + from,
                    one,
                    (a, b) -> new Expected(
                            a.cells() + b.cells(), a.expected() + b.expected(), a.observed() + b.observed()));
        }
        return classes;
    }
}
