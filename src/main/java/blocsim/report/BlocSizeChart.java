package blocsim.report;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;

/**
 * How many states a bloc holds, over time: simulated with bands, and recorded.
 *
 * @param bloc the bloc's name with its article
 * @param counts what is counted; members first
 * @param source where the figures come from
 */
public record BlocSizeChart(String bloc, List<Count> counts, String source) implements Chart {
    /**
     * One way to count.
     *
     * @param label such as {@code Members} or {@code All on the ladder}
     * @param bands the simulated number, in order of time; at least two
     * @param recorded the recorded number, a step at each change, in order of time; empty where there is no record
     * @param recordedUntil the day to which the record reaches
     */
    public record Count(String label, List<Band> bands, List<Step> recorded, LocalDate recordedUntil) {
        /** @throws IllegalArgumentException if there are fewer than two bands */
        public Count {
            bands = List.copyOf(bands);
            recorded = List.copyOf(recorded);
            if (bands.size() < 2) {
                throw new IllegalArgumentException(
                        "count \"" + label + "\" has " + bands.size() + " dates; give at least two");
            }
        }

        private Band last() {
            return bands.get(bands.size() - 1);
        }
    }

    /**
     * The spread of a number over runs at a date.
     *
     * @param date the day
     * @param median half of the runs have at most so many
     * @param lower50 the 25 % quantile over runs
     * @param upper50 the 75 % quantile
     * @param lower90 the 5 % quantile
     * @param upper90 the 95 % quantile
     */
    public record Band(LocalDate date, double median, double lower50, double upper50, double lower90, double upper90) {
        /** @throws IllegalArgumentException if the quantiles do not rise */
        public Band {
            if (!(lower90 <= lower50 && lower50 <= median && median <= upper50 && upper50 <= upper90)) {
                throw new IllegalArgumentException("quantiles at " + date + " do not rise: " + lower90 + ", " + lower50
                        + ", " + median + ", " + upper50 + ", " + upper90);
            }
        }
    }

    /**
     * The number from a day on.
     *
     * @param date the first day on which the number holds
     * @param count the number of states
     */
    public record Step(LocalDate date, int count) {}

    /** @throws IllegalArgumentException if nothing is counted or the counts have different dates */
    public BlocSizeChart {
        counts = List.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "the chart of the bloc's size counts nothing; give at least the members");
        }
        for (Count count : counts) {
            if (!dates(count).equals(dates(counts.get(0)))) {
                throw new IllegalArgumentException("the counts of a chart have different dates; give all the same");
            }
        }
    }

    @Override
    public String name() {
        return "bloc-size";
    }

    @Override
    public String title() {
        return "The size of " + bloc;
    }

    @Override
    public String subtitle() {
        return "Number of states. Coloured line: median of the runs; inner band: the middle 50\u00a0% of runs; outer "
                + "band: the middle 90\u00a0%. Thin stepped line: the record.";
    }

    @Override
    public String description() {
        var text = new StringBuilder("Lines with bands over time.");
        for (Count count : counts) {
            Band last = count.last();
            text.append(' ')
                    .append(count.label())
                    .append(": in ")
                    .append(last.date().getYear())
                    .append(" the median is ")
                    .append(figure(last.median()))
                    .append(", the middle 90\u00a0% of runs lie between ")
                    .append(figure(last.lower90()))
                    .append(" and ")
                    .append(figure(last.upper90()));
            if (!count.recorded().isEmpty()) {
                text.append("; the record ends at ")
                        .append(count.recorded()
                                .get(count.recorded().size() - 1)
                                .count());
            }
            text.append('.');
        }
        return text.toString();
    }

    @Override
    public Table table() {
        var head = new ArrayList<String>(List.of("Date"));
        for (Count count : counts) {
            head.add(count.label() + ": median (5 to 95\u00a0%)");
            head.add(count.label() + ": recorded");
        }
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < counts.get(0).bands().size(); i++) {
            LocalDate date = counts.get(0).bands().get(i).date();
            var row = new ArrayList<String>(List.of(date.toString()));
            for (Count count : counts) {
                Band band = count.bands().get(i);
                row.add(figure(band.median()) + " (" + figure(band.lower90()) + " to " + figure(band.upper90()) + ")");
                row.add(recordedAt(count, date));
            }
            rows.add(row);
        }
        return new Table("Number of states in " + bloc, head, rows);
    }

    @Override
    public Picture draw(Size size) {
        double first = Years.of(counts.get(0).bands().get(0).date());
        double last = Years.of(counts.get(0).last().date());
        double most = 1;
        for (Count count : counts) {
            for (Band band : count.bands()) {
                most = Math.max(most, band.upper90());
            }
            for (Step step : count.recorded()) {
                most = Math.max(most, step.count());
            }
        }
        double step = Math.max(1, Theme.step(most, 6));
        double top = step * Math.ceil(most / step);
        var plot = Theme.plot(size, first, last, Theme.values(0, top, step, "0"));
        var ends = new ArrayList<Labels.End>();
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            var wide = new YIntervalSeries(count.label());
            var narrow = new YIntervalSeries(count.label());
            for (Band band : count.bands()) {
                wide.add(Years.of(band.date()), band.median(), band.lower90(), band.upper90());
                narrow.add(Years.of(band.date()), band.median(), band.lower50(), band.upper50());
            }
            Bands.band(plot, wide, colour(i), .18f);
            Bands.band(plot, narrow, colour(i), .3f);
        }
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            var median = new XYSeries(count.label());
            count.bands().forEach(band -> median.add(Years.of(band.date()), band.median()));
            Bands.line(plot, median, colour(i), Theme.stroke(size.em(.17)));
            Bands.line(plot, recorded(count, first, last), Theme.INK, Theme.stroke(size.em(.11)));
            double end = count.last().median();
            ends.add(new Labels.End(count.label() + " " + figure(end), end, colour(i)));
        }
        double room = Labels.room(ends, size);
        plot.setInsets(new RectangleInsets(size.em(.3), 0, 0, room));
        return new Picture(
                Theme.chart(plot, size),
                size.width(),
                size.height(),
                (g2, area) -> Labels.ends(g2, area, 0, top, ends, size));
    }

    private static Color colour(int index) {
        return index == 0 ? Theme.colour(Rung.MEMBER) : Theme.series(index + 1);
    }

    private static XYSeries recorded(Count count, double first, double last) {
        var series = new XYSeries("Record: " + count.label(), false);
        double held = Double.NaN;
        for (Step step : count.recorded()) {
            double x = Years.of(step.date());
            if (x > last) {
                break;
            }
            if (x > first) {
                if (!Double.isNaN(held)) {
                    series.add(series.isEmpty() ? first : x, held);
                    series.add(x, held);
                }
                series.add(x, step.count());
            }
            held = step.count();
        }
        double until = Math.min(last, Years.of(count.recordedUntil()));
        if (!Double.isNaN(held) && until > first) {
            series.add(series.isEmpty() ? first : until, held);
            series.add(until, held);
        }
        return series;
    }

    private static String recordedAt(Count count, LocalDate date) {
        String text = "\u2013";
        if (!date.isAfter(count.recordedUntil())) {
            for (Step step : count.recorded()) {
                if (!step.date().isAfter(date)) {
                    text = Integer.toString(step.count());
                }
            }
        }
        return text;
    }

    private static String figure(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }

    private static List<LocalDate> dates(Count count) {
        return count.bands().stream().map(Band::date).toList();
    }
}
