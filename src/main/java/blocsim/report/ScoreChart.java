package blocsim.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One score of several sources of forecasts, or of one source on several blocs, with intervals.
 *
 * @param name the end of the file's name, such as {@code log-skill}
 * @param title what is compared
 * @param reading how to read the score, in a sentence or two
 * @param level the value of a source that knows nothing, marked by a line
 * @param rows in the order in which they are shown
 * @param source where the figures come from
 */
public record ScoreChart(String name, String title, String reading, double level, List<Row> rows, String source)
        implements Chart {
    /**
     * One row.
     *
     * @param label of the source or the bloc
     * @param score with its interval
     * @param events how many decisions it rests on
     * @param strong whether it is what the chart is about rather than a comparison
     */
    public record Row(String label, Estimate score, int events, boolean strong) {}

    /** @throws IllegalArgumentException if there is no row */
    public ScoreChart {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the chart of scores has no row; give one for each source");
        }
    }

    @Override
    public String name() {
        return "scores-" + name;
    }

    @Override
    public String subtitle() {
        return reading + " Line: 95\u00a0% interval over draws of whole states. Dashed: what knows nothing.";
    }

    @Override
    public String description() {
        return rows.stream()
                .map(row -> row.label() + " " + text(row) + ", " + row.events() + " decisions")
                .collect(Collectors.joining("; ", "One point with its interval for each row: ", "."));
    }

    @Override
    public Table table() {
        return new Table(
                title,
                List.of("Source", "Score (95\u00a0%)", "Decisions"),
                rows.stream()
                        .map(row -> List.of(row.label(), text(row), Integer.toString(row.events())))
                        .toList());
    }

    @Override
    public Picture draw(Size size) {
        return DotRows.draw(
                rows.stream()
                        .map(row -> new DotRows.Row(row.label(), row.score(), row.strong()))
                        .toList(),
                level,
                level,
                size);
    }

    private static String text(Row row) {
        return DotRows.text(row.score());
    }
}
