package blocsim.report;

import blocsim.experiment.Sensitivity;
import blocsim.scenario.Factor;
import blocsim.scenario.Spread;
import blocsim.scenario.Study;
import blocsim.scenario.StudyDesign;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An analysis of sensitivity as one HTML file that needs nothing beside it; each chart stands in it for a wide page and for a phone. */
final class SensitivityPage {
    private static final Template PAGE = Mustache.compiler()
            .emptyStringIsFalse(true)
            .escapeHTML(true)
            .withLoader(name -> HtmlReport.open(name + ".mustache"))
            .compile(HtmlReport.read("sensitivity.mustache"));

    private static final Citations NONE = new Citations(Set.of(), Map.of());

    private SensitivityPage() {}

    /**
     * The page, to be written in UTF-8.
     *
     * @param said what holds for all outputs
     */
    static String html(
            Sensitivity found, List<SensitivityResults.Part> parts, List<String> said, String version, String command) {
        var study = found.study();
        var page = new HashMap<String, Object>();
        page.put("style", HtmlReport.read("report.css"));
        page.put("dark", HtmlReport.dark());
        page.put("title", study.title());
        page.put("description", study.description());
        page.put("outputs", parts.stream().map(SensitivityPage::part).toList());
        page.put("said", said);
        page.put("screening", study.design() instanceof StudyDesign.Morris);
        page.put("factors", HtmlReport.table(factors(study), NONE));
        page.put("study", study.name());
        page.put("scenario", study.scenario().name());
        page.put("hash", study.scenario().hash());
        page.put("version", version);
        page.put("seed", Long.toString(study.seed()));
        page.put("design", design(study));
        page.put("runs", Numbers.count(found.runs()));
        page.put("resamples", Numbers.count(Sensitivity.RESAMPLES));
        page.put("command", command);
        return PAGE.execute(page);
    }

    private static Map<String, Object> part(SensitivityResults.Part part) {
        return Map.of(
                "name", part.name(),
                "what",
                        part.what().substring(0, 1).toUpperCase(Locale.ROOT)
                                + part.what().substring(1),
                "sentences", part.sentences(),
                "charts",
                        part.charts().stream()
                                .map(chart -> HtmlReport.figure(chart, NONE))
                                .toList(),
                "tables",
                        part.tables().stream()
                                .map(table -> HtmlReport.table(table, NONE))
                                .toList());
    }

    private static Table factors(Study study) {
        return new Table(
                "The factors and over what they vary",
                List.of("Factor", "What it is", "Values", "Unit", "Where it stands"),
                study.factors().stream()
                        .map(factor -> List.of(
                                factor.name().replace('_', ' '),
                                factor.meaning(),
                                values(factor),
                                factor.unit().isEmpty() ? "\u2013" : factor.unit(),
                                factor.pointer()))
                        .toList());
    }

    private static String values(Factor factor) {
        if (factor.spread() instanceof Spread.Values values) {
            return values.levels().stream()
                    .map(level -> String.valueOf(level.cell()))
                    .collect(Collectors.joining(", "));
        }
        String ends = end(factor, 0) + " to " + end(factor, 1);
        if (factor.spread() instanceof Spread.Law) {
            return "a distribution, 99\u00a0% of it from " + ends;
        }
        return factor.spread() instanceof Spread.Range range && range.log() ? ends + ", on the log scale" : ends;
    }

    private static String end(Factor factor, int end) {
        return factor.atGrid(end).cell() instanceof Number number
                ? Decimals.of(number.doubleValue()).replace('-', '\u2212')
                : "";
    }

    private static String design(Study study) {
        int k = study.factors().size();
        if (study.design() instanceof StudyDesign.Morris morris) {
            return Numbers.count(morris.trajectories()) + " Morris trajectories over " + morris.levels() + " levels, "
                    + Numbers.count(morris.trajectories() * (k + 1L)) + " points";
        }
        return study.design() instanceof StudyDesign.Saltelli saltelli
                ? Numbers.count(saltelli.baseRows()) + " base rows of Saltelli\u2019s design, "
                        + Numbers.count(saltelli.baseRows() * (k + 2L)) + " points"
                : "";
    }
}
