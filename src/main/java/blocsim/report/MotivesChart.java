package blocsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each group of motives adds to the value of membership for one state, over time.
 *
 * @param state the state's name
 * @param bloc the bloc's name with its article
 * @param lines one line a motive; costs are below zero
 * @param marks the recorded dates worth a line of their own
 * @param source where the figures come from
 */
public record MotivesChart(String state, String bloc, List<Line> lines, List<Mark> marks, String source)
        implements Chart {
    /**
     * One motive's part of the value.
     *
     * @param motive the name of the group, such as {@code Network}
     * @param parts the mean over runs with its band, in units of the value of membership, in order of time; at least two
     */
    public record Line(String motive, List<DatedEstimate> parts) {
        /** @throws IllegalArgumentException if there are fewer than two points */
        public Line {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException(
                        "motive " + motive + " has " + parts.size() + " points; give at least two");
            }
        }

        private Estimate last() {
            return parts.get(parts.size() - 1).estimate();
        }
    }

    /** @throws IllegalArgumentException if there is no line or the lines have different dates */
    public MotivesChart {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the chart of motives has no line; give one for each group");
        }
        for (Line line : lines) {
            if (!dates(line).equals(dates(lines.get(0)))) {
                throw new IllegalArgumentException("the lines of a chart have different dates; give all the same");
            }
        }
    }

    @Override
    public String name() {
        return "motives";
    }

    @Override
    public String title() {
        return "What draws " + state + " to " + bloc;
    }

    @Override
    public String subtitle() {
        return "Part of each motive in the value of full membership, in the model's own unit; below zero it holds back. "
                + "Line: mean over runs; shaded: the middle 90\u00a0% of runs. Dashed: recorded steps.";
    }

    @Override
    public String description() {
        var falling = new ArrayList<>(lines);
        falling.sort(
                Comparator.comparingDouble((Line line) -> line.last().value()).reversed());
        var text = new StringBuilder("Lines with bands over time. At the end, from the strongest motive down: ");
        for (int i = 0; i < falling.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(falling.get(i).motive())
                    .append(' ')
                    .append(Numbers.decimal(falling.get(i).last().value()));
        }
        return text.append('.').toString();
    }

    @Override
    public Table table() {
        var head = new ArrayList<String>(List.of("Date"));
        lines.forEach(line -> head.add(line.motive()));
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < lines.get(0).parts().size(); i++) {
            LocalDate date = lines.get(0).parts().get(i).date();
            var row = new ArrayList<String>(List.of(date.toString()));
            for (Line line : lines) {
                row.add(Numbers.decimal(line.parts().get(i).estimate().value()));
            }
            rows.add(row);
        }
        return new Table("Part of each motive in the value of membership, mean over runs", head, rows);
    }

    @Override
    public Picture draw(Size size) {
        var banded = new ArrayList<BandedLines.Line>();
        for (int i = 0; i < lines.size(); i++) {
            banded.add(new BandedLines.Line(
                    lines.get(i).motive(), Theme.series(i), i, lines.get(i).parts()));
        }
        return BandedLines.draw(banded, marks, size);
    }

    private static List<LocalDate> dates(Line line) {
        return line.parts().stream().map(DatedEstimate::date).toList();
    }
}
