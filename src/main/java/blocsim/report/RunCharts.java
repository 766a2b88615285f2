package blocsim.report;

import blocsim.experiment.Findings;
import blocsim.history.History;
import blocsim.history.Step;
import blocsim.model.Cause;
import blocsim.model.Motive;
import blocsim.model.World;
import blocsim.scenario.Scenario;
import blocsim.stats.Proportions;
import blocsim.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings as the four charts of a run. */
final class RunCharts {
    /** A state is shown in the ladder timeline if the record has it on the ladder, or this share of replicates. */
    private static final double SHOWN_FROM = 0.5;

    /** With more states than this, those stay out whose rung moves neither on record nor in most runs. */
    private static final int ROOMY = 80;

    private final RunView view;
    private final Findings findings;
    private final Scenario scenario;
    private final World world;
    private final int bloc;
    private final String source;

    RunCharts(RunView view) {
        this.view = view;
        this.findings = view.findings();
        this.scenario = view.scenario();
        this.world = view.world();
        this.bloc = view.bloc();
        String own = view.findings().prepared().own().stream()
                .map(rule -> ", with the rule " + rule.name())
                .collect(Collectors.joining());
        this.source = "blocsim, scenario " + scenario.name() + own + ", "
                + view.runs()
                + " runs, seed " + findings.ensemble().seed() + ". Record: "
                + (findings.history() == null ? "none" : "hand-coded ladder of " + view.blocName());
    }

    /** Rungs of the focus state over time, by share of runs; empty if the horizon is one tick. */
    Optional<RungChart> rungChart() {
        if (world.ticks() < 2) {
            return Optional.empty();
        }
        var lines = new ArrayList<RungChart.Line>();
        for (int index = 0; index <= view.top(); index++) {
            var shares = new ArrayList<DatedEstimate>();
            for (int k = 0; k < world.ticks(); k++) {
                int count = findings.ensemble().count(k, bloc, view.state(), index);
                shares.add(
                        new DatedEstimate(view.endOfTick(k), RunView.estimate(Proportions.wilson(count, view.runs()))));
            }
            lines.add(new RungChart.Line(view.rung(index), shares));
        }
        return Optional.of(new RungChart(
                view.stateName(),
                view.blocName(),
                lines,
                view.spells(scenario.focus().state()),
                marks(),
                source));
    }

