package blocsim.fit;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.history.Cells;
import blocsim.input.InputException;
import blocsim.model.Cause;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.scenario.Scenario;
import blocsim.scenario.WorldBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a fit finds the parameters again that made a history. Histories are made by the engine itself: each year it starts from the
 * standings and requests on record at the origin, and what it tells of that year is written down as the record would have it, requests and
 * objectors with the shares on record. The truth is the mode of the fit to the real record.
 *
 * @param study what was asked
 * @param factors one row for each
 * @param histories how many were made
 * @param converged how many of the fits ended at a top
 */
public record Recovery(FitStudy study, List<Row> factors, int histories, int converged) {
    private static final double HALF_WIDTH = 1.6448536269514722;
    private static final double DAYS = 365.25;

    /**
     * One factor, on the scale on which its prior has variance 1.
     *
     * @param factor it
     * @param truth its value in the engine
     * @param mean the mean of the fitted values
     * @param bias mean error on the scale
     * @param spread the standard deviation of the fitted places
     * @param covered in how many histories the 90 % interval held the truth
     * @param error the mean standard error on the scale; near 1 a history tells nothing
     */
    public record Row(
            Factor factor, double truth, double mean, double bias, double spread, int covered, double error) {}

    /** Copies the list. */
    public Recovery {
        factors = List.copyOf(factors);
    }

    /** Hears how far it has come. */
    @FunctionalInterface
    public interface Listener {
        /** A history is fitted. */
        void done(int history);
    }

    /**
     * Makes and fits histories.
     *
     * @throws InputException if the scenario has problems
     */
    public static Recovery of(FitStudy study, Listener listener) throws InputException {
        var scenario = Calibration.scenario(study);
        var record = Panel.bundled().asOf(Cells.origin(study.to() + 1));
        var space = Calibration.space(
                study, scenario, study.recorded().get(0), study.named().get(0));
        var origins = new Origins(scenario);
        var likelihood = Likelihood.of(origins, study.from(), study.to(), record);
        var start = new double[space.factors().size()];
        var real = Fit.of(likelihood, space, start, study.starts(), study.evaluations(), study.seed());
        double[] truth = real.scaled();
        for (int k = 0; k < truth.length; k++) {
            truth[k] = space.factors().get(k).kind() == Factor.Kind.READINESS ? 0 : truth[k];
        }
        var worlds = worlds(likelihood, scenario.with(Origins.settings(space.point(truth))), record);
        var fits = new ArrayList<double[]>();
        var errors = new ArrayList<double[]>();
        int converged = 0;
        for (int history = 0; history < study.histories(); history++) {
            var made = history(likelihood, worlds, study, history);
            var fit = Fit.of(made, space, truth, 0, study.evaluations(), study.seed());
            var covariance = fit.covariance();
            var error = new double[truth.length];
            for (int k = 0; k < error.length; k++) {
                error[k] = StrictMath.sqrt(covariance.getEntry(k, k));
            }
            fits.add(fit.scaled());
            errors.add(error);
            converged += fit.converged() ? 1 : 0;
            listener.done(history);
        }
        return new Recovery(study, rows(space, truth, fits, errors), study.histories(), converged);
    }

    private static List<World> worlds(Likelihood likelihood, Scenario truth, Panel record) {
        var origins = new Origins(truth);
        return likelihood.years().stream()
                .map(year -> WorldBuilder.build(origins.knownAt(year.origin(), 1), record.asOf(year.origin()))
                        .world())
                .toList();
    }

    /** The likelihood of a history that the engine makes. */
    private static Likelihood history(Likelihood real, List<World> worlds, FitStudy study, int number) {
        var years = new ArrayList<Likelihood.Year>();
        for (int y = 0; y < worlds.size(); y++) {
            var year = real.years().get(y);
            var told = new Told(worlds.get(y).blocs().size());
            new Simulator(worlds.get(y)).run(study.seed(), number, told);
            var luck = new SplittableRandom(study.seed() * 1_000_003 + number * 1_009L + y);
            years.add(new Likelihood.Year(year.origin(), year.step(), units(year, told, study, luck)));
        }
        return new Likelihood(years);
    }

    /** What the record would say of a year in place of what it says. */
    private static List<Unit> units(Likelihood.Year year, Told told, FitStudy study, SplittableRandom luck) {
        var units = new ArrayList<Unit>();
        for (Unit unit :
                Observations.of(year.step(), year.origin(), Panel.bundled().asOf(year.origin()))) {
            units.add(unit.pending() > 0 ? pending(unit, told, study, luck) : free(year, unit, told, study, luck));
        }
        return units;
    }

