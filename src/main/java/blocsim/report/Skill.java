package blocsim.report;

import blocsim.fit.Backtest;
import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.forecast.ScoreReport;
import blocsim.report.ResultTable.Column;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well the model told beforehand what came: scores of a back-test, as {@code skill.csv} of its folder has them. The program
 * carries one such file with it, which reports show.
 *
 * @param scores of one year ahead and of many, of the model and of what it is compared with
 * @param made how the back-test was made; null if that is not known
 */
public record Skill(List<Line> scores, @Nullable Made made) {
    /** What makes the back-test again, whose {@code skill.csv} the program carries with it. */
    public static final String COMMAND = "./blocsim backtest scenarios/studies/all-blocs-hindcast.json";

    static final String MODEL = "model";
    static final String BASE = "base-rate";
    static final String RIVAL = "logit-c";

    /** The file. */
    static final ResultTable TABLE = new ResultTable(
            "skill.csv",
            "one score that reports show, of forecasts one year ahead or as far as the back-test reaches",
            List.of(
                    new Column("ahead", "string", "how far the forecasts reach, such as 1 year"),
                    new Column("source", "string", "whose forecasts"),
                    new Column("subset", "string", "all, or the code of a bloc"),
                    new Column("measure", "string", "auroc, bias or log_skill, as in scores.csv"),
                    new Column("reference", "string", "the source that a skill compares with; else empty"),
                    new Column("value", "number", "the score"),
                    new Column(
                            "lower",
                            "number",
                            "lower end of its 95 % interval, as in scores.csv; empty if it has none"),
                    new Column("upper", "number", "upper end of that interval"),
                    new Column("cells", "integer", "number of forecasts scored"),
                    new Column("events", "integer", "in how many of them a decision came"),
                    new Column("first_origin", "date", "the first day at whose end forecasts were made"),
                    new Column("last_origin", "date", "the last one"),
                    new Column("program", "string", "version of the program"),
                    new Column("made", "date", "the day on which the back-test was made, in UTC")));

    /**
     * One score.
     *
     * @param ahead how far the forecasts reach, such as {@code 1 year}
     * @param score the score
     */
    public record Line(String ahead, Score score) {}

    /**
     * How a back-test was made.
     *
     * @param first the first day at whose end forecasts one year ahead were made; the only one of those many years ahead
     * @param last the last one
     * @param program version of the program
     * @param day on which it was made, in UTC
     */
    public record Made(LocalDate first, LocalDate last, String program, LocalDate day) {}

    /** Copies the list. */
    public Skill {
        scores = List.copyOf(scores);
    }

    /** The scores kept with the program: of eight blocs, fitted at each origin to the years before it. */
    public static Skill kept() {
        try (var reader = HtmlReport.open(TABLE.file())) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + TABLE.file(), e);
        }
    }

    /** The scores of a file. */
    static Skill read(Reader reader) throws IOException {
        var lines = new ArrayList<Line>();
        Made made = null;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : csv) {
                lines.add(new Line(row.getField("ahead"), BacktestCharts.score(row)));
                var last = LocalDate.parse(row.getField("last_origin"));
                if (made == null || last.isAfter(made.last())) {
                    made = new Made(
                            LocalDate.parse(row.getField("first_origin")),
                            last,
                            row.getField("program"),
                            LocalDate.parse(row.getField("made")));
                }
            }
        }
        return new Skill(lines, made);
    }

    /**
     * The scores of a back-test.
     *
     * @param version of the program
     * @param day on which it was made
     */
    static Skill of(Backtest found, String version, LocalDate day) {
        var made = new Made(
                LocalDate.of(found.study().first(), 12, 31),
                LocalDate.of(found.study().last(), 12, 31),
                version,
                day);
        return new Skill(shown(found.scores().scores(), found.farScores().scores(), found.years()), made);
    }

    /**
     * Those of all scores that reports show: pooled ones, and those of single blocs one year ahead.
     *
     * @param years how many years the far forecasts reach
     */
    static List<Line> shown(List<Score> near, List<Score> far, int years) {
        var lines = new ArrayList<Line>();
        near.stream().filter(Skill::isShown).forEach(score -> lines.add(new Line("1 year", score)));
        far.stream()
                .filter(Skill::isShown)
                .filter(score -> score.subset().equals(ScoreReport.ALL))
                .forEach(score -> lines.add(new Line(String.format(Locale.ROOT, "%d years", years), score)));
        return lines;
    }

    private static boolean isShown(Score score) {
        return Double.isFinite(score.value().value())
                && switch (score.measure()) {
                    case AUROC -> score.source().equals(MODEL) || score.source().equals(RIVAL);
                    case BIAS -> score.source().equals(MODEL);
                    case LOG_SKILL ->
                        score.source().equals(MODEL)
                                && (score.reference().equals(BASE)
                                        || score.reference().equals(RIVAL));
                    default -> false;
                };
    }

    /**
     * Writes {@code skill.csv}.
     *
     * @param folder where it goes; it exists
     * @throws IllegalStateException if it is not known how the back-test was made
     */
    void write(Path folder) throws IOException {
        if (made == null) {
            throw new IllegalStateException("skill.csv says how its back-test was made; give that");
        }
        try (var sheet = new CsvSheet(folder, TABLE)) {
            for (Line line : scores) {
                Score score = line.score();
                boolean near = line.ahead().equals(spans().get(0));
                sheet.row(
                        line.ahead(),
                        score.source(),
                        score.subset(),
                        score.measure().label(),
                        score.reference(),
                        Decimals.of(score.value().value()),
                        finite(score.value().lower()),
                        finite(score.value().upper()),
                        Integer.toString(score.cells()),
                        Integer.toString(score.events()),
                        made.first().toString(),
                        (near ? made.last() : made.first()).toString(),
                        made.program(),
                        made.day().toString());
            }
        }
    }

    private static String finite(double value) {
        return Double.isFinite(value) ? Decimals.of(value) : "";
    }

    /** How far forecasts reach, in the order of the scores. */
    List<String> spans() {
        return scores.stream().map(Line::ahead).distinct().toList();
    }

    /** One score; empty where it is not defined. */
    Optional<Score> score(String ahead, String subset, String source, Measure measure, String reference) {
        return scores.stream()
                .filter(line -> line.ahead().equals(ahead))
                .map(Line::score)
                .filter(score -> score.subset().equals(subset)
                        && score.source().equals(source)
                        && score.measure() == measure
                        && score.reference().equals(reference))
                .findFirst();
    }

    /** The model's score of one span; empty where it is not defined. */
    Optional<Score> model(String ahead, String subset, Measure measure, String reference) {
        return score(ahead, subset, MODEL, measure, reference);
    }
}
