package blocsim.report;

import blocsim.experiment.Comparison;
import blocsim.experiment.Ensemble;
import blocsim.experiment.Findings;
import blocsim.experiment.PairedRuns;
import blocsim.experiment.Prepared;
import blocsim.experiment.Progress;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import blocsim.store.Derived;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The charts of a folder of results, drawn anew.
 *
 * <p>Those of a back-test, a calibration, an analysis of sensitivity and measured costs are drawn from the tables there. The tables of a
 * run or a comparison do not hold all that charts show, so scenarios are run again with the seed and the replicates of the manifest, and
 * {@code summary.csv} or {@code status_differences.csv} must come out the same to the last byte.
 */
public final class Redrawing {
    private static final String MANIFEST = "manifest.json";
    private static final String CHARTS = "charts";

    /** A form of file. */
    public enum Format {
        /** Scalable, with real text. */
        SVG,
        /** Pixels. */
        PNG
    }

    /**
     * How charts are drawn.
     *
     * @param only names of charts; empty for those that the folder has, or all if it has none
     * @param size the frame
     * @param formats at least one
     * @param scale of PNG, as of {@link Drawing#png}
     */
    public record Wish(List<String> only, Size size, Set<Format> formats, int scale) {
        /** Copies the collections. */
        public Wish {
            only = List.copyOf(only);
            formats = Set.copyOf(formats);
        }
    }

    /** What a folder can hold that has charts. */
    private enum Kind {
        RUN,
        COMPARISON,
        BACKTEST,
        CALIBRATION,
        SENSITIVITY,
        BENCH
    }

    private static final String HOLDERS =
            "name the folder of a run, a comparison, an analysis of sensitivity, a back-test, a calibration or measured costs";

    private final Path folder;
    private final JsonSource.Members manifest;
    private final Path file;
    private final Kind kind;

    private Redrawing(Path folder, Path file, JsonSource.Members manifest, Kind kind) {
        this.folder = folder;
        this.file = file;
        this.manifest = manifest;
        this.kind = kind;
    }

