package blocsim.experiment;

import blocsim.history.History;
import blocsim.history.Step;
import blocsim.input.InputException;
import blocsim.model.Bloc;
import blocsim.scenario.WhatIfs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the replicates of a scenario say: of the recorded dates, of the order of states, of objectors, and of its what-ifs.
 *
 * @param prepared the scenario and its world
 * @param ensemble its replicates
 * @param history the record of the focus bloc; null if there is none
 * @param dates the recorded rises of the world's states within the horizon, by date; empty without a record
 * @param order how far the order of states agrees with the record; null without a record
 * @param objectors who stood in the way of the focus state
 * @param shares how much of the spread of outcomes comes from parameters; empty if they were not drawn, or twins were not run
 * @param whatIfs the what-ifs that were run, by name
 */
public record Findings(
        Prepared prepared,
        Ensemble ensemble,
        @Nullable History history,
        List<Dates> dates,
        @Nullable Order order,
        Objectors objectors,
        List<SpreadShare> shares,
        SortedMap<String, WhatIfFinding> whatIfs) {
    /** Copies the collections. */
    public Findings {
        dates = List.copyOf(dates);
        shares = List.copyOf(shares);
        whatIfs = new TreeMap<>(whatIfs);
    }

    /**
     * A what-if that was run.
     *
     * @param prepared its scenario
     * @param differences what it changes, in the order of the expectations
     */
    public record WhatIfFinding(Prepared prepared, List<PairedDifference> differences) {
        /** Copies the list. */
        public WhatIfFinding {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Reads the what-ifs of a scenario, with the same settings on top, so that a mistake in one is known before any run.
     *
     * @throws InputException with every problem in them, and with those of {@link WhatIfs}
     */
    public static List<Prepared> readWhatIfs(Prepared base, List<String> sets) throws InputException {
        var list = new ArrayList<Prepared>();
        for (var whatIf : WhatIfs.read(base.scenario(), sets)) {
            list.add(Prepared.of(whatIf));
        }
        return list;
    }

    /**
     * Runs a scenario and works out what it says.
     *
     * @param prepared the scenario
     * @param whatIfs its what-ifs that are to be run beside it, in the order of the scenario; or none
     * @param seed the master seed
     * @param replicates how often
     * @param threads how many at once
     * @param progress hears of each replicate, those of what-ifs and twins too: {@link #runs} in all
     */
    public static Findings of(
            Prepared prepared, List<Prepared> whatIfs, long seed, int replicates, int threads, Progress progress) {
        var ensemble = prepared.run(seed, replicates, threads, progress);
        var shares = SpreadShare.of(prepared, ensemble, threads, progress);
        var found = new TreeMap<String, WhatIfFinding>();
        for (int n = 0; n < whatIfs.size(); n++) {
            var changed = whatIfs.get(n).run(seed, replicates, threads, progress);
            var differences = prepared.scenario().whatIfs().get(n).expected().stream()
                    .map(expectation -> PairedDifference.of(ensemble, changed, expectation))
                    .toList();
            found.put(whatIfs.get(n).scenario().name(), new WhatIfFinding(whatIfs.get(n), differences));
        }
        return of(prepared, ensemble, shares, found);
    }

    /** How many runs {@link #of(Prepared, List, long, int, int, Progress)} makes: twins where parameters are drawn, and what-ifs. */
    public static long runs(Prepared prepared, List<Prepared> whatIfs, int replicates) {
        int twins = prepared.worlds().areDrawn() ? 1 : 0;
        return (long) replicates * (1 + twins + whatIfs.size());
    }

    /** Works out what replicates say that have been run, without what-ifs or twins. */
    public static Findings of(Prepared prepared, Ensemble ensemble) {
        return of(prepared, ensemble, List.of(), new TreeMap<>());
    }

    private static Findings of(
            Prepared prepared, Ensemble ensemble, List<SpreadShare> shares, SortedMap<String, WhatIfFinding> whatIfs) {
        var bloc = prepared.world().blocs().get(prepared.focusBloc());
        var history = history(prepared, bloc);
        var steps = history == null ? List.<Step>of() : steps(prepared, history);
        return new Findings(
                prepared,
                ensemble,
                history,
                steps.stream().map(step -> Dates.of(ensemble, step)).toList(),
                history == null ? null : Order.of(ensemble, steps),
                Objectors.of(ensemble, prepared.focusBloc(), prepared.focusState()),
                shares,
                whatIfs);
    }

    /** The record of a bloc; null if there is none. */
    static @Nullable History history(Prepared prepared, Bloc bloc) {
        return bloc.record() == null
                ? null
                : new History(prepared.panel(), bloc.record(), bloc.ladder().index("candidate") > 0);
    }

    /** The recorded rises that the world can have: of its states and rungs, within the horizon. */
    private static List<Step> steps(Prepared prepared, History history) {
        var world = prepared.world();
        var bloc = world.blocs().get(prepared.focusBloc());
        var horizon = prepared.scenario().horizon();
        var founded = bloc.founded() == null ? LocalDate.MIN : bloc.founded();
        return history.steps(founded).stream()
                .map(step -> new Step(bloc.code(), step.state(), step.status(), step.kind(), step.date()))
                .filter(step -> world.state(step.state()) >= 0 && bloc.ladder().index(step.status()) > 0)
                .filter(step ->
                        !step.date().isBefore(horizon.start()) && !step.date().isAfter(horizon.end()))
                .toList();
    }
}
