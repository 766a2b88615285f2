package blocsim.report;

import blocsim.experiment.Accessions;
import blocsim.experiment.Findings;
import blocsim.experiment.RequestOutcomes;
import blocsim.history.History;
import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.model.World;
import blocsim.scenario.Scenario;
import blocsim.stats.Interval;
import blocsim.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Findings in the words of charts and pages: names, rungs, days and shares of runs. */
final class RunView {
    private final Findings findings;
    private final Scenario scenario;
    private final World world;
    private final int bloc;
    private final int state;
    private final String blocName;
    private final String stateName;

    RunView(Findings findings) {
        this.findings = findings;
        this.scenario = findings.prepared().scenario();
        this.world = findings.prepared().world();
        this.bloc = findings.prepared().focusBloc();
        this.state = findings.prepared().focusState();
        this.blocName = BlocName.of(world.blocs().get(bloc).code());
        this.stateName = world.states().get(state).name();
    }

    Findings findings() {
        return findings;
    }

    Scenario scenario() {
        return scenario;
    }

    World world() {
        return world;
    }

    /** The index of the focus bloc. */
    int bloc() {
        return bloc;
    }

    /** The index of the focus state. */
    int state() {
        return state;
    }

    /** The focus bloc as sentences name it. */
    String blocName() {
        return blocName;
    }

    /** The focus state as sentences name it. */
    String stateName() {
        return stateName;
    }

    /** The highest rung of the focus bloc's ladder. */
    int top() {
        return world.blocs().get(bloc).ladder().top();
    }

    /** The number of replicates. */
    int runs() {
        return findings.ensemble().replicates();
    }

    /** The last day of the horizon. */
    LocalDate end() {
        return scenario.horizon().end();
    }

    LocalDate startOfTick(int tick) {
        return LocalDate.ofEpochDay(world.bounds().get(tick));
    }

    LocalDate endOfTick(int tick) {
        return LocalDate.ofEpochDay(world.bounds().get(tick + 1) - 1);
    }

    /** Accessions to each bloc by the last day of the record. */
    List<Accessions> accessions() {
        return Accessions.of(findings.prepared(), findings.ensemble(), lastRecorded());
    }

    /** What became of the requests of each bloc by the last day of the record. */
    List<RequestOutcomes> requests() {
        return RequestOutcomes.of(findings.prepared(), findings.ensemble(), lastRecorded());
    }

    /** The last day within the horizon to which the record goes. */
    LocalDate lastRecorded() {
        var latest = findings.prepared().recordedUntil();
        return latest.isBefore(end()) ? latest : end();
    }

    /** The last tick whose end is on record, or the last one of all if none is. */
    int lastTickOnRecord() {
        int tick = world.ticks() - 1;
        for (int k = 0; k < world.ticks(); k++) {
            if (!endOfTick(k).isAfter(lastRecorded())) {
                tick = k;
            }
        }
        return tick;
    }

    /** A rung of the focus bloc by its index; none for 0. */
    Rung rung(int index) {
        return index == 0 ? Rung.NONE : rung(world.blocs().get(bloc).ladder().id(index));
    }

    /** A rung of the focus bloc by its id; none for an id that the ladder lacks. */
    Rung rung(String id) {
        var ladder = world.blocs().get(bloc).ladder();
        int index = ladder.index(id);
        if (index <= 0) {
            return Rung.NONE;
        }
        return new Rung(
                Character.toUpperCase(id.charAt(0)) + id.substring(1),
                ladder.rung(index).height());
    }

    static Estimate estimate(Interval interval) {
        return new Estimate(interval.value(), interval.lower(), interval.upper());
    }

    /** The days of all replicates in order; infinite where a replicate has none. */
    double[] sorted(ToIntFunction<Integer> day) {
        double[] days = new double[runs()];
        for (int n = 0; n < runs(); n++) {
            int value = day.applyAsInt(n);
            days[n] = value == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : value;
        }
        Arrays.sort(days);
        return days;
    }

    /** The day, or null where it never comes. */
    static @Nullable LocalDate date(double day) {
        return Double.isFinite(day) ? LocalDate.ofEpochDay((long) day) : null;
    }

    /** A motive's label as a heading. */
    static String name(Motive motive) {
        return motive.label().substring(0, 1).toUpperCase(Locale.ROOT)
                + motive.label().substring(1);
    }

    /** A motive's part of the value of full membership in a tick, or the cost below zero. */
    Estimate part(@Nullable Motive motive, int tick) {
        double[] values = new double[runs()];
        for (int n = 0; n < runs(); n++) {
            for (Part part : Part.values()) {
                if (part.motive() == motive) {
                    values[n] += findings.ensemble().trajectories().get(n).part(tick, part);
                }
            }
            values[n] *= motive == null
                    ? -1
                    : findings.ensemble().trajectories().get(n).parameters().get(motive.weight());
        }
        Arrays.sort(values);
        double mean = Arrays.stream(values).sum() / runs();
        double lower = Quantiles.of(values, 0.05);
        double upper = Quantiles.of(values, 0.95);
        return new Estimate(mean, Math.min(lower, mean), Math.max(upper, mean));
    }

    /** The rungs that a state held on record, within the horizon and up to the last day of the record. */
    List<Spell> spells(String code) {
        var spells = new ArrayList<Spell>();
        History history = findings.history();
        if (history == null) {
            return spells;
        }
        var changes = history.changes(code);
        for (int n = 0; n < changes.size(); n++) {
            var from = changes.get(n).from().isBefore(scenario.horizon().start())
                    ? scenario.horizon().start()
                    : changes.get(n).from();
            var next = n + 1 < changes.size() ? changes.get(n + 1).from() : lastRecorded();
            var to = next.isAfter(lastRecorded()) ? lastRecorded() : next;
            var held = rung(changes.get(n).status());
            if (held.level() > 0 && from.isBefore(to)) {
                spells.add(new Spell(held, from, to));
            }
        }
        return spells;
    }
}
