package blocsim.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * The ladder of one bloc, a row for each state: above, the recorded course as a bar; below, when the runs reach each rung.
 *
 * @param bloc the bloc's name with its article
 * @param start the first day shown
 * @param end the last day shown, the horizon's end; later than {@code start}
 * @param top the rung whose share by the end stands at the right of each row
 * @param rows the states from top to bottom
 * @param hidden how many states have no row, since neither the record nor the runs move them much, or for want of room
 * @param source where the figures come from
 */
public record LadderTimelineChart(
        String bloc, LocalDate start, LocalDate end, Rung top, List<Row> rows, int hidden, String source)
        implements Chart {
    /**
     * One state.
     *
     * @param state the state's name
     * @param code its short code, used where there is no room for the name
     * @param recorded the rungs held in the record, in order of time
     * @param simulated when the runs reach each rung, lowest first; leave out rungs held at the start
     */
    public record Row(String state, String code, List<Spell> recorded, List<FirstDate> simulated) {
        /** A row; the lists are copied. */
        public Row {
            recorded = List.copyOf(recorded);
            simulated = List.copyOf(simulated);
        }
    }

    /**
     * When runs first reach a rung. Quantiles are over all runs; a run that never gets there counts as later than the
     * horizon's end, so a quantile may be missing.
     *
     * @param rung the rung
     * @param lower the 5 % quantile, null if fewer runs than that get there
     * @param median the median, null if fewer than half get there
     * @param upper the 95 % quantile, null if fewer than that get there
     * @param byEnd the share of runs that get there by the horizon's end, with its 95 % interval
     */
    public record FirstDate(
            Rung rung,
            @Nullable LocalDate lower,
            @Nullable LocalDate median,
            @Nullable LocalDate upper,
            Estimate byEnd) {
        /** @throws IllegalArgumentException if an earlier quantile is missing where a later one is given */
        public FirstDate {
            if ((lower == null && median != null) || (median == null && upper != null)) {
                throw new IllegalArgumentException("first dates of " + rung.label() + " are " + lower + ", " + median
                        + ", " + upper + "; a quantile that is reached needs the earlier ones");
            }
        }
    }

    private static final double ROW = 2.05;

    /** @throws IllegalArgumentException if there is no row or the end is not after the start */
    public LadderTimelineChart {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !start.isBefore(end)) {
            throw new IllegalArgumentException("the ladder has " + rows.size() + " rows from " + start + " to " + end
                    + "; give at least one state and an end after the start");
        }
    }

    @Override
    public String name() {
        return "ladder-timeline";
    }

    @Override
    public String title() {
        return "The ladder of " + bloc + ", recorded and simulated";
    }

    @Override
    public String subtitle() {
        return "Bar: the recorded status. Below it, for each rung, when runs first reach it: mark at the median, line from "
                + "the 5\u00a0% to the 95\u00a0% quantile, arrow where that lies beyond " + end.getYear()
                + ". Right: share of runs that make the state a " + top.word() + " by the end of " + end.getYear()
                + "."
                + (hidden == 0
                        ? ""
                        : " Not shown: " + hidden + (hidden == 1 ? " state" : " states")
                                + " that neither the record nor most runs move.");
    }

    @Override
    public String description() {
        var text = new StringBuilder(
                "One row for each of " + rows.size() + " states, " + start.getYear() + " to " + end.getYear() + ".");
        for (Row row : rows) {
            for (FirstDate first : row.simulated()) {
                if (first.rung().equals(top)) {
                    text.append(' ')
                            .append(row.state())
                            .append(": ")
                            .append(top.word())
                            .append(" in ")
                            .append(Numbers.percent(first.byEnd().value()))
                            .append(" of runs.");
                }
            }
        }
        return text.toString();
    }

    @Override
    public Table table() {
        var cells = new ArrayList<List<String>>();
        for (Row row : rows) {
            for (FirstDate first : row.simulated()) {
                cells.add(List.of(
                        row.state(),
                        first.rung().label(),
                        recorded(row, first.rung()),
                        Numbers.month(first.median()),
                        Numbers.months(first.lower(), first.upper()),
                        Numbers.percent(first.byEnd().value()) + " (" + Numbers.percentRange(first.byEnd()) + ")"));
            }
        }
        return new Table(
                "First date on each rung of " + bloc,
                List.of(
                        "State",
                        "Rung",
                        "Recorded",
                        "Median of runs",
                        "5 to 95\u00a0%",
                        "Runs there by " + end.getYear()),
                cells);
    }

    @Override
    public Picture draw(Size size) {
        double first = Years.of(start);
        double last = Years.of(end);
        String[] names = names(size);
        var states = new SymbolAxis(null, names);
        states.setInverted(true);
        states.setRange(-.5, names.length - .5);
        states.setGridBandPaint(Theme.STRIPE);
        states.setGridBandAlternatePaint(Theme.PAPER);
        var plot = Theme.plot(size, first, last, states);
        states.setTickMarksVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(Theme.GRID);
        plot.setDomainGridlineStroke(Theme.stroke(1));
        double key = size.em(size.narrow() ? 3.1 : 2);
        plot.setInsets(new RectangleInsets(key, 0, 0, size.em(4)));
        int height = (int) Math.round(key + size.em(3) + rows.size() * size.em(ROW));
        return new Picture(Theme.chart(plot, size), size.width(), height, (g2, area) -> {
            key(g2, area, area.getMinY() - key + size.em(1), size);
            for (int i = 0; i < rows.size(); i++) {
                row(g2, area, i, first, last, size);
            }
        });
    }

    private String[] names(Size size) {
        Font font = Theme.font(size, 1);
        return rows.stream()
                .map(row -> Theme.width(row.state(), font) > .3 * size.width() ? row.code() : row.state())
                .toArray(String[]::new);
    }

    private void row(Graphics2D g2, Rectangle2D area, int index, double first, double last, Size size) {
        Row row = rows.get(index);
        double height = area.getHeight() / rows.size();
        double y = area.getMinY() + index * height;
        for (Spell spell : row.recorded()) {
            double from = Labels.x(Math.max(first, Years.of(spell.from())), first, last, area);
            double to = Labels.x(Math.min(last, Years.of(spell.to())), first, last, area);
            if (spell.rung().level() > 0 && to > from) {
                g2.setPaint(Theme.colour(spell.rung()));
                g2.fill(new Rectangle2D.Double(from, y + .1 * height, to - from, .34 * height));
                Labels.badge(g2, spell.rung(), from, to, y + .27 * height, size.em(.23));
            }
        }
        for (FirstDate date : row.simulated()) {
            // Held by all runs where the axis begins: nothing came.
            LocalDate upper = date.upper();
            boolean came = upper == null || upper.isAfter(start);
            double line = y + height * (.57 + .15 * (date.rung().level() - 1));
            if (came) {
                spread(g2, area, date, line, first, last, size);
            }
            if (date.rung().equals(top)) {
                g2.setPaint(Theme.INK);
                g2.setFont(Theme.font(size, .9));
                g2.drawString(Numbers.percent(date.byEnd().value()), (float) (area.getMaxX() + size.em(.8)), (float)
                        (y + height / 2 + size.em(.32)));
            }
        }
    }

    private static void spread(
            Graphics2D g2, Rectangle2D area, FirstDate date, double y, double first, double last, Size size) {
        if (date.lower() == null) {
            return;
        }
        double from = Labels.x(Math.max(first, Years.of(date.lower())), first, last, area);
        double to = date.upper() == null ? area.getMaxX() : Labels.x(Years.of(date.upper()), first, last, area);
        g2.setPaint(Theme.colour(date.rung()));
        g2.setStroke(Theme.stroke(size.em(.11)));
        g2.draw(new Line2D.Double(from, y, to, y));
        if (date.upper() == null) {
            double tip = size.em(.22);
            g2.draw(new Line2D.Double(to - tip, y - tip, to, y));
            g2.draw(new Line2D.Double(to - tip, y + tip, to, y));
        }
        if (date.median() != null) {
            at(g2, date.rung(), Labels.x(Years.of(date.median()), first, last, area), y, size);
        }
    }

    private static void at(Graphics2D g2, Rung rung, double x, double y, Size size) {
        Shape shape =
                AffineTransform.getTranslateInstance(x, y).createTransformedShape(Theme.shape(rung, size.em(.23)));
        g2.fill(shape);
    }

    private void key(Graphics2D g2, Rectangle2D area, double y, Size size) {
        var rungs = new ArrayList<Rung>();
        for (Row row : rows) {
            row.recorded().forEach(spell -> rungs.add(spell.rung()));
            row.simulated().forEach(date -> rungs.add(date.rung()));
        }
        Font font = Theme.font(size, .9);
        g2.setFont(font);
        double x = area.getMinX();
        for (int level = 1; level <= 3; level++) {
            int wanted = level;
            for (Rung rung :
                    rungs.stream().filter(r -> r.level() == wanted).distinct().toList()) {
                g2.setPaint(Theme.colour(rung));
                g2.fill(new Rectangle2D.Double(x, y - size.em(.7), size.em(1.3), size.em(.7)));
                Labels.badge(g2, rung, x, x + size.em(1.3), y - size.em(.35), size.em(.23));
                g2.setPaint(Theme.colour(rung));
                at(g2, rung, x + size.em(1.8), y - size.em(.35), size);
                g2.setPaint(Theme.INK);
                g2.drawString(rung.label(), (float) (x + size.em(2.3)), (float) y);
                x += size.em(3.3) + Theme.width(rung.label(), font);
            }
        }
        String right = top.label() + " by " + end.getYear();
        g2.setPaint(Theme.SOFT_INK);
        g2.setFont(Theme.font(size, .82));
        g2.drawString(right, (float) (size.width() - size.em(.7) - Theme.width(right, Theme.font(size, .82))), (float)
                (area.getMinY() - size.em(.4)));
    }

    private static String recorded(Row row, Rung rung) {
        for (Spell spell : row.recorded()) {
            if (spell.rung().level() >= rung.level()) {
                return Numbers.month(spell.from());
            }
        }
        return "\u2013";
    }
}
