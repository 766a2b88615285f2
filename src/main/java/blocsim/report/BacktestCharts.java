package blocsim.report;

import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.forecast.ScoreReport;
import blocsim.input.InputException;
import blocsim.stats.Interval;
import blocsim.stats.Reliability;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The charts of a back-test, of what it found or of the tables that it left. */
final class BacktestCharts {
    /** What the reliability diagram is drawn from. */
    static final ResultTable RELIABILITY = new ResultTable(
            "reliability.csv",
            "forecasts one year ahead of one source whose probabilities lie between two edges",
            List.of(
                    new ResultTable.Column("source", "string", "whose forecasts"),
                    new ResultTable.Column("forecast", "number", "mean of the probabilities, from 0 to 1"),
                    new ResultTable.Column("frequency", "number", "share in which a decision came"),
                    new ResultTable.Column("lower", "number", "lower end of its 95 % Wilson interval"),
                    new ResultTable.Column("upper", "number", "upper end of that interval"),
                    new ResultTable.Column("events", "integer", "in how many a decision came"),
                    new ResultTable.Column("count", "integer", "number of forecasts")));

    private static final double[] EDGES = {0, .0003, .001, .003, .01, .03, .1, .3, 1};
    private static final List<String> COMPARED = List.of(ScoreTable.MODEL, "logit-c");
    private static final String RUN = "run the back-test again";

    private BacktestCharts() {}

    /** Where the figures of charts come from. */
    static String source(String scenario, long seed) {
        return "blocsim, back-test of " + scenario + ", seed " + seed + ". Record of requests and decisions";
    }

    /** Writes {@code reliability.csv}. */
    static void write(ScoreReport scores, Path folder) throws IOException {
        try (var sheet = new CsvSheet(folder, RELIABILITY)) {
            for (var line : lines(scores)) {
                for (var point : line.points()) {
                    sheet.row(
                            line.label(),
                            Decimals.of(point.forecast()),
                            Decimals.of(point.frequency().value()),
                            Decimals.of(point.frequency().lower()),
                            Decimals.of(point.frequency().upper()),
                            Integer.toString(point.events()),
                            Integer.toString(point.count()));
                }
            }
        }
    }

    /**
     * The charts of a folder of a back-test: of its scores, and of reliability and of the ranks of dates if it has those tables.
     *
     * @param source where the figures come from
     * @throws InputException if a table is missing or cannot be read
     */
    static List<Chart> read(Path folder, String source) throws InputException, IOException {
        var scores = scores(folder);
        var file = folder.resolve(RELIABILITY.file());
        var bySource = new LinkedHashMap<String, List<ReliabilityChart.Point>>();
        for (var bin : Files.exists(file) ? CsvRows.read(file, RUN, Bin::of) : List.<Bin>of()) {
            bySource.computeIfAbsent(bin.source(), key -> new ArrayList<>()).add(bin.point());
        }
        var lines = new ArrayList<ReliabilityChart.Line>();
        bySource.forEach((label, points) -> lines.add(new ReliabilityChart.Line(label, points)));
        var charts = new ArrayList<>(of(scores, lines, source));
        var ranks = folder.resolve("far").resolve(ForecastTables.RANKS.file());
        var dates = Files.exists(ranks) ? DateRanksChart.read(ranks) : List.<DateRanksChart.Dated>of();
        if (!dates.isEmpty()) {
            charts.add(new DateRanksChart(dates, source));
        }
        return charts;
    }

    /** The scores of a folder. */
    static List<Score> scores(Path folder) throws InputException, IOException {
        return CsvRows.read(folder.resolve(ForecastTables.SCORES.file()), RUN, BacktestCharts::score);
    }

    private static List<Chart> of(List<Score> scores, List<ReliabilityChart.Line> lines, String source) {
        var charts = new ArrayList<Chart>();
        if (!lines.isEmpty()) {
            charts.add(new ReliabilityChart("a decision within a year", lines, source));
        }
        charts.add(compared(
                scores,
                Measure.LOG_SKILL,
                ScoreTable.BASE,
                "log-skill",
                "Skill over the base rate",
                "1 less the log score over that of the base rate.",
                source));
        charts.add(compared(
                scores,
                Measure.AUROC,
                "",
                "auroc",
                "How well decisions were told from others",
                "The chance that a cell with a decision was held likelier than one without.",
                source));
        return charts;
    }

    private static List<ReliabilityChart.Line> lines(ScoreReport scores) {
        var lines = new ArrayList<ReliabilityChart.Line>();
        for (String source : COMPARED) {
            var points = new ArrayList<ReliabilityChart.Point>();
            for (Reliability.Bin bin : scores.reliability(source, EDGES)) {
                var share = bin.frequency();
                points.add(new ReliabilityChart.Point(
                        Decimals.kept(bin.forecast()),
                        new Estimate(
                                Decimals.kept(share.value()),
                                Decimals.kept(share.lower()),
                                Decimals.kept(share.upper())),
                        bin.events(),
                        bin.count()));
            }
            lines.add(new ReliabilityChart.Line(source, points));
        }
        return lines;
    }

    private static ScoreChart compared(
            List<Score> scores,
            Measure measure,
            String reference,
            String name,
            String title,
            String reading,
            String source) {
        var rows = new ArrayList<ScoreChart.Row>();
        for (Score score : scores) {
            var value = new Interval(
                    Decimals.kept(score.value().value()),
                    Decimals.kept(score.value().lower()),
                    Decimals.kept(score.value().upper()));
            boolean meant = score.subset().equals(ScoreReport.ALL)
                    && score.measure() == measure
                    && score.reference().equals(reference)
                    && !score.source().equals(reference);
            if (meant && Double.isFinite(value.value()) && Double.isFinite(value.upper() - value.lower())) {
                double lower = Math.min(value.lower(), value.value());
                double upper = Math.max(value.upper(), value.value());
                rows.add(new ScoreChart.Row(
                        score.source(),
                        new Estimate(value.value(), lower, upper),
                        score.events(),
                        score.source().equals(ScoreTable.MODEL)));
            }
        }
        return new ScoreChart(name, title, reading, measure == Measure.AUROC ? 0.5 : 0, rows, source);
    }

    private record Bin(String source, ReliabilityChart.Point point) {
        static Bin of(NamedCsvRecord row) {
            return new Bin(
                    row.getField("source"),
                    new ReliabilityChart.Point(
                            CsvRows.number(row, "forecast"),
                            new Estimate(
                                    CsvRows.number(row, "frequency"),
                                    CsvRows.number(row, "lower"),
                                    CsvRows.number(row, "upper")),
                            Integer.parseInt(row.getField("events")),
                            Integer.parseInt(row.getField("count"))));
        }
    }

    /** A score as a row of a table has it. */
    static Score score(NamedCsvRecord row) {
        return new Score(
                row.getField("source"),
                row.getField("subset"),
                Measure.of(row.getField("measure")),
                row.getField("reference"),
                new Interval(CsvRows.number(row, "value"), CsvRows.number(row, "lower"), CsvRows.number(row, "upper")),
                Integer.parseInt(row.getField("cells")),
                Integer.parseInt(row.getField("events")));
    }
}
