package blocsim.api;

import blocsim.experiment.Findings;
import blocsim.experiment.Sensitivity;
import blocsim.fit.Backtest;
import blocsim.report.Estimate;
import blocsim.report.ReliabilityChart;
import blocsim.report.RunReport;
import blocsim.report.SensitivityResults;
import blocsim.stats.Reliability;
import java.util.List;
import java.util.stream.Stream;

/**
 * Charts by their names: of an ensemble those that {@code blocsim run --full} draws, outcomes before reasons, then maps; of what decides a
 * study those of {@code blocsim sensitivity}; of a back-test its reliability.
 */
public final class Charts {
    /** Edges of the bins of reliability: chances of a year, most of which are small. */
    private static final double[] EDGES = {0, .0003, .001, .003, .01, .03, .1, .3, 1};

    private final List<Chart> all;

    private Charts(List<Chart> all) {
        this.all = List.copyOf(all);
    }

    /** The charts of an ensemble. */
    public static Charts of(Ensemble ensemble) {
        return of(ensemble.findings());
    }

    /** The charts of what decides the outputs of a study: effects by Morris, or Sobol' indices and swings. */
    public static Charts of(Sensitivity found) {
        return new Charts(
                SensitivityResults.charts(found).stream().map(Chart::new).toList());
    }

    /**
     * The chart {@code reliability} of a back-test: how often a decision came within a year, over how likely it was held, for the model and
     * for its best baseline.
     */
    public static Charts of(Backtest found) {
        var lines = Stream.of("model", "logit-c")
                .map(source -> new ReliabilityChart.Line(
                        source,
                        found.scores().reliability(source, EDGES).stream()
                                .map(Charts::point)
                                .toList()))
                .toList();
        return new Charts(List.of(new Chart(
                new ReliabilityChart("a decision within a year", lines, "Record of requests and decisions"))));
    }

    private static ReliabilityChart.Point point(Reliability.Bin bin) {
        var share = bin.frequency();
        return new ReliabilityChart.Point(
                bin.forecast(), new Estimate(share.value(), share.lower(), share.upper()), bin.events(), bin.count());
    }

    private static Charts of(Findings findings) {
        var report = new RunReport(findings, true);
        return new Charts(Stream.of(report.outcome(), report.why(), report.aside())
                .flatMap(List::stream)
                .map(Chart::new)
                .toList());
    }

    /** Every chart. */
    public List<Chart> all() {
        return all;
    }

    /** Their names. */
    public List<String> names() {
        return all.stream().map(Chart::name).toList();
    }

    /**
     * One chart.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public Chart get(String name) {
        return all.stream()
                .filter(chart -> chart.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no chart \"" + name + "\"; there are " + String.join(", ", names())));
    }
}
