package blocsim.report;

import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.forecast.ScoreReport;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.stats.Interval;
import blocsim.stats.Reliability;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;

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

    private static final String MODEL = "model";
    private static final String BASE = "base-rate";
    private static final double[] EDGES = {0, .0003, .001, .003, .01, .03, .1, .3, 1};
    private static final List<String> COMPARED = List.of(MODEL, "logit-c");
    private static final String SOURCE = "Record of requests and decisions; see the data page";

    private BacktestCharts() {}

    /** The charts of forecasts one year ahead. */
    static List<Chart> of(ScoreReport scores) {
        return of(scores.scores(), lines(scores));
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
     * The charts of a folder of a back-test: of its scores, and of reliability if it has that table.
     *
     * @throws InputException if a table is missing or cannot be read
     */
    static List<Chart> read(Path folder) throws InputException, IOException {
        var scores = scores(folder);
        var file = folder.resolve(RELIABILITY.file());
        if (!Files.exists(file)) {
            return of(scores, List.of());
        }
        var bySource = new LinkedHashMap<String, List<ReliabilityChart.Point>>();
        for (var bin : rows(file, Bin::of)) {
            bySource.computeIfAbsent(bin.source(), source -> new ArrayList<>()).add(bin.point());
        }
        var lines = new ArrayList<ReliabilityChart.Line>();
        bySource.forEach((source, points) -> lines.add(new ReliabilityChart.Line(source, points)));
        return of(scores, lines);
    }

    /** The scores of a folder. */
    static List<Score> scores(Path folder) throws InputException, IOException {
        return rows(folder.resolve(ForecastTables.SCORES.file()), BacktestCharts::score);
    }

    private static List<Chart> of(List<Score> scores, List<ReliabilityChart.Line> lines) {
        var charts = new ArrayList<Chart>();
        if (!lines.isEmpty()) {
            charts.add(new ReliabilityChart("a decision within a year", lines, SOURCE));
        }
        charts.add(compared(
                scores,
                Measure.LOG_SKILL,
                BASE,
                "log-skill",
                "Skill over the base rate",
                "1 less the log score over that of the base rate."));
        charts.add(compared(
                scores,
                Measure.AUROC,
                "",
                "auroc",
                "How well decisions were told from others",
                "The chance that a cell with a decision was held likelier than one without."));
        return charts;
    }

    private static List<ReliabilityChart.Line> lines(ScoreReport scores) {
        var lines = new ArrayList<ReliabilityChart.Line>();
        for (String source : COMPARED) {
            var points = new ArrayList<ReliabilityChart.Point>();
            for (Reliability.Bin bin : scores.reliability(source, EDGES)) {
                var share = bin.frequency();
                points.add(new ReliabilityChart.Point(
                        kept(bin.forecast()),
                        new Estimate(kept(share.value()), kept(share.lower()), kept(share.upper())),
                        bin.events(),
                        bin.count()));
            }
            lines.add(new ReliabilityChart.Line(source, points));
        }
        return lines;
    }

    private static ScoreChart compared(
            List<Score> scores, Measure measure, String reference, String name, String title, String reading) {
        var rows = new ArrayList<ScoreChart.Row>();
        for (Score score : scores) {
            var value = new Interval(
                    kept(score.value().value()),
                    kept(score.value().lower()),
                    kept(score.value().upper()));
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
                        score.source().equals(MODEL)));
            }
        }
        return new ScoreChart(name, title, reading, measure == Measure.AUROC ? 0.5 : 0, rows, SOURCE);
    }

    /** A figure as a table keeps it, so that a chart of the table is the same. */
    private static double kept(double value) {
        return Double.isFinite(value) ? Double.parseDouble(Decimals.of(value)) : Double.NaN;
    }

    private record Bin(String source, ReliabilityChart.Point point) {
        static Bin of(NamedCsvRecord row) {
            return new Bin(
                    row.getField("source"),
                    new ReliabilityChart.Point(
                            number(row, "forecast"),
                            new Estimate(number(row, "frequency"), number(row, "lower"), number(row, "upper")),
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
                new Interval(number(row, "value"), number(row, "lower"), number(row, "upper")),
                Integer.parseInt(row.getField("cells")),
                Integer.parseInt(row.getField("events")));
    }

    private static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private interface Reading<T> {
        T of(NamedCsvRecord row);
    }

    private static <T> List<T> rows(Path file, Reading<T> reading) throws InputException, IOException {
        if (!Files.exists(file)) {
            throw problem(file, 0, "is not there", "charts are drawn from it: run the back-test again");
        }
        var rows = new ArrayList<T>();
        long line = 1;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                line = row.getStartingLineNumber();
                rows.add(reading.of(row));
            }
        } catch (CsvParseException | IllegalArgumentException | NoSuchElementException unreadable) {
            throw problem(
                    file, (int) line, "is no row of the table that a back-test writes", "run the back-test again");
        }
        return rows;
    }

    private static InputException problem(Path file, int line, String what, String remedy) {
        return new InputException(List.of(new InputProblem(file.toString(), line, "", what, remedy)));
    }
}
