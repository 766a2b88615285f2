package blocsim.report;

import blocsim.fit.Calibration;
import blocsim.fit.Factor;
import blocsim.fit.Recovery;
import blocsim.input.InputException;
import blocsim.input.JsonText;
import blocsim.model.Parameter;
import blocsim.report.ResultTable.Column;
import blocsim.scenario.Scale;
import blocsim.stats.Proportions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a calibration found: a scenario to run, tables, and a page to read. */
public final class CalibrationResults {
    /** Estimates. */
    public static final ResultTable ESTIMATES = new ResultTable(
            "estimates.csv",
            "one fitted factor",
            List.of(
                    new Column("factor", "string", "a parameter's key, stances, or the effort or readiness of a bloc"),
                    new Column(
                            "value", "number", "at the posterior mode; readiness in units of its standard deviation"),
                    new Column("lower", "number", "lower end of the 90 % interval, robust by state and summit"),
                    new Column("upper", "number", "upper end of that interval"),
                    new Column("prior", "number", "the middle of the prior"),
                    new Column(
                            "error_share",
                            "number",
                            "standard error over the prior's standard deviation; near 1 the record says nothing")));

    /** Their covariance. */
    public static final ResultTable COVARIANCE = new ResultTable(
            "covariance.csv",
            "two fitted factors",
            List.of(
                    new Column("factor", "string", "as in estimates.csv"),
                    new Column("other", "string", "as in estimates.csv"),
                    new Column(
                            "covariance",
                            "number",
                            "on the scales on which priors have mean 0 and variance 1: logarithms of weights, levels themselves")));

    private static final double TELLS = 0.8;

    /** Fitted values are written to four decimals. */
    private static final double VALUES = 1e4;

    private CalibrationResults() {}

    /** The tables in the order of the data dictionary. */
    public static List<ResultTable> tables() {
        return List.of(ESTIMATES, COVARIANCE);
    }

