package blocsim.report;

import blocsim.experiment.Explanation;
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
        var examination = explanation.examination();
        var ladder = world.blocs().get(explanation.prepared().focusBloc()).ladder();
        String state = world.states().get(world.state(focus.state())).name();
        String bloc = "the " + focus.bloc();
        String rung = ladder.id(examination.rung());
        String source = "blocsim, scenario " + explanation.prepared().scenario().name()
                + ", standings before the day as on record";
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
                ladder.id(examination.held()) + (examination.forgone() == 0 ? "" : " with what it would leave"),
                explanation.date(),
                steps,
                examination.value(),
                examination.valueNow() + examination.forgone(),
                source));
        if (!examination.stances().isEmpty()) {
            charts.add(new StancesChart(
                    state,
                    bloc,
                    rung,
                    explanation.date(),
                    examination.stances().stream()
                            .map(stance -> new StancesChart.Stance(
                                    world.states().get(stance.member()).name(), stance.objects(), stance.first()))
                            .toList(),
                    source));
        }
        return charts;
    }
}
