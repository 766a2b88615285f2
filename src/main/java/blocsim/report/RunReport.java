package blocsim.report;

import blocsim.experiment.Dates;
import blocsim.experiment.Findings;
import blocsim.experiment.PairedDifference;
import blocsim.history.History;
import blocsim.history.Step;
import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.model.World;
import blocsim.panel.TableInfo;
import blocsim.scenario.Cited;
import blocsim.scenario.Scenario;
import blocsim.scenario.Work;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import blocsim.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Findings as charts and as the model of the report page. */
public final class RunReport {
    /** A state is shown in the ladder timeline if the record has it on the ladder, or this share of replicates. */
    private static final double SHOWN_FROM = 0.5;

    private final Findings findings;
    private final Scenario scenario;
    private final World world;
    private final int bloc;
    private final int state;
    private final String blocName;
    private final String stateName;
    private final String source;

    /** @param findings of one scenario */
    public RunReport(Findings findings) {
        this.findings = findings;
        this.scenario = findings.prepared().scenario();
        this.world = findings.prepared().world();
        this.bloc = findings.prepared().focusBloc();
        this.state = findings.prepared().focusState();
        this.blocName = "the " + world.blocs().get(bloc).code();
        this.stateName = world.states().get(state).name();
        this.source = "blocsim, scenario " + scenario.name() + ", "
                + findings.ensemble().replicates()
                + " runs, seed " + findings.ensemble().seed() + ". Record: "
                + (findings.history() == null ? "none" : "hand-coded ladder of " + blocName);
    }

    /** The charts of outcomes: rungs of the focus state, ladder, size of the bloc. */
    public List<Chart> outcome() {
        return List.of(rungChart(), ladderChart(), sizeChart());
    }

    /** The charts of reasons: motives of the focus state. */
    public List<Chart> why() {
        return List.of(motivesChart());
    }

    private LocalDate endOfTick(int tick) {
        return LocalDate.ofEpochDay(world.bounds().get(tick + 1) - 1);
    }

    private LocalDate startOfTick(int tick) {
        return LocalDate.ofEpochDay(world.bounds().get(tick));
    }

    private LocalDate end() {
        return scenario.horizon().end();
    }

    private int runs() {
        return findings.ensemble().replicates();
    }

    private Rung rung(int index) {
        return index == 0 ? Rung.NONE : rung(world.blocs().get(bloc).ladder().id(index));
    }

    private Rung rung(String id) {
        var ladder = world.blocs().get(bloc).ladder();
        int index = ladder.index(id);
        if (index <= 0) {
            return Rung.NONE;
        }
        return new Rung(
                Character.toUpperCase(id.charAt(0)) + id.substring(1),
                ladder.rung(index).height());
    }

    private static Estimate estimate(Interval interval) {
        return new Estimate(interval.value(), interval.lower(), interval.upper());
    }

    private RungChart rungChart() {
        var lines = new ArrayList<RungChart.Line>();
        for (int index = 0; index <= world.blocs().get(bloc).ladder().top(); index++) {
            var shares = new ArrayList<DatedEstimate>();
            for (int k = 0; k < world.ticks(); k++) {
                int count = findings.ensemble().count(k, bloc, state, index);
                shares.add(new DatedEstimate(endOfTick(k), estimate(Proportions.wilson(count, runs()))));
            }
            lines.add(new RungChart.Line(rung(index), shares));
        }
        return new RungChart(stateName, blocName, lines, spells(scenario.focus().state()), marks(), source);
    }

    private LocalDate lastRecorded() {
        var known = scenario.dataUntil();
        var latest = known == null ? LAST_LOOKED_UP : known;
        return latest.isBefore(end()) ? latest : end();
    }

    /** The record was looked up to this day, says the README of the hand-coded tables. */
    private static final LocalDate LAST_LOOKED_UP = LocalDate.of(2026, 3, 31);

