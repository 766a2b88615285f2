package blocsim.fit;

import blocsim.history.Cells;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.model.Bloc;
import blocsim.model.Parameter;
import blocsim.panel.Panel;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fit to a history says.
 *
 * @param study what was asked
 * @param scenario that it was fitted for
 * @param estimates of each factor
 * @param covariance of the factors on their scales, by row
 * @param settings the fitted values by the parameter's key
 * @param efforts the fitted efforts by bloc
 * @param logPosterior at the mode
 * @param converged whether the search ended at a top
 * @param gap how far searches from different starts ended apart in log posterior
 * @param evaluations of the likelihood
 * @param counts what was observed, by kind and bloc, and how much of it the model rules out
 * @param profiles of named factors: the fall of the log posterior at 1 and 2 standard errors on either side
 * @param swept for other shares of requests and objectors on record, the estimates of all factors
 */
public record Calibration(
        FitStudy study,
        Scenario scenario,
        List<Estimate> estimates,
        List<List<Double>> covariance,
        Map<String, Double> settings,
        Map<String, Double> efforts,
        double logPosterior,
        boolean converged,
        double gap,
        int evaluations,
        Map<String, Integer> counts,
        List<Profile> profiles,
        List<Swept> swept) {
    private static final double HALF_WIDTH = 1.6448536269514722;

    /**
     * One factor.
     *
     * @param factor it
     * @param value at the mode
     * @param lower lower end of the 90 % interval
     * @param upper upper end
     * @param prior the prior's middle
     * @param error its standard error as a share of the prior's standard deviation: near 1 the data say nothing
     */
    public record Estimate(Factor factor, double value, double lower, double upper, double prior, double error) {}

    /**
     * How the posterior falls off beside the mode when all else is fitted anew.
     *
     * @param factor its name
     * @param values held
     * @param falls of the log posterior there; .5 and 2 if it were normal
     */
    public record Profile(String factor, List<Double> values, List<Double> falls) {}

    /**
     * The fit at another share on record.
     *
     * @param recorded d
     * @param named d_o
     * @param values of the factors
     */
    public record Swept(double recorded, double named, List<Double> values) {}

    /**
     * Fits.
     *
     * @throws InputException if the scenario has problems, or lacks a bloc that the study names
     */
    public static Calibration of(FitStudy study) throws InputException {
        var scenario = scenario(study);
        var record = Panel.bundled().asOf(Cells.origin(study.to() + 1));
        var likelihood = Likelihood.of(new Origins(scenario), study.from(), study.to(), record);
        var space =
                space(study, scenario, study.recorded().get(0), study.named().get(0));
        var start = new double[space.factors().size()];
        var fit = Fit.of(likelihood, space, start, study.starts(), study.evaluations(), study.seed());
        return of(study, scenario, fit);
    }

    /**
     * The scenario of a study, checked against it.
     *
     * @throws InputException if the scenario has problems, or lacks blocs that the study names
     */
    public static Scenario scenario(FitStudy study) throws InputException {
        var panel = Panel.bundled();
        var scenario = new ScenarioReader(code -> panel.country(code).isPresent()).read(study.scenario(), List.of());
        var problems = new ArrayList<InputProblem>();
        var all = scenario.blocs().keySet();
        var recorded = recorded(scenario);
        problems.addAll(absent(study, "/blocEfforts", study.blocs(), all));
        problems.addAll(absent(study, "/backtest/blocs", study.scored(), recorded.keySet()));
        problems.addAll(absent(study, "/backtest/leaveOut", study.leftOut(), all));
        if (recorded.isEmpty()) {
            problems.add(problem(
                    study,
                    "/scenario",
                    "no bloc of the scenario stands in the record",
                    "Give one a \"record\" out of " + String.join(", ", Cells.BLOCS) + "."));
        } else if (recorded.values().stream().allMatch(study.leftOut()::containsAll)) {
            problems.add(problem(study, "/backtest/leaveOut", "no bloc is left to learn from", "Name fewer."));
        } else if (study.transfer() && recorded.size() == 1) {
            problems.add(problem(
                    study,
                    "/backtest/transfer",
                    "no bloc is left to learn from without the only one in the record, "
                            + recorded.keySet().iterator().next(),
                    "Take a scenario of more blocs."));
        }
        int numbers = study.factors().size() + (study.blocs() == null ? all : study.blocs()).size();
        if (numbers < FitStudy.FEWEST_FACTORS) {
            problems.add(problem(
                    study, "/factors", "the search needs two factors or efforts at least", "Name another factor."));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return scenario;
    }

    /** The blocs of a scenario that stand in the record: their codes, by what the record calls them, in the order of the record. */
    static Map<String, List<String>> recorded(Scenario scenario) {
        var recorded = new LinkedHashMap<String, List<String>>();
        for (String record : Cells.BLOCS) {
            var codes = scenario.blocs().values().stream()
                    .filter(bloc -> record.equals(bloc.record()))
                    .map(Bloc::code)
                    .toList();
            if (!codes.isEmpty()) {
                recorded.put(record, codes);
            }
        }
        return recorded;
    }

    private static InputProblem problem(FitStudy study, String pointer, String what, String remedy) {
        return new InputProblem(study.file().toString(), 0, pointer, what, remedy);
    }

    private static List<InputProblem> absent(
            FitStudy study, String pointer, @Nullable List<String> named, Collection<String> there) {
        return (named == null ? List.<String>of() : named)
                .stream()
                        .filter(bloc -> !there.contains(bloc))
                        .map(bloc -> problem(
                                study,
                                pointer,
                                "there is no bloc \"" + bloc + "\" to name here",
                                "Blocs are " + String.join(", ", there) + "."))
                        .toList();
    }

    /** What a study fits. */
    static Space space(FitStudy study, Scenario scenario, double recorded, double named) {
        var blocs = List.copyOf(scenario.blocs().keySet());
        return Fit.space(
                study.factors(),
                study.blocs() == null ? blocs : study.blocs(),
                blocs,
                scenario.parameters(),
                recorded,
                named);
    }

    private static Calibration of(FitStudy study, Scenario scenario, Fit fit) {
        var space = fit.space();
        double[] mode = fit.scaled();
        var matrix = fit.covariance();
        var estimates = new ArrayList<Estimate>();
        var covariance = new ArrayList<List<Double>>();
        for (int k = 0; k < mode.length; k++) {
            Factor factor = space.factors().get(k);
            double error = StrictMath.sqrt(matrix.getEntry(k, k));
            estimates.add(new Estimate(
                    factor,
                    factor.value(mode[k]),
                    factor.value(mode[k] - HALF_WIDTH * error),
                    factor.value(mode[k] + HALF_WIDTH * error),
                    factor.value(0),
                    error));
            var row = new ArrayList<Double>();
            for (int other = 0; other < mode.length; other++) {
                row.add(matrix.getEntry(k, other));
            }
            covariance.add(List.copyOf(row));
        }
        var settings = new LinkedHashMap<String, Double>();
        var point = fit.point();
        for (Factor factor : space.factors()) {
            for (Parameter parameter : factor.parameters()) {
                settings.put(parameter.key(), point.parameters().get(parameter));
            }
        }
        return new Calibration(
                study,
                scenario,
                estimates,
                covariance,
                settings,
                new TreeMap<>(point.efforts()),
                fit.logPosterior(),
                fit.converged(),
                fit.gap(),
                fit.evaluations(),
                counts(fit),
                profiles(study, fit, estimates),
                swept(study, scenario, fit));
    }

    private static Map<String, Integer> counts(Fit fit) {
        var counts = new TreeMap<String, Integer>();
        for (int y = 0; y < fit.likelihood().years().size(); y++) {
            var step = fit.likelihood().years().get(y).step();
            for (Likelihood.Term term : fit.likelihood().terms(y, fit.point())) {
                var unit = term.unit();
                String bloc = unit.bloc() < 0
                        ? ""
                        : " " + step.world().blocs().get(unit.bloc()).code();
                String what = unit.pending() > 0
                        ? "pending, "
                                + switch (unit.event()) {
                                    case RAISED -> "granted";
                                    case STOPPED -> "stopped";
                                    default -> "nothing on record";
                                }
                        : switch (unit.event()) {
                            case NOTHING -> "nothing on record";
                            case RAISED -> "raised without a request on record";
                            case STOPPED -> "stopped";
                            case ASKED -> "request";
                            case ASKED_RAISED -> "request, granted within the year";
                            case ASKED_STOPPED -> "request, stopped within the year";
                        };
                boolean out = Likelihood.isRuledOut(term);
                counts.merge(what + bloc + (out ? ", ruled out by the model" : ""), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Profile> profiles(FitStudy study, Fit fit, List<Estimate> estimates) {
        var profiles = new ArrayList<Profile>();
        double[] mode = fit.scaled();
        for (String name : study.profiles()) {
            int held = study.factors().indexOf(name);
            var values = new ArrayList<Double>();
            var falls = new ArrayList<Double>();
            for (int steps : new int[] {-2, -1, 1, 2}) {
                double place = mode[held] + steps * estimates.get(held).error();
                values.add(estimates.get(held).factor().value(place));
                falls.add(fit.logPosterior() - fit.profile(held, place, study.evaluations()));
            }
            profiles.add(new Profile(name, List.copyOf(values), List.copyOf(falls)));
        }
        return profiles;
    }

    private static List<Swept> swept(FitStudy study, Scenario scenario, Fit fit) {
        var swept = new ArrayList<Swept>();
        for (double recorded : study.recorded()) {
            for (double named : study.named()) {
                if (recorded != study.recorded().get(0)
                        || named != study.named().get(0)) {
                    var space = space(study, scenario, recorded, named);
                    var other = Fit.of(fit.likelihood(), space, fit.scaled(), 0, study.evaluations(), study.seed());
                    double[] mode = other.scaled();
                    var values = new ArrayList<Double>();
                    for (int k = 0; k < mode.length; k++) {
                        values.add(space.factors().get(k).value(mode[k]));
                    }
                    swept.add(new Swept(recorded, named, List.copyOf(values)));
                }
            }
        }
        return swept;
    }

    /** The last day on which anything was that the fit knows of. */
    public LocalDate until() {
        return Cells.origin(study.to() + 1);
    }
}
