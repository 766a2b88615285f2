package blocsim.experiment;

import blocsim.engine.Simulator;
import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Attribute;
import blocsim.model.Event;
import blocsim.model.Parameter;
import blocsim.scenario.Scenario;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of one number that turns an outcome: that brings its probability from below one half to at least that, or
 * the other way.
 *
 * @param pointer the number
 * @param from its value now
 * @param to the value that turns the outcome; where none does, the value within the range that moves it most
 * @param share the size of the change, as a share of the number's range
 * @param turns whether it turns the outcome, by a difference whose interval excludes none
 * @param before the probability of the outcome now, with 95 % interval
 * @param after the probability with the change, with 95 % interval
 * @param difference after less before, over pairs of replicates with the same luck, with 95 % interval
 */
public record Flip(
        String pointer,
        double from,
        double to,
        double share,
        boolean turns,
        Interval before,
        Interval after,
        Interval difference) {

    /** A number that may be changed, and the range within which it is thought to lie. */
    public record Knob(String pointer, double now, double least, double most) {
        double share(double value) {
            return Math.abs(value - now) / (most - least);
        }

        /** The value at a share of the range from now on the way to an end. */
        double towards(double end, double share) {
            return now + Math.signum(end - now) * share * (most - least);
        }
    }

    private static final int HALVINGS = 7;
    private static final int SCREEN = 50;
    private static final int FINALISTS = 3;
    private static final double CAUTION = 2;
    private static final double EVEN = 0.5;

    /** What is asked of each replicate. */
    @FunctionalInterface
    interface Outcome {
        boolean holds(Trajectory run);
    }

    /** The numbers of a scenario that bear on its focus, as they are in a tick: its own, its events', its bloc's, and the model's. */
    static List<Knob> knobs(Prepared prepared, int tick) {
        Scenario scenario = prepared.scenario();
        String state = scenario.focus().state();
        String bloc = scenario.focus().bloc();
        // The model's own come first: they move most, so that the others soon have little to beat.
        var knobs = new ArrayList<Knob>();
        for (var parameter : List.of(Parameter.AGENDA_BASE, Parameter.OBJECTION_BASE)) {
            double now = scenario.parameters().get(parameter);
            knobs.add(new Knob("/parameters/" + parameter.key(), now, now - 3, now + 3));
        }
        for (Event event : scenario.events()) {
            if (event instanceof Event.Objection e
                    && e.bloc().equals(bloc)
                    && e.candidate().equals(state)) {
                knobs.add(new Knob("/events/" + e.id() + "/strength", e.strength(), 0, 1));
            } else if (event instanceof Event.Guarantee e
                    && e.bloc().equals(bloc)
                    && e.candidate().equals(state)) {
                knobs.add(new Knob("/events/" + e.id() + "/resolve", e.resolve(), 0, 1));
            }
        }
        var start = LocalDate.ofEpochDay(prepared.world().bounds().get(tick));
        var figures = prepared.world().figures().get(tick);
        int i = prepared.world().state(state);
        String own = "/states/" + state + "/";
        knobs.add(new Knob(own + Attribute.ISOLATION.key(), figures.isolation(i), 0, 1));
        knobs.add(new Knob(own + Attribute.NEED.key(), figures.need(i), 0, 1));
        knobs.add(new Knob(own + Attribute.THREAT.key(), figures.threat(i), 0, 1));
        knobs.add(new Knob(own + Attribute.POLYARCHY.key(), figures.polyarchy(i), 0, 1));
        knobs.add(new Knob(own + Attribute.IDEAL_POINT.key(), figures.idealPoint(i), -2.5, 2.5));
        Objects.requireNonNull(scenario.states().get(state))
                .patrons()
                .forEach((patron, dated) -> knobs.add(new Knob(own + "patrons/" + patron, dated.at(start, 0.0), 0, 1)));
        var of = Objects.requireNonNull(scenario.blocs().get(bloc));
        double effort = of.effort().at(start, 0.0);
        knobs.add(new Knob("/blocs/" + bloc + "/depth", of.depth().at(start, 0.0), 0, 1));
        knobs.add(new Knob("/blocs/" + bloc + "/effort", effort, effort - 3, effort + 3));
        return knobs;
    }

    /**
     * Searches for the smallest change that turns an outcome. A change holds for the whole run.
     *
     * <p>Replicates are run {@value #SCREEN} at a time, and no more than it takes to know on which side of one half a share lies: a
     * change is given up when twice the half-width of the paired interval does not reach one half. A number is first tried at the
     * smallest change found so far, which one of another number has to beat.
     *
     * @param base the scenario, whose horizon ends with the time of the outcome
     * @param date a day on which a tick begins
     * @param counted which replicates count, by number; at least one does
     * @param outcome what is asked of each replicate
     * @param knobs the numbers that may be changed
     * @param threads how many replicates at once
     * @return null if no number moves the outcome at all
     */
    static @Nullable Flip search(
            Prepared base, LocalDate date, boolean[] counted, Outcome outcome, List<Knob> knobs, int threads)
            throws InputException {
        var search = new Search(base, date, counted, outcome, threads);
        Trial best = null;
        var without = new ArrayList<Trial>();
        for (Knob knob : knobs) {
            for (double end : new double[] {knob.least(), knob.most()}) {
                if (end == knob.now()) {
                    continue;
                }
                double limit = best == null || best.knob.share(best.value) >= knob.share(end)
                        ? end
                        : knob.towards(end, best.knob.share(best.value));
                var trial = new Trial(search, knob, limit);
                if (trial.turns()) {
                    best = smaller(best, search.smallest(trial));
                } else if (best == null) {
                    without.add(trial);
                }
            }
        }
        return best != null ? best.flip() : strongest(without);
    }

    private static Trial smaller(@Nullable Trial a, Trial b) {
        return a == null || b.knob.share(b.value) < a.knob.share(a.value) ? b : a;
    }

    /** Of changes none of which turns the outcome, the one that moves it most; null if none moves it. */
    private static @Nullable Flip strongest(List<Trial> trials) throws InputException {
        Flip strongest = null;
        trials.sort(Comparator.comparingDouble(
                (Trial trial) -> -Math.abs(trial.difference().value())));
        for (Trial trial : trials.subList(0, Math.min(FINALISTS, trials.size()))) {
            trial.finish();
            var flip = trial.flip();
            if (flip.difference().excludes(0)
                    && (strongest == null
                            || Math.abs(flip.difference().value())
                                    > Math.abs(strongest.difference().value()))) {
                strongest = flip;
            }
        }
        return strongest;
    }

    /** One search: the base, and how changed scenarios are run beside it. */
    private static final class Search {
        private final Prepared base;
        private final LocalDate date;
        private final int[] counted;
        private final Outcome outcome;
        private final int threads;
        private final boolean[] before;
        private final boolean likely;

        Search(Prepared base, LocalDate date, boolean[] counted, Outcome outcome, int threads) {
            this.base = base;
            this.date = date;
            this.counted =
                    IntStream.range(0, counted.length).filter(n -> counted[n]).toArray();
            this.outcome = outcome;
            this.threads = threads;
            this.before = holds(base, 0, this.counted.length);
            this.likely = 2 * count(before) >= before.length;
        }

        /** What becomes of some of the replicates that count, the first to the last before {@code to}. */
        private boolean[] holds(Prepared prepared, int from, int to) {
            var world = prepared.world();
            long seed = base.scenario().seed();
            int b = prepared.focusBloc();
            int i = prepared.focusState();
            var found = Replicates.work(seed, from, to, threads, () -> new Simulator(world), (simulator, n) -> {
                var listener = new Trajectory.Listener(world, b, i);
                simulator.run(seed, counted[n], listener);
                return outcome.holds(listener.trajectory());
            });
            var holds = new boolean[to - from];
            for (int n = 0; n < holds.length; n++) {
                holds[n] = found.get(n);
            }
            return holds;
        }

        Prepared changed(Knob knob, double value) throws InputException {
            var scenario = base.scenario().with(List.of(Setting.of(knob.pointer(), value)));
            return knob.pointer().startsWith("/parameters/")
                    ? base.withParametersOf(scenario)
                    : Prepared.of(scenario, date);
        }

        /** The smallest change on the way to one that turns the outcome, as far as halving finds it. */
        Trial smallest(Trial far) throws InputException {
            double near = far.knob.now();
            var smallest = far;
            for (int n = 0; n < HALVINGS; n++) {
                var middle = new Trial(this, far.knob, (near + smallest.value) / 2);
                if (middle.turns()) {
                    smallest = middle;
                } else {
                    near = middle.value;
                }
            }
            return smallest;
        }
    }

    private static int count(boolean[] found) {
        int count = 0;
        for (boolean one : found) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** One change, run as far as need be. */
    private static final class Trial {
        private final Search search;
        private final Knob knob;
        private final double value;
        private final boolean[] after;
        private int done;

        Trial(Search search, Knob knob, double value) {
            this.search = search;
            this.knob = knob;
            this.value = value;
            this.after = new boolean[search.before.length];
        }

        private void run(Prepared changed, int to) {
            boolean[] more = search.holds(changed, done, to);
            System.arraycopy(more, 0, after, done, more.length);
            done = to;
        }

        void finish() throws InputException {
            if (done < after.length) {
                run(search.changed(knob, value), after.length);
            }
        }

        /** Whether it turns the outcome, by a difference whose interval excludes none. */
        boolean turns() throws InputException {
            var changed = search.changed(knob, value);
            while (done < after.length) {
                run(changed, Math.min(after.length, done + SCREEN));
                if (done < after.length && isOutOfReach()) {
                    return false;
                }
            }
            return turned();
        }

        private boolean turned() {
            return 2 * count(after) >= after.length != search.likely
                    && difference().excludes(0);
        }

        /** Whether what was run so far leaves next to no chance that all replicates would turn the outcome. */
        private boolean isOutOfReach() {
            double needed = EVEN - (double) count(search.before) / after.length;
            var found = difference();
            double upper = found.value() + CAUTION * Math.max(0, found.upper() - found.value());
            double lower = found.value() - CAUTION * Math.max(0, found.value() - found.lower());
            return search.likely ? lower > needed : upper < needed;
        }

        /** After less before, over the replicates run so far. */
        Interval difference() {
            int onlyBefore = 0;
            int onlyAfter = 0;
            for (int n = 0; n < done; n++) {
                onlyBefore += search.before[n] && !after[n] ? 1 : 0;
                onlyAfter += after[n] && !search.before[n] ? 1 : 0;
            }
            return Proportions.pairedDifference(onlyBefore, onlyAfter, done);
        }

        /** The finding, once all replicates have been run. */
        Flip flip() {
            return new Flip(
                    knob.pointer(),
                    knob.now(),
                    value,
                    knob.share(value),
                    turned(),
                    Proportions.wilson(count(search.before), after.length),
                    Proportions.wilson(count(after), after.length),
                    difference());
        }
    }
}