    private List<Spell> spells(String code) {
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
            var to = n + 1 < changes.size() ? changes.get(n + 1).from() : lastRecorded();
            var held = rung(changes.get(n).status());
            if (held.level() > 0 && from.isBefore(to)) {
                spells.add(new Spell(held, from, to.isAfter(lastRecorded()) ? lastRecorded() : to));
            }
        }
        return spells;
    }

    private List<Mark> marks() {
        return findings.dates().stream()
                .filter(dates -> dates.step().state().equals(scenario.focus().state()))
                .filter(dates -> dates.step().kind() == Step.Kind.ENTERED || decidedBefore(dates.step()))
                .map(dates -> new Mark(
                        dates.step().date(),
                        (dates.step().kind() == Step.Kind.APPROVED
                                        ? "Approved "
                                        : rung(dates.step().status()).label() + " ")
                                + dates.step().date().getYear(),
                        rung(dates.step().status())))
                .toList();
    }

    /** Whether a rise to full membership was decided in an earlier year than it came into force. */
    private boolean decidedBefore(Step approval) {
        return rung(approval.status()).level() == Rung.MEMBER.level()
                && findings.dates().stream()
                        .noneMatch(dates -> dates.step().kind() == Step.Kind.ENTERED
                                && dates.step().state().equals(approval.state())
                                && dates.step().status().equals(approval.status())
                                && dates.step().date().getYear()
                                        == approval.date().getYear());
    }

    private LadderTimelineChart ladderChart() {
        var ladder = world.blocs().get(bloc).ladder();
        var rows = new ArrayList<LadderTimelineChart.Row>();
        var order = new TreeMap<String, LocalDate>();
        for (int i = 0; i < world.states().size(); i++) {
            String code = world.states().get(i).code();
            var recorded = spells(code);
            int candidate = i;
            double[] first =
                    sorted(run -> findings.ensemble().trajectories().get(run).firstHeld(bloc, candidate, 1));
            boolean often = Arrays.stream(first).filter(Double::isFinite).count() >= SHOWN_FROM * runs();
            if (recorded.isEmpty() && !often) {
                continue;
            }
            var simulated = new ArrayList<LadderTimelineChart.FirstDate>();
            for (int index = 1; index <= ladder.top(); index++) {
                int sought = index;
                double[] days = sorted(
                        run -> findings.ensemble().trajectories().get(run).firstHeld(bloc, candidate, sought));
                if (!founder(code)) {
                    int by = (int) Arrays.stream(days).filter(Double::isFinite).count();
                    simulated.add(new LadderTimelineChart.FirstDate(
                            rung(index),
                            date(Quantiles.of(days, 0.05)),
                            date(Quantiles.of(days, 0.5)),
                            date(Quantiles.of(days, 0.95)),
                            estimate(Proportions.wilson(by, runs()))));
                }
            }
            order.put(code, recorded.isEmpty() ? LocalDate.MAX : recorded.get(0).from());
            rows.add(new LadderTimelineChart.Row(world.states().get(i).name(), code, recorded, simulated));
        }
        rows.sort(Comparator.comparing((LadderTimelineChart.Row row) -> order.getOrDefault(row.code(), LocalDate.MAX))
                .thenComparing(LadderTimelineChart.Row::state));
        return new LadderTimelineChart(blocName, scenario.horizon().start(), end(), rung(ladder.top()), rows, source);
    }

    private boolean founder(String code) {
        return world.blocs().get(bloc).founders().contains(code);
    }

    private double[] sorted(ToIntFunction<Integer> day) {
        double[] days = new double[runs()];
        for (int n = 0; n < runs(); n++) {
            int value = day.applyAsInt(n);
            days[n] = value == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : value;
        }
        Arrays.sort(days);
        return days;
    }

    private static @Nullable LocalDate date(double day) {
        return Double.isFinite(day) ? LocalDate.ofEpochDay((long) day) : null;
    }

    private BlocSizeChart sizeChart() {
        int top = world.blocs().get(bloc).ladder().top();
        return new BlocSizeChart(blocName, List.of(count("Members", top), count("All on the ladder", 1)), source);
    }

    private BlocSizeChart.Count count(String label, int leastRung) {
        var bands = new ArrayList<BlocSizeChart.Band>();
        for (int k = 0; k < world.ticks(); k++) {
            double[] sizes = new double[runs()];
            for (int n = 0; n < runs(); n++) {
                for (int i = 0; i < world.states().size(); i++) {
                    sizes[n] += findings.ensemble().trajectories().get(n).rung(k, bloc, i) >= leastRung ? 1 : 0;
                }
            }
            Arrays.sort(sizes);
            bands.add(new BlocSizeChart.Band(
                    endOfTick(k),
                    Quantiles.of(sizes, 0.5),
                    Quantiles.of(sizes, 0.25),
                    Quantiles.of(sizes, 0.75),
                    Quantiles.of(sizes, 0.05),
                    Quantiles.of(sizes, 0.95)));
        }
        return new BlocSizeChart.Count(label, bands, recordedSizes(leastRung), lastRecorded());
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
            if (!day.isAfter(lastRecorded())) {
                var statuses = history.on(day);
                long size = world.states().stream()
                        .filter(s -> ladder.index(statuses.getOrDefault(s.code(), "none")) >= leastRung)
                        .count();
                steps.add(new BlocSizeChart.Step(day, (int) size));
            }
        }
        return steps;
    }

    private MotivesChart motivesChart() {
        var lines = new ArrayList<MotivesChart.Line>();
        for (Motive motive : Motive.values()) {
            lines.add(new MotivesChart.Line(name(motive), parts(motive)));
        }
        lines.add(new MotivesChart.Line("Cost", parts(null)));
        return new MotivesChart(stateName, blocName, lines, marks(), source);
    }

    private static String name(Motive motive) {
        return motive.label().substring(0, 1).toUpperCase(Locale.ROOT)
                + motive.label().substring(1);
    }

    /** A motive's part of the value of full membership, or the cost below zero, from the first tick with members on. */
    private List<DatedEstimate> parts(@Nullable Motive motive) {
        var list = new ArrayList<DatedEstimate>();
        var founded = world.blocs().get(bloc).founded();
        for (int k = 0; k < world.ticks(); k++) {
            if (founded == null || startOfTick(k).isAfter(founded)) {
                list.add(new DatedEstimate(startOfTick(k), part(motive, k)));
            }
        }
        return list;
    }

    private Estimate part(@Nullable Motive motive, int tick) {
        double[] values = new double[runs()];
        for (int n = 0; n < runs(); n++) {
            for (Part part : Part.values()) {
                if (part.motive() == motive) {
                    values[n] += findings.ensemble().trajectories().get(n).part(tick, part);
                }
            }
            values[n] *= motive == null ? -1 : world.parameters().get(motive.weight());
        }
        Arrays.sort(values);
        double mean = Arrays.stream(values).sum() / runs();
        double lower = Quantiles.of(values, 0.05);
        double upper = Quantiles.of(values, 0.95);
        return new Estimate(mean, Math.min(lower, mean), Math.max(upper, mean));
    }

    /**
     * The model of the page.
     *
     * @param version of the program
     * @param command the command line that makes it again
     */
    public ReportModel model(String version, String command) {
        return new ReportModel(
                scenario.title(),
                question(),
                verdict(),
                outcome(),
                timings(),
                ordering(),
                reasons(),
                why(),
                whatIfs(),
                facts(),
                limits(),
                making(version, command),
                references());
    }

    private String question() {
        return scenario.description().isEmpty()
                ? "How does " + stateName + " fare with " + blocName + "?"
                : scenario.description();
    }

    private Verdict verdict() {
        int top = world.blocs().get(bloc).ladder().top();
        var recorded = findings.dates().stream()
                .filter(dates -> dates.step().state().equals(scenario.focus().state()))
                .filter(dates -> dates.step().kind() == Step.Kind.ENTERED)
                .filter(dates -> rung(dates.step().status()).level() == Rung.MEMBER.level())
                .findFirst();
        double[] days =
                sorted(run -> findings.ensemble().trajectories().get(run).firstHeld(bloc, state, top));
        int by = (int) Arrays.stream(days).filter(Double::isFinite).count();
        var byEnd = estimate(Proportions.wilson(by, runs()));
        return new Verdict(
                stateName,
                blocName,
                rung(top),
                recorded.map(dates -> dates.step().date()).orElse(null),
                end(),
                runs(),
                recorded.map(dates -> estimate(dates.byRecorded())).orElse(byEnd),
                byEnd,
                date(Quantiles.of(days, 0.5)));
    }

    private List<Timing> timings() {
        return findings.dates().stream()
                .filter(dates -> dates.step().kind() == Step.Kind.ENTERED
                        || rung(dates.step().status()).level() == Rung.MEMBER.level())
                .sorted(Comparator.comparing(
                                (Dates dates) -> importance(dates.step().state()))
                        .thenComparing(dates -> dates.step().state())
                        .thenComparing(dates -> dates.step().date()))
                .map(this::timing)
                .toList();
    }

    /** The focus state first, then those that became members, then the others. */
    private int importance(String code) {
        if (code.equals(scenario.focus().state())) {
            return 0;
        }
        boolean member = findings.dates().stream()
                .anyMatch(dates -> dates.step().state().equals(code)
                        && rung(dates.step().status()).level() == Rung.MEMBER.level());
        return member ? 1 : 2;
    }

    private Timing timing(Dates dates) {
        String label = rung(dates.step().status()).label();
        return new Timing(
                world.states().get(world.state(dates.step().state())).name(),
                dates.step().kind() == Step.Kind.APPROVED ? "Approval as " + label.toLowerCase(Locale.ROOT) : label,
                dates.step().date(),
                dates.lower(),
                dates.median(),
                dates.upper(),
                estimate(dates.byRecorded()),
                estimate(dates.never()));
    }

    private Ordering ordering() {
        var order = findings.order();
        String what =
                "The states are those whose first rung in force is on record; they are ordered by that day, and states that "
                        + "a run never brings onto the ladder are tied behind all others.";
        return order == null
                ? new Ordering(new Estimate(0, -1, 1), 0, "There is no record to compare with.")
                : new Ordering(estimate(order.tau()), order.states(), what);
    }

    private Reasons reasons() {
        int tick = weighedTick();
        var motives = new ArrayList<Reasons.Motive>();
        for (Motive motive : Motive.values()) {
            motives.add(new Reasons.Motive(name(motive), meaning(motive), part(motive, tick)));
        }
        motives.add(new Reasons.Motive(
                "Cost", "obligations to members of another regime, neutrality, clashes", part(null, tick)));
        var objectors = findings.objectors().objectors().stream()
                .map(objector -> new Reasons.Objector(
                        world.states().get(world.state(objector.state())).name(), estimate(objector.share())))
                .toList();
        return new Reasons(
                startOfTick(tick), motives, estimate(findings.objectors().stopped()), objectors);
    }

    /** The tick of the last recorded rise of the focus state, else the last one of the record, else the last one. */
    private int weighedTick() {
        var last = findings.dates().stream()
                .filter(dates -> dates.step().state().equals(scenario.focus().state()))
                .map(dates -> dates.step().date())
                .max(Comparator.naturalOrder())
                .orElse(lastRecorded());
        int tick = 0;
        for (int k = 0; k < world.ticks(); k++) {
            if (!startOfTick(k).isAfter(last)) {
                tick = k;
            }
        }
        return tick;
    }

    private static String meaning(Motive motive) {
        return switch (motive) {
            case NETWORK -> "bodies shared with members, and neighbours on the ladder";
            case ALIGNMENT -> "votes in the United Nations like the members', and security cooperation";
            case ECONOMY -> "trade with members, and their capacity to invest";
            case STATUS -> "prestige of a bloc that weighs in the world";
            case AUTONOMY -> "a way out of isolation, and a counterbalance to the main patron";
            case PATRONS -> "what the patrons want of the bloc";
        };
    }

    private List<WhatIf> whatIfs() {
        var list = new ArrayList<WhatIf>();
        findings.whatIfs().forEach((name, found) -> {
            var reasons = new LinkedHashSet<String>();
            found.differences()
                    .forEach(difference -> reasons.add(difference.expectation().because()));
            list.add(new WhatIf(
                    found.prepared().scenario().title(),
                    found.prepared().scenario().description(),
                    String.join("; ", reasons),
                    found.differences().stream().map(RunReport::difference).toList()));
        });
        return list;
    }

    private static WhatIf.Difference difference(PairedDifference found) {
        int sign = found.expectation().sign();
        return new WhatIf.Difference(
                "P(" + found.expectation().status() + " or higher by "
                        + found.expectation().by().getYear() + ")",
                sign > 0 ? WhatIf.Sign.RISE : sign < 0 ? WhatIf.Sign.FALL : WhatIf.Sign.NONE,
                found.base(),
                found.changed(),
                estimate(found.difference()));
    }

    private List<Fact> facts() {
        var byId = new TreeMap<String, List<String>>();
        for (Cited cited : scenario.cited()) {
            var work = scenario.works().get(cited.source());
            if (work != null && work.kind().equals("fact")) {
                byId.computeIfAbsent(work.id(), id -> new ArrayList<>())
                        .add(cited.pointer() + (cited.words().isEmpty() ? "" : ": " + cited.words()));
            }
        }
        scenario.notUsed()
                .forEach((id, why) ->
                        byId.computeIfAbsent(id, key -> new ArrayList<>()).add("not used: " + why));
        var facts = new ArrayList<Fact>();
        byId.forEach((id, uses) -> {
            var work = scenario.works().get(id);
            if (work != null) {
                facts.add(new Fact(id, work.title(), String.join("; ", uses), work.cites()));
            }
        });
        return facts;
    }

    private List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        limits.add(new Limit(
                "Dates used to set lags",
                "The months from approval to entry were taken from the recorded rounds of " + blocName + ", those of "
                        + stateName + " among them. An entry's date beside its approval's is therefore no test."));
        if (!findings.prepared().standIns().isEmpty()) {
            limits.add(new Limit(
                    "Figures that nobody publishes",
                    "These stand in for figures that no source has: "
                            + String.join("; ", findings.prepared().standIns()) + "."));
        }
        limits.add(new Limit(
                "Figures after the sources' end",
                "After the last year of a source its last figures are held: "
                        + String.join("; ", sourceEnds())
                        + ". Ideal points then drift at random, as they did in the panel."));
        limits.addAll(Limit.ofEveryScenario());
        return limits;
    }

    private List<String> sourceEnds() {
        return findings.prepared().panel().tables().stream()
                .filter(table -> table.shipped() && table.lastYear() > 0 && table.lastYear() < end().getYear())
                .filter(table -> FIGURES.contains(table.table()))
                .map(table -> table.title().substring(0, 1).toLowerCase(Locale.ROOT)
                        + table.title().substring(1) + " to " + table.lastYear())
                .toList();
    }

    private static final List<String> FIGURES =
            List.of("trade", "ideal_point", "gdp", "polyarchy", "comembership", "rivalries");

    private Making making(String version, String command) {
        return new Making(
                scenario.name(),
                scenario.hash(),
                version,
                findings.ensemble().seed(),
                runs(),
                command,
                findings.prepared().panel().tables().stream()
                        .filter(TableInfo::shipped)
                        .map(table -> new Making.DataTable(
                                table.title(),
                                table.unit()
                                        + (table.firstYear() > 0
                                                ? ", " + table.firstYear() + " to " + table.lastYear()
                                                : ""),
                                table.citation(),
                                table.licence()))
                        .toList());
    }

    private List<Reference> references() {
        var wanted = new TreeSet<String>();
        for (Cited cited : scenario.cited()) {
            add(wanted, cited.source());
        }
        scenario.notUsed().keySet().forEach(id -> add(wanted, id));
        var list = new ArrayList<Reference>();
        for (String id : wanted) {
            Work work = scenario.works().get(id);
            if (work != null && !work.kind().equals("fact")) {
                String text = (work.author().isEmpty() ? "" : work.author() + ", ")
                        + work.title()
                        + (work.date().isEmpty() ? "" : " (" + work.date() + ")")
                        + (work.note().isEmpty() ? "" : ". " + work.note());
                String address = work.doi().isEmpty() ? work.url() : "https://doi.org/" + work.doi();
                list.add(new Reference(id, text, address));
            }
        }
        return list;
    }

    private void add(Set<String> wanted, String id) {
        var work = scenario.works().get(id);
        if (work != null && wanted.add(id)) {
            work.cites().forEach(other -> add(wanted, other));
        }
    }
}
