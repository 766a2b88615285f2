package blocsim.api;

import blocsim.experiment.Findings;
import blocsim.report.RunReport;
import java.util.List;
import java.util.stream.Stream;

/** The charts of an ensemble, those of outcomes before those of reasons, then maps: the same as {@code blocsim run --full} draws. */
public final class Charts {
    private final List<Chart> all;

    private Charts(List<Chart> all) {
        this.all = List.copyOf(all);
    }

    /** The charts of an ensemble. */
    public static Charts of(Ensemble ensemble) {
        return of(ensemble.findings());
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
