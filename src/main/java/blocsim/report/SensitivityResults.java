package blocsim.report;

import blocsim.experiment.Sensitivity;
import blocsim.input.JsonText;
import blocsim.report.ResultTable.Column;
import blocsim.scenario.Factor;
import blocsim.stats.Interval;
import blocsim.stats.MorrisEffects;
import blocsim.stats.SobolIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what an analysis of sensitivity found: a table, charts, a page, and the sentences that are printed. */
public final class SensitivityResults {
    /** Every index of every factor and output. */
    public static final ResultTable SENSITIVITY = new ResultTable(
            "sensitivity.csv",
            "one index of one factor for one output, or of an output itself where the factor is empty",
            List.of(
                    new Column("output", "string", "name of the output's column in the table of runs"),
                    new Column("method", "string", "morris, sobol, pawn or swings"),
                    new Column(
                            "factor", "string", "name of the factor's column; empty for a figure of the output itself"),
                    new Column(
                            "index",
                            "string",
                            "morris: mu, mu_star, sigma without luck, luck (standard error of one effect), mu_star_of_luck;"
                                    + " sobol: first, total, and of the output variance without luck and luck (share of a single"
                                    + " run's variance); pawn: median and maximum over slices, and of the output what a factor"
                                    + " without effect stays below in 95 % of cases; swings: low, high, swing, and mean of the output"),
                    new Column(
                            "value",
                            "number",
                            "morris, swings and variance in the output's unit (of the variance squared), morris over a"
                                    + " factor's whole range; sobol and pawn as shares; empty where it cannot be told"),
                    new Column(
                            "lower", "number", "lower end of the 95 % bootstrap interval; empty where there is none"),
                    new Column("upper", "number", "upper end of that interval"),
                    new Column(
                            "n",
                            "integer",
                            "what the figure rests on: trajectories (morris), base rows (sobol), runs (pawn), points (swings)"),
                    new Column(
                            "dropped",
                            "integer",
                            "what failed runs took away: effects of all factors (morris), base rows (sobol), runs (pawn),"
                                    + " points (swings)")));

    private SensitivityResults() {}

    /** The tables in the order of the data dictionary. */
    public static List<ResultTable> tables() {
        return List.of(SENSITIVITY);
    }

    /**
     * What is said of one output.
     *
     * @param name of its column
     * @param what it is, in words
     * @param sentences what decides it
     * @param charts what shows it
     * @param tables figures that no chart shows
     */
    record Part(String name, String what, List<String> sentences, List<Chart> charts, List<Table> tables) {
        /** Copies the lists. */
        Part {
            sentences = List.copyOf(sentences);
            charts = List.copyOf(charts);
            tables = List.copyOf(tables);
        }
    }