    private static Unit pending(Unit unit, Told told, FitStudy study, SplittableRandom luck) {
        var story = told.of(unit.bloc(), unit.state());
        boolean named = luck.nextDouble() < study.named().get(0);
        var event = story == null
                ? Unit.Event.NOTHING
                : story.approved ? Unit.Event.RAISED : story.stopped && named ? Unit.Event.STOPPED : Unit.Event.NOTHING;
        return new Unit(
                unit.state(),
                unit.group(),
                unit.bloc(),
                unit.pending(),
                unit.pendingYears(),
                event,
                unit.pending(),
                Double.NaN,
                event == Unit.Event.STOPPED && story != null ? story.objectors() : List.of());
    }

    private static Unit free(Likelihood.Year year, Unit unit, Told told, FitStudy study, SplittableRandom luck) {
        boolean seen = luck.nextDouble() < study.recorded().get(0);
        boolean named = luck.nextDouble() < study.named().get(0);
        for (int b : unit.group()) {
            var story = told.of(b, unit.state());
            if (story != null && story.asked > 0) {
                boolean stopped = story.stopped && named && seen;
                Unit.Event event;
                if (seen) {
                    event = story.approved
                            ? Unit.Event.ASKED_RAISED
                            : stopped ? Unit.Event.ASKED_STOPPED : Unit.Event.ASKED;
                } else {
                    event = story.approved ? Unit.Event.RAISED : Unit.Event.NOTHING;
                }
                double when = (story.day - year.origin().toEpochDay()) / DAYS;
                return event == Unit.Event.NOTHING
                        ? nothing(unit)
                        : new Unit(
                                unit.state(),
                                unit.group(),
                                b,
                                0,
                                0,
                                event,
                                story.asked,
                                seen ? when : Double.NaN,
                                stopped ? story.objectors() : List.of());
            }
        }
        return nothing(unit);
    }

    private static Unit nothing(Unit unit) {
        return new Unit(unit.state(), unit.group(), -1, 0, 0, Unit.Event.NOTHING, 0, Double.NaN, List.of());
    }

    private static List<Row> rows(Space space, double[] truth, List<double[]> fits, List<double[]> errors) {
        var rows = new ArrayList<Row>();
        for (int k = 0; k < truth.length; k++) {
            Factor factor = space.factors().get(k);
            if (factor.kind() == Factor.Kind.READINESS) {
                continue;
            }
            double sum = 0;
            double squares = 0;
            double values = 0;
            double error = 0;
            int covered = 0;
            for (int n = 0; n < fits.size(); n++) {
                double off = fits.get(n)[k] - truth[k];
                sum += off;
                squares += off * off;
                values += factor.value(fits.get(n)[k]);
                error += errors.get(n)[k];
                covered += Math.abs(off) <= HALF_WIDTH * errors.get(n)[k] ? 1 : 0;
            }
            int count = fits.size();
            double bias = sum / count;
            double spread = StrictMath.sqrt(Math.max(0, squares / count - bias * bias));
            rows.add(new Row(factor, factor.value(truth[k]), values / count, bias, spread, covered, error / count));
        }
        return rows;
    }

    /** What the engine tells of one year, by bloc and state. */
    private static final class Told implements Recorder {
        private final List<Map<Integer, Story>> stories = new ArrayList<>();

        Told(int blocs) {
            for (int b = 0; b < blocs; b++) {
                stories.add(new TreeMap<>());
            }
        }

        @Nullable Story of(int bloc, int state) {
            return stories.get(bloc).get(state);
        }

        @Override
        public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
            var story = stories.get(bloc).computeIfAbsent(state, key -> new Story());
            if (cause == Cause.ASKED) {
                story.asked = to;
                story.day = day;
            }
            story.approved |= cause == Cause.APPROVED;
            story.stopped |= cause == Cause.STOPPED;
        }

        @Override
        public void objected(int day, int bloc, int state, int rung, int objector, boolean first) {
            if (first) {
                stories.get(bloc).computeIfAbsent(state, key -> new Story()).first = objector;
            }
        }
    }

    /** What happened to one state in one bloc. */
    private static final class Story {
        private int asked;
        private int day;
        private boolean approved;
        private boolean stopped;
        private int first = World.NONE;

        List<Integer> objectors() {
            return first == World.NONE ? List.of() : List.of(first);
        }
    }
}
