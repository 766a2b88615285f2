package blocsim.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;

/** Lines with bands around them, above and below zero, each labelled at its end. */
final class BandedLines {
    private BandedLines() {}

    /**
     * One line.
     *
     * @param label stands at its end
     * @param colour of line, band and label
     * @param dash which of {@link Theme#dash}
     * @param points with their bands, in order of time; the same dates for all lines of a chart
     */
    record Line(String label, Color colour, int dash, List<DatedEstimate> points) {
        /** Copies the list. */
        Line {
            points = List.copyOf(points);
        }

        private Estimate last() {
            return points.get(points.size() - 1).estimate();
        }
    }

    /** Draws lines, at least one, and marks dates worth a line of their own. */
    static Picture draw(List<Line> lines, List<Mark> marks, Size size) {
        List<DatedEstimate> dates = lines.get(0).points();
        double first = Years.of(dates.get(0).date());
        double last = Years.of(dates.get(dates.size() - 1).date());
        double least = 0;
        double most = 0;
        for (Line line : lines) {
            for (DatedEstimate point : line.points()) {
                least = Math.min(least, point.estimate().lower());
                most = Math.max(most, point.estimate().upper());
            }
        }
        double step = Theme.step(Math.max(1e-3, most - least), 7);
        double bottom = step * Math.floor(least / step);
        double top = step * Math.max(1, Math.ceil(most / step));
        var plot = Theme.plot(size, first, last, Theme.values(bottom, top, step, "0.###"));
        var ends = new ArrayList<Labels.End>();
        for (int i = 0; i < lines.size(); i++) {
            var band = new YIntervalSeries(lines.get(i).label());
            for (DatedEstimate point : lines.get(i).points()) {
                Estimate e = point.estimate();
                band.add(Years.of(point.date()), e.value(), e.lower(), e.upper());
            }
            Bands.band(plot, band, lines.get(i).colour(), .2f);
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            var series = new XYSeries(line.label());
            line.points()
                    .forEach(point ->
                            series.add(Years.of(point.date()), point.estimate().value()));
            Bands.line(plot, series, line.colour(), Theme.dash(line.dash(), size.em(.15)));
            ends.add(new Labels.End(line.label(), line.last().value(), line.colour()));
        }
        double room = Labels.room(ends, size);
        double lift = Labels.lift(marks, first, last, size.width() - room - size.em(4.2), size);
        plot.setInsets(new RectangleInsets(lift + size.em(.4), 0, 0, room));
        return new Picture(Theme.chart(plot, size), size.width(), size.height(), (g2, area) -> {
            Labels.marks(g2, area, first, last, marks, size.em(.1), size);
            Labels.ends(g2, area, bottom, top, ends, size);
        });
    }
}
