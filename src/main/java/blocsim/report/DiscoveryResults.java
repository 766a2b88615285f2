package blocsim.report;

import blocsim.experiment.Discovery;
import blocsim.input.JsonText;
import blocsim.report.ResultTable.Column;
import blocsim.stats.Prim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Writes where an outcome happens: a table of boxes, a page, and the sentences that are printed. */
public final class DiscoveryResults {
    /** What boxes ask of factors. */
    public static final ResultTable BOXES = new ResultTable(
            "boxes.csv",
            "what one box asks of one factor; a box is where all that it asks holds",
            List.of(
                    new Column("box", "integer", "number of the box, from 1, in the order in which they were found"),
                    new Column("factor", "string", "name of the factor's column in the table of runs"),
                    new Column("lower", "number", "the factor is at least this; empty if any value below will do"),
                    new Column("upper", "number", "the factor is at most this; empty if any value above will do"),
                    new Column("values", "string", "the labels that will do, joined by |; empty for a number"),
                    new Column(
                            "density",
                            "number",
                            "share of the runs in the box that have the outcome, 0 to 1; the mean over its design points, each counted once"),
                    new Column(
                            "coverage",
                            "number",
                            "share of the outcome that lies in the box, 0 to 1; each design point counts by the share of its runs"),
                    new Column(
                            "base",
                            "number",
                            "share of all runs that have the outcome, 0 to 1; the mean over all design points"),
                    new Column("points", "integer", "design points in the box, without those of earlier boxes")));

    /** Fewer design points than this are said to be few. */
    private static final int FEW = 200;

    private DiscoveryResults() {}

    /** The tables in the order of the data dictionary. */
    public static List<ResultTable> tables() {
        return List.of(BOXES);
    }

    /**
     * Writes everything into a folder that exists and is empty.
     *
     * @param command that makes it again
     */
    public static void write(Discovery found, String version, String command, Path folder) throws IOException {
        try (var sheet = new CsvSheet(folder, BOXES)) {
            for (int n = 0; n < found.found().boxes().size(); n++) {
                rows(found, n, sheet);
            }
        }
        Files.writeString(folder.resolve("boxes.md"), text(found, command));
        Files.writeString(
                folder.resolve("datapackage.json"),
                JsonText.write(ResultTable.dictionary(
                        found.name() + "-boxes",
                        found.study().getOrDefault("title", "") + ": where "
                                + found.sought().text(),
                        tables())));
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "discovery");
        manifest.put("program", "blocsim " + version);
        manifest.put("study", found.name());
        manifest.put("scenarioHash", found.study().getOrDefault("scenario", ""));
        manifest.put("outcome", found.sought().text());
        manifest.put("runs", found.runs());
        manifest.put("failed", found.failed());
        manifest.put("fewestRunsOfAPoint", found.fewest());
        manifest.put("mostRunsOfAPoint", found.most());
        manifest.put("points", found.found().points());
        manifest.put("droppedPoints", found.found().droppedPoints());
        manifest.put("command", command);
        Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest));
    }

    private static void rows(Discovery found, int n, CsvSheet sheet) throws IOException {
        Prim.Box box = found.found().boxes().get(n);
        for (int f = 0; f < found.factors().size(); f++) {
            String lower = "";
            String upper = "";
            String values = "";
            for (var limit : box.limits()) {
                if (limit.factor() != f) {
                    continue;
                }
                if (limit instanceof Prim.Limit.AtLeast least) {
                    lower = Decimals.of(least.value());
                } else if (limit instanceof Prim.Limit.AtMost most) {
                    upper = Decimals.of(most.value());
                } else if (limit instanceof Prim.Limit.OneOf one) {
                    var labels = found.labels().get(f);
                    values = one.values().stream()
                            .map(value -> labels.get(value.intValue()))
                            .collect(Collectors.joining("|"));
                }
            }
            if (!(lower + upper + values).isEmpty()) {
                sheet.row(
                        Integer.toString(n + 1),
                        found.factors().get(f).name(),
                        lower,
                        upper,
                        values,
                        Decimals.of(box.density()),
                        Decimals.of(box.coverage()),
                        Decimals.of(found.found().base()),
                        Integer.toString(box.points()));
            }
        }
    }

    /** The boxes in words, and what was left out. */
    public static List<String> lines(Discovery found) {
        return said(found).stream().map(line -> line.replace('\u00a0', ' ')).toList();
    }

    private static List<String> said(Discovery found) {
        var factors = new ArrayList<SensitivitySentences.Named>();
        for (int f = 0; f < found.factors().size(); f++) {
            factors.add(new SensitivitySentences.Named(
                    found.factors().get(f).name().replace('_', ' '),
                    found.labels().get(f)));
        }
        var said = new ArrayList<>(SensitivitySentences.boxes(
                OutputWords.outcome(found.sought()), factors, found.found(), found.uneven()));
        if (found.uneven()) {
            said.add(
                    "Design points have from " + Numbers.count(found.fewest()) + " to " + Numbers.count(found.most())
                            + " finished runs, and each counts once: more runs make its share surer, not its values more common.");
        }
        if (found.failed() > 0) {
            said.add(Numbers.count(found.failed()) + " of " + Numbers.count(found.runs())
                    + " runs failed and are left out, and with them "
                    + Numbers.count(found.found().droppedPoints())
                    + " points at which none finished.");
        }
        if (found.found().points() < FEW) {
            said.add(
                    "There are " + Numbers.count(found.found().points())
                            + " design points to seek in: patterns that are weak or narrow cannot be told from luck in so few.");
        }
        if (found.trajectories()) {
            said.add(
                    "The points are trajectories, which hang together: a limit is luck more often than in one case of twenty.");
        }
        return said;
    }

    private static String text(Discovery found, String command) {
        var page = new StringBuilder();
        page.append("# Where ").append(found.sought().text()).append("\n\n");
        said(found).forEach(sentence -> page.append(sentence).append("\n\n"));
        page.append("| factor | what it is | unit |\n|---|---|---|\n");
        for (var factor : found.factors()) {
            page.append("| ")
                    .append(factor.name().replace('_', ' '))
                    .append(" | ")
                    .append(factor.meaning().replace("|", "\\|"))
                    .append(" | ")
                    .append(factor.unit().replace("|", "\\|"))
                    .append(" |\n");
        }
        return page.append("\nFrom ")
                .append(Numbers.count(found.found().points()))
                .append(" design points of the study ")
                .append(found.name())
                .append(
                        ". A box is a place where the outcome happens in the model, not a cause; its limits were chosen and tested on")
                .append(" the same points, so that the share in it is on the high side. Made by `")
                .append(command)
                .append("`.\n")
                .toString();
    }
}
