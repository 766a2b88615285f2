package blocsim.web;

import blocsim.experiment.Ensemble;
import blocsim.experiment.Findings;
import blocsim.experiment.Objectors;
import blocsim.model.Ladder;
import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.model.Rung;
import blocsim.model.World;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import blocsim.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What replicates have come to, as the page shows it: maps and lists. Shares are those of the tables that a run writes. */
final class Outcome {
    private final Ensemble ensemble;
    private final World world;
    private final Ladder ladder;
    private final int bloc;
    private final int state;

    /**
     * @param bloc the bloc and
     * @param state the state that is looked at, by index, and whose motives were kept
     */
    Outcome(Ensemble ensemble, int bloc, int state) {
        this.ensemble = ensemble;
        this.world = ensemble.world();
        this.ladder = world.blocs().get(bloc).ladder();
        this.bloc = bloc;
        this.state = state;
    }

    /** @param total how many replicates there will be */
    Map<String, Object> tree(int total) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("done", ensemble.replicates());
        tree.put("total", total);
        tree.put("seed", ensemble.seed());
        tree.put("state", world.states().get(state).code());
        tree.put("bloc", world.blocs().get(bloc).code());
        tree.put("rungs", rungs(ladder));
        tree.put("dates", dates());
        tree.put("shares", shares());
        tree.put("members", members());
        tree.put("map", map());
        tree.put("motives", motives());
        var objectors = Objectors.of(ensemble, bloc, state);
        tree.put("stopped", objectors.stopped());
        tree.put("objectors", objectors.objectors());
        return tree;
    }

    /** The rungs of a ladder, outsider first. */
    static List<Map<String, Object>> rungs(Ladder ladder) {
        var rungs = new ArrayList<Map<String, Object>>();
        for (int rung = 0; rung <= ladder.top(); rung++) {
            rungs.add(Map.of(
                    "id",
                    ladder.id(rung),
                    "height",
                    rung == 0 ? 0 : ladder.rung(rung).height()));
        }
        return rungs;
    }

    /** The last day of each tick. */
    private List<LocalDate> dates() {
        return world.bounds().stream()
                .skip(1)
                .map(day -> LocalDate.ofEpochDay(day - 1L))
                .toList();
    }

    private int[] counts(int tick, int of) {
        var counts = new int[ladder.top() + 1];
        for (var run : ensemble.trajectories()) {
            counts[run.rung(tick, bloc, of)]++;
        }
        return counts;
    }

    /** By rung and tick. */
    private List<List<Interval>> shares() {
        var shares = new ArrayList<List<Interval>>();
        for (int rung = 0; rung <= ladder.top(); rung++) {
            shares.add(new ArrayList<>());
        }
        for (int tick = 0; tick < world.ticks(); tick++) {
            var counts = counts(tick, state);
            for (int rung = 0; rung <= ladder.top(); rung++) {
                shares.get(rung).add(Proportions.wilson(counts[rung], ensemble.replicates()));
            }
        }
        return shares;
    }

    /** The number of full members: mean, and the quantiles between which nine tenths of the replicates lie, by tick. */
    private List<List<Double>> members() {
        var members = new ArrayList<List<Double>>();
        for (int tick = 0; tick < world.ticks(); tick++) {
            var sizes = new double[ensemble.replicates()];
            for (int n = 0; n < sizes.length; n++) {
                for (int i = 0; i < world.states().size(); i++) {
                    int rung = ensemble.trajectories().get(n).rung(tick, bloc, i);
                    sizes[n] += rung > 0 && ladder.rung(rung).height() == Rung.MEMBER_HEIGHT ? 1 : 0;
                }
            }
            Arrays.sort(sizes);
            members.add(List.of(
                    Arrays.stream(sizes).sum() / sizes.length, Quantiles.of(sizes, 0.05), Quantiles.of(sizes, 0.95)));
        }
        return members;
    }

    /** By state, for each tick and rung in turn, in how many replicates it stands there. */
    private Map<String, int[]> map() {
        var map = new LinkedHashMap<String, int[]>();
        for (int i = 0; i < world.states().size(); i++) {
            var flat = new int[world.ticks() * (ladder.top() + 1)];
            for (int tick = 0; tick < world.ticks(); tick++) {
                System.arraycopy(counts(tick, i), 0, flat, tick * (ladder.top() + 1), ladder.top() + 1);
            }
            map.put(world.states().get(i).code(), flat);
        }
        return map;
    }

    /** The part of each motive in what full membership is worth to the state, and the cost below zero: means by tick. */
    private Map<String, List<Double>> motives() {
        var motives = new LinkedHashMap<String, List<Double>>();
        for (Motive motive : Motive.values()) {
            motives.put(motive.label(), means(motive));
        }
        motives.put("cost", means(null));
        return motives;
    }

    private List<Double> means(@Nullable Motive motive) {
        var means = new ArrayList<Double>();
        for (int tick = 0; tick < world.ticks(); tick++) {
            double sum = 0;
            for (var run : ensemble.trajectories()) {
                double weight = motive == null ? -1 : run.parameters().get(motive.weight());
                for (Part part : Part.values()) {
                    sum += part.motive() == motive ? weight * run.part(tick, part) : 0;
                }
            }
            means.add(sum / ensemble.replicates());
        }
        return means;
    }

    /** Recorded rises beside simulated ones. */
    List<Map<String, Object>> rises(Findings findings) {
        var rises = new ArrayList<Map<String, Object>>();
        for (var one : findings.dates()) {
            var rise = new LinkedHashMap<String, Object>();
            rise.put("state", one.step().state());
            rise.put("status", one.step().status());
            rise.put("kind", one.step().kind().label());
            rise.put("recorded", one.step().date());
            rise.put("lower", one.lower());
            rise.put("median", one.median());
            rise.put("upper", one.upper());
            rise.put("byRecorded", one.byRecorded());
            rise.put("never", one.never());
            rises.add(rise);
        }
        return rises;
    }

    /**
     * How much likelier a state stands at least so high in one run than in another, over pairs with the same luck.
     *
     * @return by rung from 1 and by tick, the second less the first with its 95 % interval
     */
    static Map<String, Object> differences(Ensemble first, Ensemble second, String bloc, String state) {
        var world = first.world();
        int b = world.bloc(bloc);
        int i = world.state(state);
        int b2 = second.world().bloc(bloc);
        int i2 = second.world().state(state);
        var ladder = world.blocs().get(b).ladder();
        var differences = new ArrayList<List<Interval>>();
        for (int rung = 1; rung <= ladder.top(); rung++) {
            var ofRung = new ArrayList<Interval>();
            for (int tick = 0; tick < world.ticks(); tick++) {
                int onlyFirst = 0;
                int onlySecond = 0;
                for (int n = 0; n < first.replicates(); n++) {
                    boolean in = first.trajectories().get(n).rung(tick, b, i) >= rung;
                    boolean out = second.trajectories().get(n).rung(tick, b2, i2) >= rung;
                    onlyFirst += in && !out ? 1 : 0;
                    onlySecond += out && !in ? 1 : 0;
                }
                ofRung.add(Proportions.pairedDifference(onlyFirst, onlySecond, first.replicates()));
            }
            differences.add(ofRung);
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("rungs", rungs(ladder));
        tree.put("differences", differences);
        tree.put("replicates", first.replicates());
        return tree;
    }

    /** Whether two ensembles can be compared pair by pair. */
    static boolean arePaired(Ensemble first, Ensemble second, String bloc, String state) {
        return first.seed() == second.seed()
                && first.replicates() == second.replicates()
                && first.world().bounds().equals(second.world().bounds())
                && second.world().bloc(bloc) >= 0
                && second.world().state(state) >= 0
                && first.world().bloc(bloc) >= 0
                && first.world().state(state) >= 0
                && second.world()
                                .blocs()
                                .get(second.world().bloc(bloc))
                                .ladder()
                                .top()
                        == first.world()
                                .blocs()
                                .get(first.world().bloc(bloc))
                                .ladder()
                                .top();
    }
}
