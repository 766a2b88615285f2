package blocsim.report;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.scenario.Output;
import blocsim.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The charts of an analysis of sensitivity, from the table that it left and the words in its manifest. */
final class SensitivityCharts {
    private static final String OUTPUTS = "outputs";
    private static final String DECIDED = "decided";
    private static final String MOVED = "moved";
    private static final String UNIT = "unit";
    private static final String REMEDY = "run blocsim sensitivity on its study again";

    /** One row of the table. */
    private record Row(String output, String method, String factor, String index, Interval interval) {
        boolean is(String wantedMethod, String wantedIndex) {
            return method.equals(wantedMethod) && index.equals(wantedIndex);
        }
    }

    private final Path folder;
    private final JsonSource.Members manifest;
    private final List<Row> rows;
    private final String source;

    private SensitivityCharts(Path folder, JsonSource.Members manifest, List<Row> rows) throws InputException {
        this.folder = folder;
        this.manifest = manifest;
        this.rows = rows;
        this.source = source(text(manifest, "study"), whole("runs"), whole("seed"));
    }

    /** Where the figures of charts come from. */
    static String source(String study, long runs, long seed) {
        return "blocsim, study " + study + ", " + Numbers.count(runs) + " runs, seed " + seed;
    }

    /** What the manifest says of an output, so that charts can name it. */
    static Map<String, Object> words(Output output) {
        var words = new LinkedHashMap<String, Object>();
        words.put(DECIDED, OutputWords.decided(output));
        words.put(MOVED, OutputWords.moved(output));
        words.put(UNIT, OutputWords.unit(output));
        return words;
    }

    /**
     * The charts of a folder.
     *
     * @throws InputException if the table or the words are missing
     */
    static List<Chart> read(Path folder, JsonSource.Members manifest) throws InputException, IOException {
        var rows = CsvRows.read(
                folder.resolve(SensitivityResults.SENSITIVITY.file()),
                REMEDY,
                row -> new Row(
                        row.getField("output"),
                        row.getField("method"),
                        row.getField("factor"),
                        row.getField("index"),
                        new Interval(
                                CsvRows.number(row, "value"),
                                CsvRows.number(row, "lower"),
                                CsvRows.number(row, "upper"))));
        return new SensitivityCharts(folder, manifest, rows).charts();
    }

    private List<Chart> charts() throws InputException {
        var outputs = new LinkedHashSet<String>();
        rows.forEach(row -> outputs.add(row.output()));
        var charts = new ArrayList<Chart>();
        for (String output : outputs) {
            if (!(manifest.get(OUTPUTS) instanceof JsonSource.Members all)
                    || !(all.get(output) instanceof JsonSource.Members words)) {
                throw problem("/" + OUTPUTS + "/" + output, "is not there");
            }
            var of = rows.stream().filter(row -> row.output().equals(output)).toList();
            for (Chart chart : charts(of, words)) {
                charts.add(Relabelled.ofOutput(output, chart));
            }
        }
        return charts;
    }

    private List<Chart> charts(List<Row> of, JsonSource.Members words) throws InputException {
        var charts = new ArrayList<Chart>();
        String decided = text(words, DECIDED);
        String unit = text(words, UNIT);
        var screened = screened(of);
        if (!screened.isEmpty()) {
            boolean replicated = of.stream().anyMatch(row -> row.is("morris", "luck"));
            charts.add(new MorrisChart(decided, unit, replicated, screened, source));
        }
        var shared = shared(of);
        if (!shared.isEmpty()) {
            boolean replicated = of.stream().anyMatch(row -> row.is("sobol", "luck"));
            charts.add(new SobolChart(decided, replicated, shared, source));
        }
        var none = of.stream()
                .filter(row -> row.is("pawn", "median") && row.factor().isEmpty())
                .findFirst();
        if (none.isPresent() && !Double.isNaN(none.get().interval().value())) {
            charts.add(new PawnChart(text(words, MOVED), none.get().interval().value(), distances(of), source));
        }
        var swings = swings(of);
        if (!swings.isEmpty()) {
            double mean = of.stream()
                    .filter(row -> row.is("swings", "mean"))
                    .mapToDouble(row -> row.interval().value())
                    .sum();
            charts.add(new TornadoChart(text(words, MOVED), unit, mean, swings, source));
        }
        return charts;
    }

    private static List<MorrisChart.Factor> screened(List<Row> of) {
        var luck = by(of, "morris", "mu_star_of_luck");
        var sigma = by(of, "morris", "sigma");
        var nothing = new Interval(0, 0, 0);
        var factors = new ArrayList<MorrisChart.Factor>();
        by(of, "morris", "mu_star").forEach((name, muStar) -> {
            double spread = sigma.getOrDefault(name, nothing).value();
            if (!Double.isNaN(muStar.value())) {
                factors.add(new MorrisChart.Factor(
                        words(name),
                        Estimate.of(muStar),
                        Double.isNaN(spread) ? 0 : spread,
                        muStar.lower() > luck.getOrDefault(name, nothing).value()));
            }
        });
        return factors;
    }

    private static List<SobolChart.Factor> shared(List<Row> of) {
        var total = by(of, "sobol", "total");
        if (total.values().stream().anyMatch(one -> Double.isNaN(one.value()))) {
            return List.of();
        }
        var factors = new ArrayList<SobolChart.Factor>();
        by(of, "sobol", "first").forEach((name, first) -> {
            var all = total.get(name);
            if (all != null) {
                factors.add(new SobolChart.Factor(words(name), Estimate.of(first), Estimate.of(all)));
            }
        });
        return factors;
    }

    private static List<PawnChart.Factor> distances(List<Row> of) {
        var factors = new ArrayList<PawnChart.Factor>();
        by(of, "pawn", "median").forEach((name, median) -> {
            if (!name.isEmpty() && !Double.isNaN(median.value())) {
                factors.add(new PawnChart.Factor(words(name), Estimate.of(median)));
            }
        });
        return factors;
    }

    private static List<TornadoChart.Factor> swings(List<Row> of) {
        var high = by(of, "swings", "high");
        var swing = by(of, "swings", "swing");
        var factors = new ArrayList<TornadoChart.Factor>();
        by(of, "swings", "low").forEach((name, low) -> {
            var other = high.get(name);
            var both = swing.get(name);
            if (other != null && both != null && !Double.isNaN(both.value())) {
                factors.add(new TornadoChart.Factor(words(name), Estimate.of(low), Estimate.of(other)));
            }
        });
        return factors;
    }

    private static Map<String, Interval> by(List<Row> of, String method, String index) {
        var found = new LinkedHashMap<String, Interval>();
        of.stream().filter(row -> row.is(method, index)).forEach(row -> found.put(row.factor(), row.interval()));
        return found;
    }

    private static String words(String factor) {
        return factor.replace('_', ' ');
    }

    private String text(JsonSource.Members of, String key) throws InputException {
        if (of.get(key) instanceof JsonSource.Text text) {
            return text.text();
        }
        throw problem("/" + key, "is no text");
    }

    private long whole(String key) throws InputException {
        if (manifest.get(key) instanceof JsonSource.Numeral number && number.whole()) {
            return number.exact().longValueExact();
        }
        throw problem("/" + key, "is no whole number");
    }

    private InputException problem(String pointer, String what) {
        return new InputException(
                List.of(new InputProblem(folder.resolve("manifest.json").toString(), 0, pointer, what, REMEDY)));
    }
}
