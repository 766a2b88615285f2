package blocsim.report;

import blocsim.experiment.Explanation;
import blocsim.experiment.StandingAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation as charts. */
public final class ExplanationCharts {
    private ExplanationCharts() {}

    /** The motives as a waterfall, and the stances of the incumbents unless there is none. */
    public static List<Chart> of(Explanation explanation) {
        var world = explanation.prepared().world();
        var focus = explanation.prepared().scenario().focus();
        var bid = explanation.bid();
        var ladder = world.blocs().get(explanation.prepared().focusBloc()).ladder();
        String state = world.states().get(world.state(focus.state())).name();
        String bloc = BlocName.of(focus.bloc());
        String rung = ladder.id(bid.rung());
        String source = "blocsim, scenario " + explanation.prepared().scenario().name()
                + ", "
                + (explanation.standing() instanceof StandingAt.Simulated simulated
                        ? "standings before the day simulated, " + simulated.below() + " of " + simulated.replicates()
                                + " replicates"
                        : "standings before the day as on record");
        var steps = new ArrayList<WaterfallChart.Step>();
        explanation
                .motives()
                .forEach((motive, part) -> steps.add(new WaterfallChart.Step(
                        motive.substring(0, 1).toUpperCase(Locale.ROOT) + motive.substring(1), part)));
        var charts = new ArrayList<Chart>();
        charts.add(new WaterfallChart(
                state,
                bloc,
                rung,
                ladder.id(held(explanation.standing(), bid.rung()))
                        + (bid.forgone() == 0 ? "" : " with what it would leave"),
                explanation.date(),
                steps,
                bid.value(),
                bid.valueNow() + bid.forgone(),
                source));
        if (!bid.stances().isEmpty()) {
            charts.add(new StancesChart(
                    state,
                    bloc,
                    rung,
                    explanation.date(),
                    bid.stances().stream()
                            .map(stance -> new StancesChart.Stance(
                                    world.states().get(stance.member()).name(), stance.objects(), stance.first()))
                            .toList(),
                    source));
        }
        return charts;
    }

    /** The rung in force or, where that differs from replicate to replicate, the one below the rung in question in most of them. */
    private static int held(StandingAt standing, int rung) {
        if (standing instanceof StandingAt.Recorded recorded) {
            return recorded.held();
        }
        int held = 0;
        if (standing instanceof StandingAt.Simulated simulated) {
            for (int below = 0; below < rung; below++) {
                held = simulated.held().getOrDefault(below, 0)
                                > simulated.held().getOrDefault(held, 0)
                        ? below
                        : held;
            }
        }
        return held;
    }
}