    /** When each state comes to each rung, beside the record; empty if none does. */
    Optional<LadderTimelineChart> ladderChart() {
        var ladder = world.blocs().get(bloc).ladder();
        var rows = new ArrayList<LadderTimelineChart.Row>();
        var order = new TreeMap<String, LocalDate>();
        for (int i = 0; i < world.states().size(); i++) {
            String code = world.states().get(i).code();
            var recorded = view.spells(code);
            int candidate = i;
            double[] first = view.sorted(
                    run -> findings.ensemble().trajectories().get(run).firstHeld(bloc, candidate, 1));
            boolean often = Arrays.stream(first).filter(Double::isFinite).count() >= SHOWN_FROM * view.runs();
            boolean crowded = world.states().size() > ROOMY;
            if ((recorded.isEmpty() && !often) || (crowded && !moves(i, recorded))) {
                continue;
            }
            var simulated = new ArrayList<LadderTimelineChart.FirstDate>();
            for (int index = 1; index <= ladder.top(); index++) {
                int sought = index;
                double[] days = view.sorted(
                        run -> findings.ensemble().trajectories().get(run).firstHeld(bloc, candidate, sought));
                if (!founder(code)) {
                    int by = (int) Arrays.stream(days).filter(Double::isFinite).count();
                    simulated.add(new LadderTimelineChart.FirstDate(
                            view.rung(index),
                            RunView.date(Quantiles.of(days, 0.05)),
                            RunView.date(Quantiles.of(days, 0.5)),
                            RunView.date(Quantiles.of(days, 0.95)),
                            RunView.estimate(Proportions.wilson(by, view.runs()))));
                }
            }
            order.put(code, recorded.isEmpty() ? LocalDate.MAX : recorded.get(0).from());
            rows.add(new LadderTimelineChart.Row(world.states().get(i).name(), code, recorded, simulated));
        }
        rows.sort(Comparator.comparing((LadderTimelineChart.Row row) -> order.getOrDefault(row.code(), LocalDate.MAX))
                .thenComparing(LadderTimelineChart.Row::state));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new LadderTimelineChart(
                        view.blocName(),
                        scenario.horizon().start(),
                        view.end(),
                        view.rung(ladder.top()),
                        rows,
                        world.states().size() - rows.size(),
                        source));
    }

    /** Whether a state's rung changes in the record, or in enough of the runs. */
    private boolean moves(int state, List<Spell> recorded) {
        boolean onRecord = !recorded.isEmpty()
                && (recorded.size() > 1
                        || recorded.get(0).from().isAfter(scenario.horizon().start()));
        long runs = findings.ensemble().trajectories().stream()
                .filter(run -> run.happenings().stream()
                        .anyMatch(h -> h.bloc() == bloc
                                && h.state() == state
                                && h.cause().changesRung()
                                && h.cause() != Cause.FOUNDED))
                .count();
        return onRecord || runs >= SHOWN_FROM * view.runs();
    }

    /** How many members there are, and how many on the ladder; empty if the horizon is one tick. */
    Optional<BlocSizeChart> sizeChart() {
        int top = view.top();
        return world.ticks() < 2
                ? Optional.empty()
                : Optional.of(new BlocSizeChart(
                        view.blocName(), List.of(count("Members", top), count("All on the ladder", 1)), source));
    }

    /** How states stand on a map at the end of each tick. */
    RunMaps maps() {
        return new RunMaps(view, source);
    }

    /** What only a full run draws. */
    RunGallery gallery() {
        return new RunGallery(view, source);
    }

    /** What moves the focus state, motive by motive; empty unless the bloc has members at the start of two ticks or more. */
    Optional<MotivesChart> motivesChart() {
        var costs = parts(null);
        if (costs.size() < 2) {
            return Optional.empty();
        }
        var lines = new ArrayList<MotivesChart.Line>();
        for (Motive motive : Motive.values()) {
            lines.add(new MotivesChart.Line(RunView.name(motive), parts(motive)));
        }
        lines.add(new MotivesChart.Line("Cost", costs));
        return Optional.of(new MotivesChart(view.stateName(), view.blocName(), lines, marks(), source));
    }

    List<Mark> marks() {
        return findings.dates().stream()
                .filter(dates -> dates.step().state().equals(scenario.focus().state()))
                .filter(dates -> dates.step().kind() == Step.Kind.ENTERED || decidedBefore(dates.step()))
                .map(dates -> new Mark(
                        dates.step().date(),
                        (dates.step().kind() == Step.Kind.APPROVED
                                        ? "Approved "
                                        : view.rung(dates.step().status()).label() + " ")
                                + dates.step().date().getYear(),
                        view.rung(dates.step().status())))
                .toList();
    }

    /** Whether a rise to full membership was decided in an earlier year than it came into force. */
    private boolean decidedBefore(Step approval) {
        return view.rung(approval.status()).level() == Rung.MEMBER.level()
                && findings.dates().stream()
                        .noneMatch(dates -> dates.step().kind() == Step.Kind.ENTERED
                                && dates.step().state().equals(approval.state())
                                && dates.step().status().equals(approval.status())
                                && dates.step().date().getYear()
                                        == approval.date().getYear());
    }

    private boolean founder(String code) {
        return world.blocs().get(bloc).founders().contains(code);
    }

    private BlocSizeChart.Count count(String label, int leastRung) {
        var bands = new ArrayList<BlocSizeChart.Band>();
        for (int k = 0; k < world.ticks(); k++) {
            double[] sizes = new double[view.runs()];
            for (int n = 0; n < view.runs(); n++) {
                for (int i = 0; i < world.states().size(); i++) {
                    sizes[n] += findings.ensemble().trajectories().get(n).rung(k, bloc, i) >= leastRung ? 1 : 0;
                }
            }
            Arrays.sort(sizes);
            bands.add(new BlocSizeChart.Band(
                    view.endOfTick(k),
                    Quantiles.of(sizes, 0.5),
                    Quantiles.of(sizes, 0.25),
                    Quantiles.of(sizes, 0.75),
                    Quantiles.of(sizes, 0.05),
                    Quantiles.of(sizes, 0.95)));
        }
        return new BlocSizeChart.Count(label, bands, recordedSizes(leastRung), view.lastRecorded());
    }

    private List<BlocSizeChart.Step> recordedSizes(int leastRung) {
        var steps = new ArrayList<BlocSizeChart.Step>();
        History history = findings.history();
        if (history == null) {
            return steps;
        }
        var days = new TreeSet<LocalDate>();
        world.states().forEach(s -> history.changes(s.code()).forEach(change -> days.add(change.from())));
        var ladder = world.blocs().get(bloc).ladder();
        for (var day : days) {
            if (!day.isAfter(view.lastRecorded())) {
                var statuses = history.on(day);
                long size = world.states().stream()
                        .filter(s -> ladder.index(statuses.getOrDefault(s.code(), "none")) >= leastRung)
                        .count();
                steps.add(new BlocSizeChart.Step(day, (int) size));
            }
        }
        return steps;
    }

    /** A motive's part of the value of full membership, or the cost below zero, from the first tick with members on. */
    private List<DatedEstimate> parts(@Nullable Motive motive) {
        var list = new ArrayList<DatedEstimate>();
        var founded = world.blocs().get(bloc).founded();
        for (int k = 0; k < world.ticks(); k++) {
            if (founded == null || view.startOfTick(k).isAfter(founded)) {
                list.add(new DatedEstimate(view.startOfTick(k), view.part(motive, k)));
            }
        }
        return list;
    }
}
