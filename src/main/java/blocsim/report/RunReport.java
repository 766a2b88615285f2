package blocsim.report;

import blocsim.experiment.Dates;
import blocsim.experiment.Findings;
import blocsim.experiment.PairedDifference;
import blocsim.experiment.SpreadShare;
import blocsim.history.Step;
import blocsim.model.Motive;
import blocsim.model.World;
import blocsim.scenario.Scenario;
import blocsim.stats.Proportions;
import blocsim.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Findings as charts and as the model of the report page. */
public final class RunReport {
    private final RunView view;
    private final RunCharts charts;
    private final Provenance provenance;
    private final Findings findings;
    private final Scenario scenario;
    private final World world;
    private final boolean full;

    /**
     * @param findings of one scenario
     * @param full whether the maps have files of their own, too
     */
    public RunReport(Findings findings, boolean full) {
        this.full = full;
        this.view = new RunView(findings);
        this.charts = new RunCharts(view);
        this.provenance = new Provenance(view);
        this.findings = findings;
        this.scenario = view.scenario();
        this.world = view.world();
    }

    /**
     * The charts of outcomes: rungs of the focus state, ladder, size of the bloc; without those that have nothing to show, as
     * lines over a horizon of one step, or a ladder on which nobody ever stands.
     */
    public List<Chart> outcome() {
        var outcome = new ArrayList<Chart>();
        charts.rungChart().ifPresent(outcome::add);
        charts.ladderChart().ifPresent(outcome::add);
        charts.sizeChart().ifPresent(outcome::add);
        return outcome;
    }

    /** The charts of reasons: motives of the focus state, objectors, stances and the network; without those that have nothing to show. */
    public List<Chart> why() {
        var why = new ArrayList<Chart>();
        charts.motivesChart().ifPresent(why::add);
        why.addAll(charts.gallery().why(reasons()));
        return why;
    }