    /**
     * Writes everything.
     *
     * @param command that makes it again
     * @param scenario where the scenario stands, as seen from the folder's final place
     * @param folder where it goes; it exists
     */
    public static void write(Calibration found, String version, String command, String scenario, Path folder)
            throws InputException, IOException {
        try (var sheet = new CsvSheet(folder, ESTIMATES)) {
            for (var one : found.estimates()) {
                sheet.row(
                        one.factor().name(),
                        Decimals.of(one.value()),
                        Decimals.of(one.lower()),
                        Decimals.of(one.upper()),
                        Decimals.of(one.prior()),
                        Decimals.of(one.error()));
            }
        }
        try (var sheet = new CsvSheet(folder, COVARIANCE)) {
            for (int a = 0; a < found.estimates().size(); a++) {
                for (int b = 0; b < found.estimates().size(); b++) {
                    sheet.row(
                            found.estimates().get(a).factor().name(),
                            found.estimates().get(b).factor().name(),
                            Decimals.of(found.covariance().get(a).get(b)));
                }
            }
        }
        var charts = Files.createDirectory(folder.resolve("charts"));
        String source = source(found.scenario().name(), found.study().seed());
        Drawing.whole(EstimatesChart.read(folder, source), Size.SLIDE).write(charts, 1);
        Files.writeString(folder.resolve("calibrated.json"), JsonText.write(patch(found, scenario)));
        Files.writeString(folder.resolve("calibration.md"), text(found, command));
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "calibration");
        manifest.put("program", "blocsim " + version);
        manifest.put("scenario", found.scenario().name());
        manifest.put("scenarioHash", found.scenario().hash());
        manifest.put("seed", found.study().seed());
        manifest.put("command", command);
        Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest));
    }

    /** Where the figures of charts come from. */
    static String source(String scenario, long seed) {
        return "blocsim, calibration of " + scenario + ", seed " + seed + ". Record of requests and decisions";
    }

    /** The scenario with fitted values in place, as a patch on it. */
    private static Map<String, Object> patch(Calibration found, String scenario) {
        String evidence = "APPLICATIONS: calibrated on requests and decisions of "
                + (found.study().from() + 1) + " to " + (found.study().to() + 1) + "; posterior mode";
        var parameters = new LinkedHashMap<String, Object>();
        found.settings().forEach((key, value) -> parameters.put(key, judged(value, evidence, found)));
        var blocs = new LinkedHashMap<String, Object>();
        found.efforts().forEach((bloc, value) -> blocs.put(bloc, Map.of("effort", judged(value, evidence, found))));
        var patch = new LinkedHashMap<String, Object>();
        patch.put("extends", scenario);
        patch.put("title", found.scenario().title() + ", calibrated up to " + found.until());
        patch.put("parameters", parameters);
        if (!blocs.isEmpty()) {
            patch.put("blocs", blocs);
        }
        var calibration = new LinkedHashMap<String, Object>();
        calibration.put("until", found.until().toString());
        calibration.put("evidence", evidence + ", robust covariance");
        calibration.put("factors", drawn(found));
        patch.put("calibration", calibration);
        return patch;
    }

    /** The factors that runs draw: all but the readiness of blocs, which runs draw anew in any case, so that it is integrated out. */
    private static List<Map<String, Object>> drawn(Calibration found) {
        var drawn = new ArrayList<Map<String, Object>>();
        var before = new ArrayList<Integer>();
        for (int k = 0; k < found.estimates().size(); k++) {
            Factor factor = found.estimates().get(k).factor();
            if (factor.kind() == Factor.Kind.READINESS) {
                continue;
            }
            before.add(k);
            var covariance = new ArrayList<Double>();
            for (int other : before) {
                double scales =
                        factor.spread() * found.estimates().get(other).factor().spread();
                covariance.add(rounded(scales * found.covariance().get(k).get(other), 1e8));
            }
            var pointers = new ArrayList<String>();
            var modes = new ArrayList<Double>();
            if (factor.kind() == Factor.Kind.EFFORT) {
                pointers.add("/blocs/" + factor.bloc() + "/effort");
                modes.add(rounded(found.efforts().getOrDefault(factor.bloc(), 0.0), VALUES));
            }
            for (Parameter parameter : factor.parameters()) {
                pointers.add("/parameters/" + parameter.key());
                modes.add(rounded(found.settings().getOrDefault(parameter.key(), parameter.standard()), VALUES));
            }
            var one = new LinkedHashMap<String, Object>();
            one.put("pointers", pointers);
            one.put("mode", modes);
            one.put("scale", scale(factor).word());
            one.put("covariance", covariance);
            drawn.add(one);
        }
        return drawn;
    }

    private static Scale scale(Factor factor) {
        return switch (factor.kind()) {
            case WEIGHT, STANCES -> Scale.LOG;
            case SHARED -> Scale.LOGIT;
            case LEVEL, EFFORT, READINESS -> Scale.LINEAR;
        };
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }

    private static Map<String, Object> judged(double value, String evidence, Calibration found) {
        var judged = new LinkedHashMap<String, Object>();
        judged.put("value", rounded(value, VALUES));
        judged.put("evidence", evidence);
        judged.put("knownFrom", found.until().toString());
        return judged;
    }

    /** The page, in Markdown. */
    public static String text(Calibration found, String command) {
        var page = new StringBuilder();
        page.append("# ").append(found.study().title()).append("\n\n");
        page.append("Posterior mode of ")
                .append(found.estimates().size())
                .append(" factors, fitted to what happened from ")
                .append(found.study().from() + 1)
                .append(" to ")
                .append(found.study().to() + 1)
                .append(" in the scenario ")
                .append(found.scenario().name())
                .append(". Made by `")
                .append(command)
                .append("`.\n\n");
        page.append(found.converged() ? "The search converged" : "**The search did not converge**")
                .append(String.format(
                        Locale.ROOT,
                        " at a log posterior of %.2f after %d evaluations; the ends of its starts lie %.2f apart before the last climb.%n%n",
                        found.logPosterior(),
                        found.evaluations(),
                        found.gap()));
        page.append(
                "| factor | value | 90 % interval | prior | error as share of the prior's |\n|---|---|---|---|---|\n");
        for (var one : found.estimates()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f to %.3f | %.3f | %.2f%s |%n",
                    one.factor().name(),
                    one.value(),
                    one.lower(),
                    one.upper(),
                    one.prior(),
                    one.error(),
                    one.error() > TELLS ? ", not told by the record" : ""));
        }
        page.append("\nReadiness is in units of its standard deviation (")
                .append("blocSpread); it is drawn anew in every run and not part of the calibrated scenario. ")
                .append(
                        "Intervals are robust: clustered by state and by bloc and summit, the prior counted as one more observation.\n");
        page.append("\n## What was observed\n\n| what | state-years |\n|---|---|\n");
        found.counts()
                .forEach((what, count) -> page.append("| ")
                        .append(what)
                        .append(" | ")
                        .append(count)
                        .append(" |\n"));
        if (!found.profiles().isEmpty()) {
            page.append(
                            "\n## Profiles\n\nHow far the log posterior falls 2 and 1 standard errors below and 1 and 2 above the mode, ")
                    .append("all else fitted anew; a normal posterior with these errors falls by 2, .5, .5, 2.\n\n")
                    .append("| factor | values | falls |\n|---|---|---|\n");
            for (var profile : found.profiles()) {
                page.append("| ")
                        .append(profile.factor())
                        .append(" | ")
                        .append(numbers(profile.values()))
                        .append(" | ")
                        .append(numbers(profile.falls()))
                        .append(" |\n");
            }
        }
        if (!found.swept().isEmpty()) {
            page.append("\n## What hangs on the shares on record\n\n")
                    .append(
                            "Requests and objectors that nobody saw cannot be told from none: d and d_o are set, not fitted.\n\n| factor | d ")
                    .append(found.study().recorded().get(0))
                    .append(", d_o ")
                    .append(found.study().named().get(0));
            found.swept()
                    .forEach(one -> page.append(" | d ")
                            .append(one.recorded())
                            .append(", d_o ")
                            .append(one.named()));
            page.append(" |\n|---|---")
                    .append("|---".repeat(found.swept().size()))
                    .append("|\n");
            for (int k = 0; k < found.estimates().size(); k++) {
                var estimate = found.estimates().get(k);
                if (estimate.factor().kind() == Factor.Kind.READINESS) {
                    continue;
                }
                page.append("| ")
                        .append(estimate.factor().name())
                        .append(String.format(Locale.ROOT, " | %.3f", estimate.value()));
                for (var one : found.swept()) {
                    page.append(
                            String.format(Locale.ROOT, " | %.3f", one.values().get(k)));
                }
                page.append(" |\n");
            }
        }
        return page.toString();
    }

    /** The page of a recovery, in Markdown. */
    public static String text(Recovery found, String command) {
        var page = new StringBuilder();
        page.append("# Recovery: ").append(found.study().title()).append("\n\n");
        page.append(String.format(
                Locale.ROOT,
                "%d histories were made by the engine with the parameters in the column truth, and fitted; %d fits converged. ",
                found.histories(),
                found.converged()));
        page.append(
                        "Each year starts from the standings and requests on record, so that feedback from year to year is not in it. ")
                .append("Bias, spread and error are in units of the prior's standard deviation. Made by `")
                .append(command)
                .append(
                        "`.\n\n| factor | truth | mean of fits | bias | spread | error | 90 % intervals that hold the truth (95 % interval) |\n")
                .append("|---|---|---|---|---|---|---|\n");
        for (var row : found.factors()) {
            var share = Proportions.wilson(row.covered(), found.histories());
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.2f | %.2f | %.2f%s | %.0f %% (%.0f to %.0f) |%n",
                    row.factor().name(),
                    row.truth(),
                    row.mean(),
                    row.bias(),
                    row.spread(),
                    row.error(),
                    row.error() > TELLS ? ", not told" : "",
                    100 * share.value(),
                    100 * share.lower(),
                    100 * share.upper()));
        }
        return page.toString();
    }

    /** Writes the page of a recovery. */
    public static void write(Recovery found, String version, String command, Path folder) throws IOException {
        Files.writeString(folder.resolve("recovery.md"), text(found, command));
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "calibration");
        manifest.put("program", "blocsim " + version);
        manifest.put("seed", found.study().seed());
        manifest.put("command", command);
        Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest));
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream()
                .map(number -> String.format(Locale.ROOT, "%.3f", number))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