    /**
     * Writes everything into a folder that exists and is empty.
     *
     * @param command that makes it again
     */
    public static void write(Sensitivity found, String version, String command, Path folder) throws IOException {
        try (var sheet = new CsvSheet(folder, SENSITIVITY)) {
            for (var finding : found.findings()) {
                if (finding instanceof Sensitivity.Screened screened) {
                    rows(screened, found.study().factors(), sheet);
                } else {
                    rows((Sensitivity.Shared) finding, found.study().factors(), sheet);
                }
            }
        }
        var parts = parts(found);
        var charts = Files.createDirectory(folder.resolve("charts"));
        for (var part : parts) {
            for (var chart : part.charts()) {
                Drawing.whole(chart, Size.SLIDE).write(charts, 1);
            }
        }
        Files.writeString(
                folder.resolve("sensitivity.html"), SensitivityPage.html(found, parts, said(found), version, command));
        var study = found.study();
        Files.writeString(
                folder.resolve("datapackage.json"),
                JsonText.write(ResultTable.dictionary(study.name() + "-sensitivity", study.title(), tables())));
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "sensitivity");
        manifest.put("program", "blocsim " + version);
        manifest.put("study", study.name());
        manifest.put("scenario", study.scenario().name());
        manifest.put("scenarioHash", study.scenario().hash());
        manifest.put("seed", study.seed());
        var outputs = new LinkedHashMap<String, Object>();
        found.findings().forEach(one -> outputs.put(one.output().name(), SensitivityCharts.words(one.output())));
        manifest.put("outputs", outputs);
        manifest.put("runs", found.runs());
        manifest.put("failed", found.failed());
        manifest.put("resamples", Sensitivity.RESAMPLES);
        manifest.put("command", command);
        Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest));
    }

    /** The sentences, output by output, for a terminal. */
    public static List<String> lines(Sensitivity found) {
        var lines = new ArrayList<String>();
        for (var part : parts(found)) {
            lines.add(part.name() + ": " + part.what());
            part.sentences().forEach(sentence -> lines.add("  " + sentence));
        }
        lines.addAll(said(found));
        return lines.stream().map(line -> line.replace('\u00a0', ' ')).toList();
    }

    /** What holds for all outputs: failed runs, and outputs that were left aside. */
    /** The charts of its page, output by output. */
    public static List<Chart> charts(Sensitivity found) {
        return parts(found).stream().flatMap(part -> part.charts().stream()).toList();
    }

    private static List<String> said(Sensitivity found) {
        var said = new ArrayList<String>();
        said.add(
                found.failed() == 0
                        ? "All " + Numbers.count(found.runs()) + " runs finished."
                        : Numbers.count(found.failed()) + " of " + Numbers.count(found.runs())
                                + " runs failed. Nothing is put in their place: what hangs on them is left out, and figures"
                                + " are of the rest.");
        for (var output : found.aside()) {
            said.add(output.name() + " is left aside, since it is " + Sensitivity.what(output) + ". "
                    + Sensitivity.remedy(output));
        }
        return said;
    }

    /** What is said of each output. */
    static List<Part> parts(Sensitivity found) {
        return found.findings().stream()
                .map(finding -> finding instanceof Sensitivity.Screened screened
                        ? part(found, screened)
                        : part(found, (Sensitivity.Shared) finding))
                .toList();
    }

    private static String source(Sensitivity found) {
        return SensitivityCharts.source(
                found.study().name(), found.runs(), found.study().seed());
    }

    private static List<String> names(List<Factor> factors) {
        return factors.stream().map(factor -> factor.name().replace('_', ' ')).toList();
    }

    private static Part part(Sensitivity found, Sensitivity.Screened screened) {
        String what = OutputWords.decided(screened.output());
        var effects = screened.effects();
        var factors = MorrisChart.factors(names(found.study().factors()), effects);
        if (factors.isEmpty()) {
            return new Part(
                    screened.output().name(),
                    what,
                    List.of("Every effect was lost to failed runs, so that nothing can be said."),
                    List.of(),
                    List.of());
        }
        boolean replicated = effects.factors().get(0).luck() != null;
        var chart = new MorrisChart(what, OutputWords.unit(screened.output()), replicated, factors, source(found));
        return new Part(
                screened.output().name(),
                what,
                SensitivitySentences.morris(chart, effects),
                List.of(Relabelled.ofOutput(screened.output().name(), chart)),
                List.of());
    }

    private static Part part(Sensitivity found, Sensitivity.Shared shared) {
        var output = shared.output();
        var names = names(found.study().factors());
        String what = OutputWords.decided(output);
        var indices = shared.indices();
        var sentences = new ArrayList<String>();
        var charts = new ArrayList<Chart>();
        var factors = SobolChart.factors(names, indices);
        if (factors.isEmpty()) {
            sentences.add("What the factors do to it is not told from nothing: its means vary by no more than luck.");
            sentences.add(SensitivitySentences.luck(finite(indices.luck())));
        } else {
            var chart = new SobolChart(what, indices.luck() != null, factors, source(found));
            sentences.addAll(SensitivitySentences.sobol(chart, finite(indices.luck())));
            charts.add(Relabelled.ofOutput(output.name(), chart));
        }
        var tables = new ArrayList<Table>();
        if (!Double.isNaN(shared.pawn().medianOfNone())) {
            sentences.add(SensitivitySentences.pawn(names, shared.pawn()));
            tables.add(pawn(names, shared));
            var distances = PawnChart.factors(names, shared.pawn());
            if (!distances.isEmpty()) {
                charts.add(Relabelled.ofOutput(
                        output.name(),
                        new PawnChart(
                                OutputWords.moved(output),
                                Decimals.kept(shared.pawn().medianOfNone()),
                                distances,
                                source(found))));
            }
        }
        if (shared.swings() != null) {
            var swings =
                    TornadoChart.factors(names(Sensitivity.ordered(found.study().factors())), shared.swings());
            if (!swings.isEmpty()) {
                charts.add(Relabelled.ofOutput(
                        output.name(),
                        new TornadoChart(
                                OutputWords.moved(output),
                                OutputWords.unit(output),
                                Decimals.kept(shared.swings().mean()),
                                swings,
                                source(found))));
            }
        }
        if (indices.droppedBlocks() + indices.droppedReplicates() > 0) {
            sentences.add(Numbers.count(indices.droppedBlocks()) + " of "
                    + Numbers.count(indices.blocks() + indices.droppedBlocks())
                    + " base rows were left out of the indices, and " + Numbers.count(indices.droppedReplicates())
                    + " replicates of base rows, since a run failed or was not made at each of their points.");
        }
        return new Part(output.name(), what, sentences, charts, tables);
    }

    private static @Nullable Interval finite(@Nullable Interval interval) {
        return interval == null || Double.isNaN(interval.value()) ? null : interval;
    }

    private static Table pawn(List<String> names, Sensitivity.Shared shared) {
        var rows = new ArrayList<List<String>>();
        for (int j = 0; j < names.size(); j++) {
            var factor = shared.pawn().factors().get(j);
            rows.add(List.of(names.get(j), distance(factor.median()), distance(factor.maximum())));
        }
        rows.add(List.of(
                "A factor without effect stays below",
                Numbers.decimal(shared.pawn().medianOfNone()),
                Numbers.decimal(shared.pawn().maximumOfNone())));
        return new Table(
                "PAWN: how far the distribution moves when a factor is held in a slice of its range (0 to 1), with 95\u00a0%"
                        + " intervals",
                List.of("Factor", "Median over slices", "Maximum"), rows);
    }

    private static String distance(Interval interval) {
        return Numbers.decimal(interval.value()) + " (" + Numbers.decimal(interval.lower()) + " to "
                + Numbers.decimal(interval.upper()) + ")";
    }

    private static void rows(Sensitivity.Screened screened, List<Factor> factors, CsvSheet sheet) throws IOException {
        MorrisEffects effects = screened.effects();
        var rows = new IndexRows(
                "morris", screened.output().name(), effects.trajectories(), effects.droppedEffects(), sheet);
        for (int j = 0; j < factors.size(); j++) {
            var of = effects.factors().get(j);
            String name = factors.get(j).name();
            rows.interval(name, "mu", of.mu());
            rows.interval(name, "mu_star", of.muStar());
            rows.interval(name, "sigma", of.sigma());
            Double luck = of.luck();
            if (luck != null) {
                rows.value(name, "luck", luck);
                rows.value(name, "mu_star_of_luck", of.muStarOfLuck());
            }
        }
    }

    private static void rows(Sensitivity.Shared shared, List<Factor> factors, CsvSheet sheet) throws IOException {
        SobolIndices indices = shared.indices();
        String output = shared.output().name();
        var sobol = new IndexRows("sobol", output, indices.blocks(), indices.droppedBlocks(), sheet);
        for (int j = 0; j < factors.size(); j++) {
            sobol.interval(
                    factors.get(j).name(), "first", indices.factors().get(j).first());
            sobol.interval(
                    factors.get(j).name(), "total", indices.factors().get(j).total());
        }
        sobol.value("", "variance", indices.variance());
        var luck = indices.luck();
        if (luck != null) {
            sobol.interval("", "luck", luck);
        }
        var pawn = new IndexRows(
                "pawn", output, shared.pawn().runs(), shared.pawn().droppedRuns(), sheet);
        for (int j = 0; j < factors.size(); j++) {
            pawn.interval(
                    factors.get(j).name(),
                    "median",
                    shared.pawn().factors().get(j).median());
            pawn.interval(
                    factors.get(j).name(),
                    "maximum",
                    shared.pawn().factors().get(j).maximum());
        }
        pawn.value("", "median", shared.pawn().medianOfNone());
        pawn.value("", "maximum", shared.pawn().maximumOfNone());
        var found = shared.swings();
        if (found != null) {
            var swings = new IndexRows("swings", output, found.points(), found.droppedPoints(), sheet);
            var ordered = Sensitivity.ordered(factors);
            for (int j = 0; j < ordered.size(); j++) {
                swings.interval(
                        ordered.get(j).name(), "low", found.factors().get(j).low());
                swings.interval(
                        ordered.get(j).name(), "high", found.factors().get(j).high());
                swings.interval(
                        ordered.get(j).name(), "swing", found.factors().get(j).swing());
            }
            swings.value("", "mean", found.mean());
        }
    }

    /** Rows of one method and output. */
    private record IndexRows(String method, String output, long n, long dropped, CsvSheet sheet) {
        void interval(String factor, String index, Interval interval) throws IOException {
            row(factor, index, interval.value(), interval.lower(), interval.upper());
        }

        void value(String factor, String index, double value) throws IOException {
            row(factor, index, value, Double.NaN, Double.NaN);
        }

        private void row(String factor, String index, double value, double lower, double upper) throws IOException {
            sheet.row(
                    output,
                    method,
                    factor,
                    index,
                    Decimals.of(value),
                    Decimals.of(lower),
                    Decimals.of(upper),
                    Long.toString(n),
                    Long.toString(dropped));
        }
    }
}
