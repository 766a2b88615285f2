package blocsim.report;

import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.forecast.ScoreReport;
import blocsim.input.InputException;
import blocsim.stats.Interval;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well the model told beforehand what came: scores of a back-test, kept with the program.
 *
 * @param scores of one year ahead and of many, of the model and of what it is compared with
 */
public record Skill(List<Line> scores) {
    /** What makes the back-test again. */
    public static final String COMMAND = "./blocsim backtest scenarios/studies/all-blocs-hindcast.json";

    static final String MODEL = "model";
    static final String BASE = "base-rate";
    static final String RIVAL = "logit-c";

    private static final String RESOURCE = "skill.csv";
    private static final String HEADER = "ahead,source,subset,measure,reference,value,lower,upper,cells,events";

    /**
     * One score.
     *
     * @param ahead how far the forecasts reach, such as {@code 1 year}
     * @param score the score
     */
    public record Line(String ahead, Score score) {}

    /** Copies the list. */
    public Skill {
        scores = List.copyOf(scores);
    }

    /** The scores kept with the program: of eight blocs, fitted at each origin to the years before it. */
    public static Skill kept() {
        var lines = new ArrayList<Line>();
        try (var reader = new BufferedReader(HtmlReport.open(RESOURCE))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.equals(HEADER)) {
                    lines.add(line(line.split(",", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
        return new Skill(lines);
    }

    private static Line line(String[] cells) {
        return new Line(
                cells[0],
                new Score(
                        cells[1],
                        cells[2],
                        Measure.of(cells[3]),
                        cells[4],
                        new Interval(
                                Double.parseDouble(cells[5]),
                                Double.parseDouble(cells[6]),
                                Double.parseDouble(cells[7])),
                        Integer.parseInt(cells[8]),
                        Integer.parseInt(cells[9])));
    }

    /**
     * The resource as a folder of a back-test has it.
     *
     * @param years how many years the far forecasts reach
     * @throws InputException if the folder lacks a table, or one cannot be read
     */
    static String text(Path folder, int years) throws InputException, IOException {
        return HEADER + "\n" + text("1 year", folder, true) + text(years + " years", folder.resolve("far"), false);
    }

    private static String text(String ahead, Path folder, boolean blocs) throws InputException, IOException {
        var text = new StringBuilder();
        for (Score score : BacktestCharts.scores(folder)) {
            boolean pooled = score.subset().equals(ScoreReport.ALL);
            if (isShown(score)
                    && (pooled || blocs)
                    && Double.isFinite(score.value().value())) {
                text.append(String.join(
                                ",",
                                ahead,
                                score.source(),
                                score.subset(),
                                score.measure().label(),
                                score.reference(),
                                Decimals.of(score.value().value()),
                                Decimals.of(score.value().lower()),
                                Decimals.of(score.value().upper()),
                                Integer.toString(score.cells()),
                                Integer.toString(score.events())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static boolean isShown(Score score) {
        return switch (score.measure()) {
            case AUROC -> score.source().equals(MODEL) || score.source().equals(RIVAL);
            case BIAS -> score.source().equals(MODEL);
            case LOG_SKILL ->
                score.source().equals(MODEL)
                        && (score.reference().equals(BASE) || score.reference().equals(RIVAL));
            default -> false;
        };
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