    /**
     * A folder whose charts can be drawn anew; that of a study stands for the analysis of sensitivity in it.
     *
     * @throws InputException if it is none
     */
    public static Redrawing of(Path folder) throws InputException {
        var analysis = folder.resolve(Derived.SENSITIVITY);
        if (Files.isRegularFile(folder.resolve(RunStore.FILE))) {
            if (!Files.isRegularFile(analysis.resolve(MANIFEST))) {
                throw problem(
                        folder,
                        "",
                        "holds the runs of a study and no analysis of them that has charts",
                        "run blocsim sensitivity on the study, if its design is Morris's or Saltelli's");
            }
            return of(analysis);
        }
        var costs = folder.resolve(CostTable.FILE);
        boolean measured = !Files.isRegularFile(folder.resolve(MANIFEST)) && Files.isRegularFile(costs);
        var file = measured ? costs : folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw problem(folder, "", "holds no results of blocsim that have charts", HOLDERS);
        }
        if (!(JsonSource.read(file) instanceof JsonSource.Members manifest)
                || !(manifest.get("kind") instanceof JsonSource.Text kind)) {
            throw problem(file, "/kind", "is not there", HOLDERS);
        }
        for (Kind known : Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind.text())) {
                return new Redrawing(folder, file, manifest, known);
            }
        }
        throw problem(file, "/kind", "is " + kind.text() + ", which has no charts", HOLDERS);
    }

    /** Where the folder's own charts stand. */
    public Path charts() {
        return kind == Kind.BENCH ? folder : folder.resolve(CHARTS);
    }

    /** Whether scenarios must be run again. */
    public boolean runs() {
        return kind == Kind.RUN || kind == Kind.COMPARISON;
    }

    /** How many replicates must be run again, of all scenarios; 0 if none. */
    public int replicates() throws InputException {
        return runs()
                ? (int) whole("replicates")
                        * (kind == Kind.RUN ? 1 : scenarios().size())
                : 0;
    }

    /**
     * Draws.
     *
     * @param target where the files go; made if it is missing
     * @param threads how many replicates run at once
     * @param progress hears of each
     * @return the files written, in order
     * @throws InputException if a name is unknown, or what the folder holds cannot be drawn
     */
    public List<Path> draw(Wish wish, Path target, int threads, Progress progress) throws InputException, IOException {
        var charts = chosen(wish.only(), placed(threads, progress));
        var files = new ArrayList<Path>();
        for (Placed placed : charts) {
            Chart chart = placed.chart();
            String name = wish.size().equals(Size.SLIDE)
                    ? chart.name()
                    : chart.name() + "-" + wish.size().name();
            var into = Files.createDirectories(target.resolve(placed.folder()));
            var drawing = Drawing.whole(chart, wish.size());
            if (wish.formats().contains(Format.SVG)) {
                files.add(Files.writeString(into.resolve(name + ".svg"), drawing.svg()));
            }
            if (wish.formats().contains(Format.PNG)) {
                files.add(Files.write(into.resolve(name + ".png"), drawing.png(wish.scale())));
            }
        }
        return files;
    }

    private List<Placed> placed(int threads, Progress progress) throws InputException, IOException {
        return switch (kind) {
            case RUN -> here(run(threads, progress));
            case COMPARISON -> comparison(threads, progress);
            case BACKTEST -> here(BacktestCharts.read(folder, BacktestCharts.source(text("scenario"), whole("seed"))));
            case SENSITIVITY -> here(SensitivityCharts.read(folder, manifest));
            case BENCH -> here(List.of(CostTable.chart(file, manifest)));
            case CALIBRATION -> here(calibration());
        };
    }

    private static List<Placed> here(List<? extends Chart> charts) {
        return charts.stream().map(Placed::here).toList();
    }

    private List<Chart> calibration() throws InputException, IOException {
        if (!Files.exists(folder.resolve(CalibrationResults.ESTIMATES.file()))) {
            throw problem(
                    folder, "", "holds a recovery, which has no charts", "run blocsim calibrate without --recover");
        }
        String source = CalibrationResults.source(text("scenario"), whole("seed"));
        return List.of(EstimatesChart.read(folder, source));
    }

    private List<Placed> chosen(List<String> only, List<Placed> charts) throws InputException {
        if (charts.isEmpty()) {
            throw problem(folder, "", "has figures of which no chart can be drawn", HOLDERS);
        }
        if (only.isEmpty()) {
            var there = charts.stream().filter(this::isThere).toList();
            return there.isEmpty() ? charts : there;
        }
        var names =
                charts.stream().map(placed -> placed.chart().name()).distinct().toList();
        var problems = new ArrayList<InputProblem>();
        for (String name : only) {
            if (!names.contains(name)) {
                problems.add(new InputProblem(
                        "--only",
                        0,
                        "",
                        "there is no chart \"" + name + "\"" + Nearest.hint(name, names),
                        "give one of " + String.join(", ", names)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return charts.stream()
                .filter(placed -> only.contains(placed.chart().name()))
                .toList();
    }

    private boolean isThere(Placed placed) {
        var place = charts().resolve(placed.folder());
        return Files.exists(place.resolve(placed.chart().name() + ".svg"))
                || Files.exists(place.resolve(placed.chart().name() + ".png"));
    }

    private List<Chart> run(int threads, Progress progress) throws InputException, IOException {
        var prepared = prepared(folder.resolve("scenario.json"));
        var ensemble = prepared.run(whole("seed"), replicates(), threads, progress);
        check(RunTables.SUMMARY.file(), draft -> new RunTables(draft).summary(ensemble));
        return charts(prepared, ensemble);
    }

    /** All charts of a run. */
    static List<Chart> charts(Prepared prepared, Ensemble ensemble) {
        var report = new RunReport(Findings.of(prepared, ensemble), true);
        var charts = new ArrayList<>(report.outcome());
        charts.addAll(report.why());
        charts.addAll(report.aside());
        return charts;
    }

    private List<Placed> comparison(int threads, Progress progress) throws InputException, IOException {
        var scenarios = new ArrayList<Prepared>();
        for (String name : scenarios()) {
            scenarios.add(prepared(folder.resolve(ComparisonResults.SCENARIOS).resolve(name + ".json")));
        }
        Comparison.check(scenarios);
        var found = PairedRuns.of(scenarios, whole("seed"), (int) whole("replicates"), threads, progress);
        check(ComparisonResults.STATUSES.file(), draft -> ComparisonResults.statuses(found, draft));
        return ComparisonResults.charts(found);
    }

    private List<String> scenarios() throws InputException {
        if (manifest.get("scenarios") instanceof JsonSource.Members all
                && all.members().size() > 1) {
            return List.copyOf(all.members().keySet());
        }
        throw problem(file, "/scenarios", "does not name two or more", "run the comparison again");
    }

    /** A scenario of the folder, with parameters drawn or fixed as they were. */
    private Prepared prepared(Path scenario) throws InputException {
        // What-ifs stand in files beside the scenario's, and no chart shows them.
        var read = Prepared.read(scenario, List.of("/whatIfs=[]"));
        return manifest.get("parameters") instanceof JsonSource.Text text
                        && text.text().equals("fixed")
                ? read.fixed()
                : read;
    }

    private interface Table {
        void write(Path draft) throws IOException;
    }

    /** Writes a table beside the folder and compares it with the folder's. */
    private void check(String name, Table table) throws InputException, IOException {
        var draft = Files.createTempDirectory("blocsim-charts");
        var written = draft.resolve(name);
        try {
            table.write(draft);
            var kept = folder.resolve(name);
            if (!Files.exists(kept) || Files.mismatch(written, kept) >= 0) {
                throw problem(
                        kept,
                        "",
                        "is not what this version of the program gives for the folder's scenario and seed",
                        "draw with the version in the manifest, or run it again");
            }
        } finally {
            Files.deleteIfExists(written);
            Files.delete(draft);
        }
    }

    private String text(String key) throws InputException {
        if (manifest.get(key) instanceof JsonSource.Text text) {
            return text.text();
        }
        throw problem(file, "/" + key, "is no text", "make the results again");
    }

    private long whole(String key) throws InputException {
        if (manifest.get(key) instanceof JsonSource.Numeral number && number.whole()) {
            return number.exact().longValueExact();
        }
        throw problem(file, "/" + key, "is no whole number", "make the results again");
    }

    private static InputException problem(Path file, String pointer, String what, String remedy) {
        return new InputException(List.of(new InputProblem(file.toString(), 0, pointer, what, remedy)));
    }
}
