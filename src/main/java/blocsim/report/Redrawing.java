package blocsim.report;

import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.experiment.Progress;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The charts of a folder of results, drawn anew.
 *
 * <p>Those of a back-test are drawn from its tables. The tables of a run do not hold all that its charts show, so its scenario is run
 * again with the seed and the replicates of its manifest, and its {@code summary.csv} must come out the same to the last byte.
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

    private final Path folder;
    private final JsonSource.Members manifest;
    private final String kind;

    private Redrawing(Path folder, JsonSource.Members manifest, String kind) {
        this.folder = folder;
        this.manifest = manifest;
        this.kind = kind;
    }

    /**
     * A folder whose charts can be drawn anew.
     *
     * @throws InputException if it is none
     */
    public static Redrawing of(Path folder) throws InputException {
        var file = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw problem(folder, "", "holds no results of blocsim", "name the folder of a run or of a back-test");
        }
        if (!(JsonSource.read(file) instanceof JsonSource.Members manifest)
                || !(manifest.get("kind") instanceof JsonSource.Text kind)) {
            throw problem(file, "/kind", "is not there", "name the folder of a run or of a back-test");
        }
        String remedy = switch (kind.text()) {
            case "run", "backtest" -> "";
            case "sensitivity" -> "run blocsim sensitivity on its study again, which takes the runs that are there";
            case "comparison" -> "run blocsim compare again, as the manifest says under command";
            default -> "name the folder of a run or of a back-test";
        };
        if (!remedy.isEmpty()) {
            throw problem(file, "/kind", "charts of a " + kind.text() + " cannot be drawn from its folder", remedy);
        }
        return new Redrawing(folder, manifest, kind.text());
    }

    /** Whether a scenario must be run again. */
    public boolean runs() {
        return kind.equals("run");
    }

    /** How many replicates must be run again; 0 if none. */
    public int replicates() throws InputException {
        return runs() ? (int) whole("replicates") : 0;
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
        var charts = chosen(wish.only(), runs() ? run(threads, progress) : BacktestCharts.read(folder));
        Files.createDirectories(target);
        var files = new ArrayList<Path>();
        for (Chart chart : charts) {
            String name = wish.size().equals(Size.SLIDE)
                    ? chart.name()
                    : chart.name() + "-" + wish.size().name();
            var drawing = Drawing.whole(chart, wish.size());
            if (wish.formats().contains(Format.SVG)) {
                files.add(Files.writeString(target.resolve(name + ".svg"), drawing.svg()));
            }
            if (wish.formats().contains(Format.PNG)) {
                files.add(Files.write(target.resolve(name + ".png"), drawing.png(wish.scale())));
            }
        }
        return files;
    }

    private List<Chart> chosen(List<String> only, List<Chart> charts) throws InputException {
        if (only.isEmpty()) {
            var there = charts.stream().filter(this::isThere).toList();
            return there.isEmpty() ? charts : there;
        }
        var names = charts.stream().map(Chart::name).collect(Collectors.toList());
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
        return charts.stream().filter(chart -> only.contains(chart.name())).toList();
    }

    private boolean isThere(Chart chart) {
        var charts = folder.resolve(CHARTS);
        return Files.exists(charts.resolve(chart.name() + ".svg"))
                || Files.exists(charts.resolve(chart.name() + ".png"));
    }

    private List<Chart> run(int threads, Progress progress) throws InputException, IOException {
        // What-ifs stand in files beside the scenario's, and no chart shows them.
        var read = Prepared.read(folder.resolve("scenario.json"), List.of("/whatIfs=[]"));
        boolean fixed = manifest.get("parameters") instanceof JsonSource.Text text
                && text.text().equals("fixed");
        var prepared = fixed ? read.fixed() : read;
        var ensemble = prepared.run(whole("seed"), replicates(), threads, progress);
        var draft = Files.createTempDirectory("blocsim-charts");
        var summary = draft.resolve(RunTables.SUMMARY.file());
        try {
            new RunTables(draft).summary(ensemble);
            var kept = folder.resolve(RunTables.SUMMARY.file());
            if (!Files.exists(kept) || Files.mismatch(summary, kept) >= 0) {
                throw problem(
                        kept,
                        "",
                        "is not what this version of the program gives for the folder's scenario and seed",
                        "draw with the version in the manifest, or run the scenario again");
            }
        } finally {
            Files.deleteIfExists(summary);
            Files.delete(draft);
        }
        var report = new RunReport(Findings.of(prepared, ensemble), true);
        var charts = new ArrayList<>(report.outcome());
        charts.addAll(report.why());
        charts.addAll(report.aside());
        return charts;
    }

    private long whole(String key) throws InputException {
        if (manifest.get(key) instanceof JsonSource.Numeral number && number.whole()) {
            return number.exact().longValueExact();
        }
        throw problem(folder.resolve(MANIFEST), "/" + key, "is no whole number", "run the scenario again");
    }

    private static InputException problem(Path file, String pointer, String what, String remedy) {
        return new InputException(List.of(new InputProblem(file.toString(), 0, pointer, what, remedy)));
    }
}
