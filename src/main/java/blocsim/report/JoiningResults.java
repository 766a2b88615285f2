package blocsim.report;

import blocsim.fit.JoiningBacktest;
import blocsim.forecast.Forecast;
import blocsim.forecast.Measure;
import blocsim.forecast.ScoreReport;
import blocsim.input.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Writes a back-test on who joins organisations: forecasts, scores, and a page to read. */
public final class JoiningResults {
    private JoiningResults() {}

    /**
     * Writes everything.
     *
     * @param command that makes it again
     * @param folder where it goes; it exists
     */
    public static void write(JoiningBacktest found, String version, String command, Path folder) throws IOException {
        ForecastTables.forecasts(folder, found.yearly());
        ForecastTables.scores(folder, found.scores().scores());
        Files.writeString(folder.resolve("backtest.md"), text(found, command));
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "backtest");
        manifest.put("program", "blocsim " + version);
        manifest.put("scenario", found.scenario().name());
        manifest.put("scenarioHash", found.scenario().hash());
        manifest.put("memberships", String.valueOf(found.study().memberships().getFileName()));
        manifest.put("seed", found.study().fit().seed());
        manifest.put("command", command);
        Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest));
    }

    /** The page, in Markdown. */
    public static String text(JoiningBacktest found, String command) {
        var fit = found.study().fit();
        var model = found.scores().score(ScoreTable.MODEL, ScoreReport.ALL, Measure.AUROC, "");
        var page = new StringBuilder();
        page.append(String.format(
                Locale.ROOT,
                "# %s%n%nForecasts of who becomes a full member of a regional organisation within a year, from 31 December of %d to %d,"
                        + " each from what was known then. Parameters are fitted to the years from %d on, in which %d states joined by the"
                        + " first origin. Made by `%s`.%n%nRegional by the end of %d: %s.%n%n",
                fit.title(),
                fit.first(),
                fit.last(),
                fit.from() + 1,
                found.learnt(),
                command,
                fit.first(),
                String.join(", ", found.organisations())));
        page.append(String.format(
                Locale.ROOT,
                "%d cells, %d with a joining; %d more are left out, since the file does not tell what came of them. In brackets 95 %%"
                        + " intervals over draws of whole states.%n%n",
                model.cells(),
                model.events(),
                found.left()));
        page.append(ScoreTable.of(found.scores(), List.of(Measure.BRIER, Measure.LOG), 6));
        page.append(
                "\n## Expected and observed\n\n| organisation | cells | expected | observed |\n|---|---|---|---|\n");
        found.classes()
                .forEach((name, one) -> page.append(String.format(
                        Locale.ROOT, "| %s | %d | %.2f | %d |%n", name, one.cells(), one.expected(), one.observed())));
        page.append(
                "\n## Who joined, and how likely it was held\n\n| origin | organisation | state | held likely | likelier cells of that origin |\n|---|---|---|---|---|\n");
        var outcomes = found.scores().outcomes();
        for (int k = 0; k < outcomes.size(); k++) {
            if (outcomes.get(k).decided()) {
                Forecast one = found.yearly().get(k);
                long above = found.yearly().stream()
                        .filter(other ->
                                other.cell().origin().equals(one.cell().origin()) && other.decision() > one.decision())
                        .count();
                page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %.4f | %d |%n",
                        one.cell().origin(),
                        one.cell().bloc(),
                        one.cell().state(),
                        one.decision(),
                        above));
            }
        }
        page.append(String.format(
                Locale.ROOT, "%n## What was fitted%n%n| factor | %d | %d |%n|---|---|---|%n", fit.first(), fit.last()));
        found.factors()
                .forEach((name, values) -> page.append(
                        String.format(Locale.ROOT, "| %s | %.3f | %.3f |%n", name, values.get(0), values.get(1))));
        page.append("\n| origin | log posterior | converged | surprises a year |\n|---|---|---|---|\n");
        for (var one : found.fits()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %.6f |%n",
                    one.origin(),
                    one.fitted() ? String.format(Locale.ROOT, "%.2f", one.logPosterior()) : "",
                    one.converged() ? "yes" : "no",
                    one.surprises()));
        }
        return page.toString();
    }
}
