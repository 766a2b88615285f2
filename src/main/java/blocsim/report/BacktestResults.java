package blocsim.report;

import blocsim.fit.Backtest;
import blocsim.forecast.DateRank;
import blocsim.forecast.Forecast;
import blocsim.forecast.Measure;
import blocsim.forecast.ScoreReport;
import blocsim.input.InputException;
import blocsim.input.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Writes a back-test: forecasts, scores, charts, and a page to read. */
public final class BacktestResults {
    private BacktestResults() {}

    /**
     * Writes everything: one year ahead in the folder, many years ahead in {@code far/} of it.
     *
     * @param version of the program
     * @param day on which the back-test was made
     * @param command that makes it again
     * @param folder where it goes; it exists
     */
    public static void write(Backtest found, String version, LocalDate day, String command, Path folder)
            throws InputException, IOException {
        ForecastTables.forecasts(folder, found.yearly());
        ForecastTables.scores(folder, found.scores().scores());
        BacktestCharts.write(found.scores(), folder);
        Skill.of(found, version, day).write(folder);
        Path far = Files.createDirectory(folder.resolve("far"));
        ForecastTables.forecasts(far, found.far());
        ForecastTables.scores(far, found.farScores().scores());
        ForecastTables.ranks(far, ScoreTable.MODEL, found.ranks());
        // From the tables, so that they come out the same when they are drawn anew.
        Path charts = Files.createDirectory(folder.resolve("charts"));
        String source =
                BacktestCharts.source(found.scenario().name(), found.study().seed());
        for (Chart chart : BacktestCharts.read(folder, source)) {
            Drawing.whole(chart, Size.SLIDE).write(charts, 1);
        }
        Files.writeString(folder.resolve("backtest.md"), text(found, command));
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "backtest");
        manifest.put("program", "blocsim " + version);
        manifest.put("scenario", found.scenario().name());
        manifest.put("scenarioHash", found.scenario().hash());
        manifest.put("seed", found.study().seed());
        manifest.put("command", command);
        Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest));
    }

    /** The page, in Markdown. */
    public static String text(Backtest found, String command) {
        var page = new StringBuilder();
        page.append("# ").append(found.study().title()).append("\n\n");
        page.append("Forecasts of decisions to raise a status, from 31 December of ")
                .append(found.study().first())
                .append(" to ")
                .append(found.study().last())
                .append(
                        ", each from what was known then: the panel ends at the origin, rules, events and judgements of the scenario ")
                .append(found.scenario().name())
                .append(" known later are absent, and parameters are fitted to the years before it")
                .append(found.study().transfer() ? ", each bloc's without its own record" : "")
                .append(
                        found.study().leftOut().isEmpty()
                                ? ""
                                : " without the record of "
                                        + String.join(", ", found.study().leftOut()))
                .append(
                        found.study().refit() > 1
                                ? ", anew every " + found.study().refit() + " origins"
                                : "")
                .append(". Offers of programmes to classes of states are no events here. Made by `")
                .append(command)
                .append("`.\n\n## One year ahead\n\n");
        page.append(table(found.scores()));
        page.append(
                        "\n### By bloc\n\n| bloc | cells | decisions | AUROC model | AUROC logit-c | skill model | skill logit-c |\n")
                .append("|---|---|---|---|---|---|---|\n");
        for (String bloc : found.blocs()) {
            var own = found.scores().score(ScoreTable.MODEL, bloc, Measure.AUROC, "");
            page.append("| ")
                    .append(bloc)
                    .append(" | ")
                    .append(own.cells())
                    .append(" | ")
                    .append(own.events())
                    .append(" | ")
                    .append(ScoreTable.shown(own))
                    .append(" | ")
                    .append(ScoreTable.shown(found.scores().score("logit-c", bloc, Measure.AUROC, "")))
                    .append(" | ")
                    .append(ScoreTable.shown(
                            found.scores().score(ScoreTable.MODEL, bloc, Measure.LOG_SKILL, ScoreTable.BASE)))
                    .append(" | ")
                    .append(ScoreTable.shown(found.scores().score("logit-c", bloc, Measure.LOG_SKILL, ScoreTable.BASE)))
                    .append(" |\n");
        }
        page.append("\n### Expected and observed\n\n| cells of | cells | expected | observed |\n|---|---|---|---|\n");
        found.classes()
                .forEach((name, one) -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.2f | %d |%n",
                        name.toLowerCase(Locale.ROOT).replaceFirst("^\\S+", name.split(" ", 2)[0]),
                        one.cells(),
                        one.expected(),
                        one.observed())));
        page.append(
                "\n### What came, and how likely it was held\n\n| origin | bloc | state | from | held likely |\n|---|---|---|---|---|\n");
        var outcomes = found.scores().outcomes();
        for (int k = 0; k < outcomes.size(); k++) {
            Forecast one = found.yearly().get(k);
            if (outcomes.get(k).answered()) {
                page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %.4f |%n",
                        one.cell().origin(),
                        one.cell().bloc(),
                        one.cell().state(),
                        one.cell().from().name().toLowerCase(Locale.ROOT),
                        one.decision()));
            }
        }
        page.append("\n## ")
                .append(found.years())
                .append(" years ahead from ")
                .append(found.study().first())
                .append(
                        "\n\nBy runs of the engine from the origin, in worlds whose parameters are drawn from what the fit leaves open and whose"
                                + " pauses, first lower rungs and sanctions of the Security Council change as often as they did until then;"
                                + " figures are held as they were.\n\n");
        page.append(table(found.farScores()));
        var ranks = found.ranks().stream()
                .mapToDouble(DateRank::rank)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (ranks.length > 0) {
            page.append(String.format(
                    Locale.ROOT,
                    "%nOf %d recorded dates, the middle one lies at %.2f of the probability held of a decision by the end (%.2f if spread evenly).%n",
                    ranks.length,
                    ranks[ranks.length / 2],
                    0.5));
        }
        page.append(
                "\n## Fits\n\n| origin | without | fitted | log posterior | converged | surprises a year |\n|---|---|---|---|---|---|\n");
        for (var fit : found.fits()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %s | %s | %.5f |%n",
                    fit.origin(),
                    String.join(", ", fit.leftOut()),
                    fit.fitted() ? "yes" : "no",
                    fit.fitted() ? String.format(Locale.ROOT, "%.2f", fit.logPosterior()) : "",
                    fit.converged() ? "yes" : "no",
                    fit.surprises()));
        }
        return page.toString();
    }

    private static String table(ScoreReport scores) {
        var first = scores.score(ScoreTable.MODEL, ScoreReport.ALL, Measure.AUROC, "");
        return first.cells()
                + " cells, "
                + first.events()
                + " with a decision; in brackets 95 % intervals over draws of whole states.\n\n"
                + ScoreTable.of(scores, List.of(Measure.BRIER, Measure.LOG, Measure.RPS), 5);
    }
}
