package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Attribute;
import blocsim.model.Event;
import blocsim.model.Parameter;
import blocsim.scenario.Scenario;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    }

    private static final int HALVINGS = 7;
    private static final double EVEN = 0.5;

    /** What is asked of each replicate. */
    @FunctionalInterface
    interface Outcome {
        boolean holds(Trajectory run);
    }

    /** The numbers of a scenario that bear on one pair: its own, its events', its bloc's, and the model's. */
    static List<Knob> knobs(Prepared prepared, String state, String bloc) {
        Scenario scenario = prepared.scenario();
        var knobs = new ArrayList<Knob>();
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
        var start = scenario.horizon().start();
        var figures = prepared.world().figures().get(0);
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
        for (var parameter : List.of(Parameter.AGENDA_BASE, Parameter.OBJECTION_BASE)) {
            double now = scenario.parameters().get(parameter);
            knobs.add(new Knob("/parameters/" + parameter.key(), now, now - 3, now + 3));
        }
        return knobs;
    }

    /**
     * Searches for the smallest change that turns an outcome.
     *
     * @param base the scenario, whose horizon is that of the outcome
     * @param ensemble its replicates
     * @param outcome what is asked of each replicate
     * @param knobs the numbers that may be changed
     * @param threads how many replicates at once
     * @return null if no number moves the outcome at all
     */
    static @Nullable Flip search(Prepared base, Ensemble ensemble, Outcome outcome, List<Knob> knobs, int threads)
            throws InputException {
        var search = new Search(base, ensemble, outcome, threads);
        Flip best = null;
        for (Knob knob : knobs) {
            for (double end : new double[] {knob.least(), knob.most()}) {
                if (end != knob.now()) {
                    best = better(best, search.towards(knob, end, best));
                }
            }
        }
        return best;
    }

    private static @Nullable Flip better(@Nullable Flip a, @Nullable Flip b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a.turns() != b.turns()) {
            return a.turns() ? a : b;
        }
        if (a.turns()) {
            return b.share() < a.share() ? b : a;
        }
        return Math.abs(b.difference().value()) > Math.abs(a.difference().value()) ? b : a;
    }

    /** One search: the base and how a changed scenario is run beside it. */
    private static final class Search {
        private final Prepared base;
        private final Ensemble ensemble;
        private final Outcome outcome;
        private final int threads;
        private final boolean[] holds;
        private final boolean likely;

        Search(Prepared base, Ensemble ensemble, Outcome outcome, int threads) {
            this.base = base;
            this.ensemble = ensemble;
            this.outcome = outcome;
            this.threads = threads;
            this.holds = holds(ensemble);
            this.likely = share(holds) >= EVEN;
        }

        private boolean[] holds(Ensemble of) {
            var found = new boolean[of.replicates()];
            for (int n = 0; n < found.length; n++) {
                found[n] = outcome.holds(of.trajectories().get(n));
            }
            return found;
        }

        private static double share(boolean[] found) {
            return (double) count(found) / found.length;
        }

        private static int count(boolean[] found) {
            int count = 0;
            for (boolean one : found) {
                count += one ? 1 : 0;
            }
            return count;
        }

        private boolean[] with(Knob knob, double value) throws InputException {
            var changed = Prepared.of(base.scenario().with(List.of(Setting.of(knob.pointer(), value))));
            return holds(changed.run(ensemble.seed(), ensemble.replicates(), threads, () -> {}));
        }

        /** The smallest turning change towards one end of the range; where none turns, the end itself if it moves anything. */
        @Nullable Flip towards(Knob knob, double end, @Nullable Flip best) throws InputException {
            boolean[] atEnd = with(knob, end);
            if (share(atEnd) >= EVEN == likely) {
                var flip = flip(knob, end, atEnd, false);
                return flip.difference().excludes(0) ? flip : null;
            }
            double near = knob.now();
            double far = end;
            boolean[] atFar = atEnd;
            for (int n = 0; n < HALVINGS; n++) {
                if (best != null && best.turns() && knob.share(near) > best.share()) {
                    return null;
                }
                double middle = (near + far) / 2;
                boolean[] atMiddle = with(knob, middle);
                if (share(atMiddle) >= EVEN == likely) {
                    near = middle;
                } else {
                    far = middle;
                    atFar = atMiddle;
                }
            }
            return flip(knob, far, atFar, true);
        }

        private Flip flip(Knob knob, double to, boolean[] after, boolean turns) {
            int onlyBefore = 0;
            int onlyAfter = 0;
            for (int n = 0; n < after.length; n++) {
                onlyBefore += holds[n] && !after[n] ? 1 : 0;
                onlyAfter += after[n] && !holds[n] ? 1 : 0;
            }
            var difference = Proportions.pairedDifference(onlyBefore, onlyAfter, after.length);
            return new Flip(
                    knob.pointer(),
                    knob.now(),
                    to,
                    knob.share(to),
                    turns && difference.excludes(0),
                    Proportions.wilson(count(holds), holds.length),
                    Proportions.wilson(count(after), after.length),
                    difference);
        }
    }
}
