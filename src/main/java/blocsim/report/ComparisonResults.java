package blocsim.report;

import blocsim.experiment.Comparison;
import blocsim.experiment.Findings;
import blocsim.experiment.Objectors;
import blocsim.experiment.PairedRuns;
import blocsim.input.JsonText;
import blocsim.model.Motive;
import blocsim.report.ResultTable.Column;
import blocsim.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a comparison of scenarios leaves: tables of differences, charts side by side, and a few lines in words. */
public final class ComparisonResults {
    /** Differences in the probabilities of statuses. */
    public static final ResultTable STATUSES = new ResultTable(
            "status_differences.csv",
            "the difference in the share of runs in which a state holds a status at the end of a tick, over pairs of runs with the same luck",
            List.of(
                    new Column("scenario", "string", "name of the scenario compared with the first"),
                    new Column("date", "date", "last day of the tick"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the state"),
                    new Column("status", "string", "rung in force; none for an outsider"),
                    new Column("difference", "number", "share of runs in it less share in the first"),
                    new Column(
                            "lower",
                            "number",
                            "lower end of its 95 % interval for matched pairs (Agresti and Min 2005)"),
                    new Column("upper", "number", "upper end of that interval")));

    /** Differences in motives of the focus. */
    public static final ResultTable MOTIVES = new ResultTable(
            "motive_differences.csv",
            "the mean difference in what a motive adds to the value of full membership for the focus state, over pairs of runs",
            List.of(
                    new Column("scenario", "string", "name of the scenario compared with the first"),
                    new Column("date", "date", "first day of the tick"),
                    new Column("motive", "string", "the motive, or cost, which counts below zero"),
                    new Column("difference", "number", "in utility"),
                    new Column("lower", "number", "lower end of the 95 % interval of the mean"),
                    new Column("upper", "number", "upper end of that interval")));

    /** Where the scenarios stand, each under its name, with all that it extends. */
    static final String SCENARIOS = "scenarios";

    private ComparisonResults() {}

    /** The tables, in the order of the data dictionary. */
    public static List<ResultTable> tables() {
        return List.of(STATUSES, MOTIVES);
    }

    /**
     * Writes a comparison into a folder that exists and is empty.
     *
     * @param command that makes it again
     */
    public static void write(PairedRuns found, String version, String command, Path folder) throws IOException {
        statuses(found, folder);
        try (var motives = new CsvSheet(folder, MOTIVES)) {
            for (var comparison : found.comparisons()) {
                motives(comparison, motives);
            }
        }
        var texts = Files.createDirectory(folder.resolve(SCENARIOS));
        for (var one : found.findings()) {
            var scenario = one.prepared().scenario();
            Files.writeString(texts.resolve(scenario.name() + ".json"), JsonText.write(scenario.tree()));
        }
        var drawn = Files.createDirectory(folder.resolve("charts"));
        for (var chart : charts(found)) {
            Drawing.whole(chart.chart(), Size.SLIDE).write(drawn.resolve(chart.folder()), 1);
        }
        var base = found.base();
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "comparison");
        manifest.put("program", "blocsim " + version);
        var hashes = new LinkedHashMap<String, Object>();
        found.findings()
                .forEach(one -> hashes.put(
                        one.prepared().scenario().name(),
                        one.prepared().scenario().hash()));
        manifest.put("scenarios", hashes);
        manifest.put("seed", base.ensemble().seed());
        manifest.put("replicates", base.ensemble().replicates());
        manifest.put("parameters", base.ensemble().drawn() ? "drawn" : "fixed");
        manifest.put("command", command);
        Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest));
    }

    /** Writes the table of statuses into a folder. */
    static void statuses(PairedRuns found, Path folder) throws IOException {
        try (var sheet = new CsvSheet(folder, STATUSES)) {
            for (var comparison : found.comparisons()) {
                statuses(comparison, sheet);
            }
        }
    }

    /** The charts, each in the folder of its scenario: rungs and motives of all, and what changes in all but the first. */
    static List<Placed> charts(PairedRuns found) {
        var charts = new ArrayList<Placed>();
        for (int n = 0; n < found.findings().size(); n++) {
            var scenario = found.findings().get(n).prepared().scenario();
            var drawn = new RunCharts(new RunView(found.findings().get(n)));
            Stream.of(drawn.rungChart(), drawn.motivesChart())
                    .flatMap(Optional::stream)
                    .forEach(chart ->
                            charts.add(new Placed(scenario.name(), Relabelled.ofScenario(scenario.title(), chart))));
            if (n > 0 && found.base().prepared().world().ticks() > 1) {
                charts.add(new Placed(
                        scenario.name(),
                        differences(found.base(), found.comparisons().get(n - 1))));
            }
        }
        return charts;
    }

    private static void statuses(Comparison comparison, CsvSheet sheet) throws IOException {
        var world = comparison.before().world();
        String name = comparison.changed().scenario().name();
        for (int k = 0; k < world.ticks(); k++) {
            for (int b = 0; b < world.blocs().size(); b++) {
                var ladder = world.blocs().get(b).ladder();
                for (int i = 0; i < world.states().size(); i++) {
                    for (int rung = 0; rung <= ladder.top(); rung++) {
                        var difference = comparison.status(k, b, i, rung);
                        if (difference != null) {
                            sheet.row(
                                    name,
                                    RunTables.date(world.bounds().get(k + 1) - 1),
                                    RunTables.bloc(world, b),
                                    RunTables.state(world, i),
                                    ladder.id(rung),
                                    Decimals.of(difference.value()),
                                    Decimals.of(difference.lower()),
                                    Decimals.of(difference.upper()));
                        }
                    }
                }
            }
        }
    }

    private static void motives(Comparison comparison, CsvSheet sheet) throws IOException {
        var world = comparison.before().world();
        for (int k = 0; k < world.ticks(); k++) {
            for (Motive motive : Motive.values()) {
                motive(comparison, k, motive, motive.label(), sheet);
            }
            motive(comparison, k, null, "cost", sheet);
        }
    }

    private static void motive(Comparison comparison, int tick, @Nullable Motive motive, String label, CsvSheet sheet)
            throws IOException {
        var difference = comparison.motive(tick, motive);
        sheet.row(
                comparison.changed().scenario().name(),
                RunTables.date(comparison.before().world().bounds().get(tick)),
                label,
                Decimals.of(difference.value()),
                Decimals.of(difference.lower()),
                Decimals.of(difference.upper()));
    }

    private static DifferenceChart differences(Findings base, Comparison comparison) {
        var view = new RunView(base);
        var world = comparison.before().world();
        var lines = new ArrayList<DifferenceChart.Line>();
        for (int rung = 0; rung <= view.top(); rung++) {
            var points = new ArrayList<DatedEstimate>();
            for (int k = 0; k < world.ticks(); k++) {
                var difference = comparison.status(k, view.bloc(), view.state(), rung);
                if (difference != null) {
                    points.add(new DatedEstimate(view.endOfTick(k), points(difference)));
                }
            }
            lines.add(new DifferenceChart.Line(view.rung(rung), points));
        }
        return new DifferenceChart(
                view.stateName(),
                view.blocName(),
                comparison.changed().scenario().title(),
                lines,
                new RunCharts(view).marks(),
                "blocsim, scenarios " + comparison.base().scenario().name() + " and "
                        + comparison.changed().scenario().name() + ", " + view.runs() + " pairs of runs, seed "
                        + base.ensemble().seed());
    }

    private static Estimate points(Interval share) {
        double value = 100 * share.value();
        return new Estimate(value, Math.min(value, 100 * share.lower()), Math.max(value, 100 * share.upper()));
    }

    /** A comparison in words: where chances differ most, and which motive and which objector differ. */
    public static List<String> lines(Findings base, Comparison comparison) {
        var view = new RunView(base);
        var lines = new ArrayList<String>();
        lines.add(comparison.changed().scenario().title());
        lines.addAll(largest(view, comparison));
        lines.add("  " + carriedByMotive(comparison));
        lines.add("  " + carriedByObjector(base, comparison));
        return lines.stream().map(line -> line.replace('\u00a0', ' ')).toList();
    }

    /** For each rung, the day on which the difference in the focus state's chance is largest. */
    private static List<String> largest(RunView view, Comparison comparison) {
        var world = comparison.before().world();
        var lines = new ArrayList<String>();
        for (int rung = 1; rung <= view.top(); rung++) {
            int at = -1;
            Interval most = new Interval(0, 0, 0);
            for (int k = 0; k < world.ticks(); k++) {
                var difference = comparison.status(k, view.bloc(), view.state(), rung);
                if (difference != null && Math.abs(difference.value()) > Math.abs(most.value())) {
                    most = difference;
                    at = k;
                }
            }
            String label =
                    "  P(" + view.stateName() + " is " + view.rung(rung).label().toLowerCase(Locale.ROOT) + ") ";
            lines.add(
                    at < 0
                            ? label + "never differs"
                            : label + "differs most at the end of "
                                    + view.endOfTick(at).getYear() + ": " + Numbers.points(RunView.estimate(most))
                                    + (most.excludes(0) ? "" : ", no clear change"));
        }
        return lines;
    }

    private static String carriedByMotive(Comparison comparison) {
        String carrier = "";
        double most = 0;
        int when = 0;
        for (int k = 0; k < comparison.before().world().ticks(); k++) {
            for (Motive motive : Motive.values()) {
                double difference = comparison.motive(k, motive).value();
                if (Math.abs(difference) > Math.abs(most)) {
                    most = difference;
                    carrier = motive.label();
                    when = k;
                }
            }
        }
        return carrier.isEmpty()
                ? "No motive differs."
                : "The motive that differs most is " + carrier + ": " + Numbers.decimal(most)
                        + " of utility at the start of "
                        + LocalDate.ofEpochDay(
                                        comparison.before().world().bounds().get(when))
                                .getYear() + ".";
    }

    private static String carriedByObjector(Findings base, Comparison comparison) {
        var members = new TreeSet<String>();
        base.objectors().objectors().forEach(objector -> members.add(objector.state()));
        var changed = comparison.after();
        var focus = comparison.base().scenario().focus();
        Objectors.of(
                        changed,
                        changed.world().bloc(focus.bloc()),
                        changed.world().state(focus.state()))
                .objectors()
                .forEach(objector -> members.add(objector.state()));
        String carrier = "";
        Interval most = new Interval(0, 0, 0);
        for (String member : members) {
            var difference = comparison.firstObjector(member);
            if (Math.abs(difference.value()) > Math.abs(most.value())) {
                most = difference;
                carrier = member;
            }
        }
        return carrier.isEmpty()
                ? "No objector differs."
                : "The objector that differs most is " + carrier + ": first to object in "
                        + Numbers.points(RunView.estimate(most)) + " of runs.";
    }
}
