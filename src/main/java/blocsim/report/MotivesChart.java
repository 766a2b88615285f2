package blocsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;

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
        List<DatedEstimate> dates = lines.get(0).parts();
        double first = Years.of(dates.get(0).date());
        double last = Years.of(dates.get(dates.size() - 1).date());
        double least = 0;
        double most = 0;
        for (Line line : lines) {
            for (DatedEstimate part : line.parts()) {
                least = Math.min(least, part.estimate().lower());
                most = Math.max(most, part.estimate().upper());
            }
        }
        double step = Theme.step(Math.max(1e-3, most - least), 7);
        double bottom = step * Math.floor(least / step);
        double top = step * Math.max(1, Math.ceil(most / step));
        var plot = Theme.plot(size, first, last, Theme.values(bottom, top, step, "0.###"));
        var ends = new ArrayList<Labels.End>();
        for (int i = 0; i < lines.size(); i++) {
            var band = new YIntervalSeries(lines.get(i).motive());
            for (DatedEstimate part : lines.get(i).parts()) {
                Estimate e = part.estimate();
                band.add(Years.of(part.date()), e.value(), e.lower(), e.upper());
            }
            Bands.band(plot, band, Theme.series(i), .2f);
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            var series = new XYSeries(line.motive());
            line.parts()
                    .forEach(part ->
                            series.add(Years.of(part.date()), part.estimate().value()));
            Bands.line(plot, series, Theme.series(i), Theme.dash(i, size.em(.15)));
            ends.add(new Labels.End(line.motive(), line.last().value(), Theme.series(i)));
        }
        double room = Labels.room(ends, size);
        double lift = Labels.lift(marks, first, last, size.width() - room - size.em(4.2), size);
        plot.setInsets(new RectangleInsets(lift + size.em(.4), 0, 0, room));
        return new Picture(Theme.chart(plot, size), size.width(), size.height(), (g2, area) -> {
            Labels.marks(g2, area, first, last, marks, size.em(.1), size);
            Labels.ends(g2, area, bottom, top, ends, size);
        });
    }

    private static List<LocalDate> dates(Line line) {
        return line.parts().stream().map(DatedEstimate::date).toList();
    }
}