    /** The charts that have a file each only of a full run: maps. */
    public List<Chart> aside() {
        return full ? charts.gallery().maps() : List.of();
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
                maps(),
                timings(),
                ordering(),
                view.accessions(),
                view.requests(),
                reasons(),
                why(),
                whatIfs(),
                doubt(),
                provenance.facts(),
                provenance.grounds(),
                provenance.limits(),
                provenance.making(version, command),
                provenance.references());
    }

    private ReportModel.@Nullable Maps maps() {
        var maps = charts.maps();
        if (!maps.possible() || world.ticks() < 2) {
            return null;
        }
        var years = maps.years();
        return new ReportModel.Maps(new MapSlider(years), maps.series(years));
    }

    private String question() {
        String asked = Provenance.question(scenario.description());
        return asked.isEmpty() ? "How does " + view.stateName() + " fare with " + view.blocName() + "?" : asked;
    }

    private Verdict verdict() {
        int top = view.top();
        var recorded = findings.dates().stream()
                .filter(dates -> dates.step().state().equals(scenario.focus().state()))
                .filter(dates -> dates.step().kind() == Step.Kind.ENTERED)
                .filter(dates -> view.rung(dates.step().status()).level() == Rung.MEMBER.level())
                .findFirst();
        double[] days = view.sorted(
                run -> findings.ensemble().trajectories().get(run).firstHeld(view.bloc(), view.state(), top));
        int by = (int) Arrays.stream(days).filter(Double::isFinite).count();
        var byEnd = RunView.estimate(Proportions.wilson(by, view.runs()));
        return new Verdict(
                view.stateName(),
                view.blocName(),
                view.rung(top),
                recorded.map(dates -> dates.step().date()).orElse(null),
                view.end(),
                view.runs(),
                recorded.map(dates -> RunView.estimate(dates.byRecorded())).orElse(byEnd),
                byEnd,
                RunView.date(Quantiles.of(days, 0.5)));
    }

    private List<Timing> timings() {
        return findings.dates().stream()
                .filter(dates -> dates.step().kind() == Step.Kind.ENTERED
                        || view.rung(dates.step().status()).level() == Rung.MEMBER.level())
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
                        && view.rung(dates.step().status()).level() == Rung.MEMBER.level());
        return member ? 1 : 2;
    }

    private Timing timing(Dates dates) {
        var ladder = world.blocs().get(view.bloc()).ladder();
        boolean offered = ladder.rung(ladder.index(dates.step().status())).offered();
        String label = view.rung(dates.step().status()).label() + (offered ? " (on offer)" : "");
        return new Timing(
                world.states().get(world.state(dates.step().state())).name(),
                dates.step().kind() == Step.Kind.APPROVED ? "Approval as " + label.toLowerCase(Locale.ROOT) : label,
                dates.step().date(),
                dates.lower(),
                dates.median(),
                dates.upper(),
                RunView.estimate(dates.byRecorded()),
                RunView.estimate(dates.never()));
    }

    private Ordering ordering() {
        var order = findings.order();
        String what =
                "The states are those whose first rung in force is on record; they are ordered by that day, and states that "
                        + "a run never brings onto the ladder are tied behind all others.";
        return order == null
                ? new Ordering(new Estimate(0, -1, 1), 0, "")
                : new Ordering(RunView.estimate(order.tau()), order.states(), what);
    }

    private Reasons reasons() {
        int tick = weighedTick();
        var motives = new ArrayList<Reasons.Motive>();
        for (Motive motive : Motive.values()) {
            motives.add(new Reasons.Motive(RunView.name(motive), meaning(motive), view.part(motive, tick)));
        }
        motives.add(new Reasons.Motive(
                "Cost", "obligations to members of another regime, neutrality, clashes", view.part(null, tick)));
        var objectors = findings.objectors().objectors().stream()
                .map(objector -> new Reasons.Objector(
                        world.states().get(world.state(objector.state())).name(), RunView.estimate(objector.share())))
                .toList();
        return new Reasons(
                view.startOfTick(tick),
                motives,
                RunView.estimate(findings.objectors().stopped()),
                objectors);
    }

    /** The tick of the last recorded rise of the focus state, else the last one of the record, else the last one. */
    private int weighedTick() {
        var last = findings.dates().stream()
                .filter(dates -> dates.step().state().equals(scenario.focus().state()))
                .map(dates -> dates.step().date())
                .max(Comparator.naturalOrder())
                .orElse(view.lastRecorded());
        int tick = 0;
        for (int k = 0; k < world.ticks(); k++) {
            if (!view.startOfTick(k).isAfter(last)) {
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

    private Doubt doubt() {
        return new Doubt(
                scenario.calibratedUntil(),
                findings.ensemble().drawn(),
                findings.shares().stream().map(this::share).toList(),
                swing());
    }

    private Doubt.Share share(SpreadShare share) {
        boolean headline = share.kind() == SpreadShare.Kind.HEADLINE;
        String outcome = headline
                ? view.stateName() + " is a full member of " + view.blocName() + " by the end of "
                        + view.end().getYear()
                : "Full members of " + BlocName.of(share.bloc()) + " at the end of "
                        + view.end().getYear();
        return new Doubt.Share(
                outcome,
                headline,
                share.mean(),
                share.deviation(),
                share.deviationOverParameters(),
                Double.isNaN(share.parameters().value()) ? null : Estimate.of(share.parameters()));
    }

    /** The what-if that moves a probability of the focus state in the focus bloc most; null if none speaks of one. */
    private Doubt.@Nullable Swing swing() {
        int speak = 0;
        String name = "";
        PairedDifference most = null;
        for (var found : findings.whatIfs().values()) {
            boolean speaks = false;
            for (var one : found.differences()) {
                if (one.expectation().state().equals(scenario.focus().state())
                        && one.expectation().bloc().equals(scenario.focus().bloc())) {
                    speaks = true;
                    if (most == null
                            || Math.abs(one.difference().value())
                                    > Math.abs(most.difference().value())) {
                        most = one;
                        name = found.prepared().scenario().title();
                    }
                }
            }
            speak += speaks ? 1 : 0;
        }
        return most == null
                ? null
                : new Doubt.Swing(name, speak, difference(most).measure(), most.base(), most.changed());
    }

    private static WhatIf.Difference difference(PairedDifference found) {
        int sign = found.expectation().sign();
        return new WhatIf.Difference(
                "P(" + found.expectation().status() + " or higher by "
                        + found.expectation().by().getYear() + ")",
                sign > 0 ? WhatIf.Sign.RISE : sign < 0 ? WhatIf.Sign.FALL : WhatIf.Sign.NONE,
                found.base(),
                found.changed(),
                RunView.estimate(found.difference()));
    }
}
