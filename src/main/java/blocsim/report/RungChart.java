package blocsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;

/**
 * How likely one state stands on each rung of one bloc's ladder, over time, with the recorded dates.
 *
 * @param state the state's name
 * @param bloc the bloc's name with its article, such as {@code the SCO}
 * @param lines one line a rung, outsider first
 * @param recorded the rungs held in the record, in order of time; empty where there is no record
 * @param marks the recorded dates worth a line of their own
 * @param source where the figures come from
 */
public record RungChart(
        String state, String bloc, List<Line> lines, List<Spell> recorded, List<Mark> marks, String source)
        implements Chart {
    /**
     * The share of runs on one rung.
     *
     * @param rung the rung
     * @param shares shares in [0, 1] with 95 % intervals, in order of time; at least two
     */
    public record Line(Rung rung, List<DatedEstimate> shares) {
        /** @throws IllegalArgumentException if there are fewer than two points */
        public Line {
            shares = List.copyOf(shares);
            if (shares.size() < 2) {
                throw new IllegalArgumentException(
                        "line of " + rung.label() + " has " + shares.size() + " points; give at least two");
            }
        }

        private DatedEstimate last() {
            return shares.get(shares.size() - 1);
        }
    }

    /** @throws IllegalArgumentException if there is no line or the lines have different dates */
    public RungChart {
        lines = List.copyOf(lines);
        recorded = List.copyOf(recorded);
        marks = List.copyOf(marks);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the chart of rungs has no line; give one for each rung");
        }
        for (Line line : lines) {
            if (!dates(line).equals(dates(lines.get(0)))) {
                throw new IllegalArgumentException("the lines of a chart have different dates; give all the same");
            }
        }
    }

    @Override
    public String name() {
        return "rung-probabilities";
    }

    @Override
    public String title() {
        return state + " on the ladder of " + bloc;
    }

    @Override
    public String subtitle() {
        return "Share of runs in each status, in percent. Shaded: 95\u00a0% interval from the number of runs. "
                + "Ribbon and dashed lines: the recorded course.";
    }

    @Override
    public String description() {
        var text = new StringBuilder(
                "Lines over time, " + lines.get(0).shares().get(0).date().getYear() + " to "
                        + lines.get(0).last().date().getYear() + ". At the end ");
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "" : i == lines.size() - 1 ? " and " : ", ")
                    .append(Numbers.percent(lines.get(i).last().estimate().value()))
                    .append(" of runs have ")
                    .append(state)
                    .append(" as ")
                    .append(lines.get(i).rung().word());
        }
        text.append(".");
        for (Mark mark : marks) {
            text.append(" Recorded: ")
                    .append(mark.label())
                    .append(", on ")
                    .append(Numbers.day(mark.date()))
                    .append('.');
        }
        return text.toString();
    }

    @Override
    public Table table() {
        var head = new ArrayList<String>(List.of("Date"));
        lines.forEach(line -> head.add(line.rung().label()));
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < lines.get(0).shares().size(); i++) {
            LocalDate date = lines.get(0).shares().get(i).date();
            var row = new ArrayList<String>(List.of(date.toString()));
            for (Line line : lines) {
                Estimate share = line.shares().get(i).estimate();
                row.add(Numbers.percent(share.value()) + " (" + Numbers.percentRange(share) + ")");
            }
            rows.add(row);
        }
        return new Table("Share of runs with " + state + " in each status, with 95\u00a0% interval", head, rows);
    }

    @Override
    public Picture draw(Size size) {
        double first = Years.of(lines.get(0).shares().get(0).date());
        double last = Years.of(lines.get(0).last().date());
        var plot = Theme.plot(size, first, last, Theme.values(0, 1, .25, "0\u00a0%"));
        var ends = new ArrayList<Labels.End>();
        for (Line line : lines) {
            var band = new YIntervalSeries(line.rung().label());
            line.shares()
                    .forEach(p -> band.add(
                            Years.of(p.date()),
                            p.estimate().value(),
                            p.estimate().lower(),
                            p.estimate().upper()));
            Bands.band(plot, band, Theme.colour(line.rung()), .28f);
        }
        for (Line line : lines) {
            var series = new XYSeries(line.rung().label());
            line.shares()
                    .forEach(p -> series.add(Years.of(p.date()), p.estimate().value()));
            Bands.line(
                    plot,
                    series,
                    Theme.colour(line.rung()),
                    Theme.dash(3 - line.rung().level(), size.em(.17)));
            double end = line.last().estimate().value();
            ends.add(new Labels.End(line.rung().label() + " " + Numbers.percent(end), end, Theme.colour(line.rung())));
        }
        var shown = marked(first);
        double room = Labels.room(ends, size);
        double ribbon = recorded.isEmpty() ? 0 : size.em(.8);
        double above = ribbon + size.em(ribbon > 0 ? .65 : .1);
        double lift = above + Labels.lift(shown, first, last, size.width() - room - size.em(4.2), size);
        plot.setInsets(new RectangleInsets(lift + size.em(.3), 0, 0, room));
        return new Picture(Theme.chart(plot, size), size.width(), size.height(), (g2, area) -> {
            Labels.marks(g2, area, first, last, shown, above, size);
            Labels.ribbon(g2, area, first, last, recorded, ribbon, size);
            Labels.ends(g2, area, 0, 1, ends, size);
        });
    }

    /** The marks, and one for the rung that is held on record where the axis begins. */
    private List<Mark> marked(double first) {
        var all = new ArrayList<>(marks);
        for (Spell spell : recorded) {
            boolean open = Years.of(spell.from()) < first
                    && Years.of(spell.to()) > first
                    && spell.rung().level() > 0;
            if (open && marks.stream().noneMatch(mark -> mark.date().equals(spell.from()))) {
                // Without a year: the record is cut where the horizon begins.
                all.add(new Mark(spell.from(), spell.rung().label(), spell.rung()));
            }
        }
        return all;
    }

    private static List<LocalDate> dates(Line line) {
        return line.shares().stream().map(DatedEstimate::date).toList();
    }
}
