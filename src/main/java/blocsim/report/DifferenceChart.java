package blocsim.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What one changed scenario does to the chances of a state on each rung, over time: pairs of runs with the same luck.
 *
 * @param state the state's name
 * @param bloc the bloc's name with its article
 * @param change what was changed, in a few words
 * @param lines one line a rung, in percentage points
 * @param marks the recorded dates worth a line of their own
 * @param source where the figures come from
 */
public record DifferenceChart(
        String state, String bloc, String change, List<Line> lines, List<Mark> marks, String source) implements Chart {
    /**
     * The difference in the share of runs on one rung.
     *
     * @param rung the rung
     * @param points changed less base, in percentage points with 95 % intervals, in order of time; at least two
     */
    public record Line(Rung rung, List<DatedEstimate> points) {
        /** Copies the list. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /** @throws IllegalArgumentException if there is no line */
    public DifferenceChart {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the chart of differences has no line; give one for each rung");
        }
    }

    @Override
    public String name() {
        return "rung-differences";
    }

    @Override
    public String title() {
        return state + " on the ladder of " + bloc + ": what changes";
    }

    @Override
    public String subtitle() {
        return sentence(change)
                + " Difference in the share of runs on each rung, in percentage points, over pairs of runs with the same "
                + "luck; shaded: 95\u00a0% interval. Dashed: recorded steps.";
    }

    /** Words that may be a question, closed. */
    static String sentence(String words) {
        return words.endsWith("?") || words.endsWith(".") ? words : words + ".";
    }

    @Override
    public String description() {
        var text = new StringBuilder(sentence(change) + " Lines with bands around zero over time. At the end: ");
        var parts = new ArrayList<String>();
        for (Line line : lines) {
            var last = line.points().get(line.points().size() - 1).estimate();
            parts.add(line.rung().label() + " " + Numbers.decimal(last.value()) + " points ("
                    + Numbers.decimal(last.lower()) + " to " + Numbers.decimal(last.upper()) + ")");
        }
        return text.append(String.join(", ", parts)).append('.').toString();
    }

    @Override
    public Table table() {
        var head = new ArrayList<String>(List.of("Date"));
        lines.forEach(line -> head.add(line.rung().label()));
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < lines.get(0).points().size(); k++) {
            var row = new ArrayList<String>(
                    List.of(lines.get(0).points().get(k).date().toString()));
            for (Line line : lines) {
                row.add(Numbers.decimal(line.points().get(k).estimate().value()));
            }
            rows.add(row);
        }
        return new Table("Difference in the share of runs, percentage points", head, rows);
    }

    @Override
    public Picture draw(Size size) {
        return BandedLines.draw(
                lines.stream()
                        .map(line -> new BandedLines.Line(
                                line.rung().label(),
                                Theme.colour(line.rung()),
                                3 - line.rung().level(),
                                line.points()))
                        .toList(),
                marks,
                size);
    }
}
