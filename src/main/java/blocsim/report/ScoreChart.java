package blocsim.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.ui.RectangleInsets;

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

    private static final double ROW = 1.9;
    private static final int STEPS = 8;
    private static final int STEPS_NARROW = 4;

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
        double least = level;
        double most = level;
        for (Row row : rows) {
            least = Math.min(least, row.score().lower());
            most = Math.max(most, row.score().upper());
        }
        double step = Theme.step(Math.max(1e-3, most - least), size.narrow() ? STEPS_NARROW : STEPS);
        double left = step * Math.floor(least / step - .1);
        double right = step * Math.ceil(most / step + .1);
        var plot = Rows.plot(rows.stream().map(Row::label).toList(), Theme.values(left, right, step, "0.###"), size);
        var figures = rows.stream().map(ScoreChart::text).toList();
        double room = size.narrow() ? size.em(1) : Rows.widest(figures, Theme.font(size, .9)) + size.em(1.2);
        plot.setInsets(new RectangleInsets(size.em(.4), 0, 0, room));
        int height = (int) Math.round(size.em(3.4) + rows.size() * size.em(ROW));
        return new Picture(Theme.chart(plot, size), size.width(), Math.max(size.height(), height), (g2, area) -> {
            double none = Labels.x(level, left, right, area);
            g2.setPaint(Theme.SOFT_INK);
            g2.setStroke(Theme.dash(1, size.em(.1)));
            g2.draw(new Line2D.Double(none, area.getMinY(), none, area.getMaxY()));
            for (int k = 0; k < rows.size(); k++) {
                row(g2, area, k, left, right, size);
            }
        });
    }

    private void row(Graphics2D g2, Rectangle2D area, int index, double left, double right, Size size) {
        Row row = rows.get(index);
        double y = area.getMinY() + (index + .5) * area.getHeight() / rows.size();
        Color colour = row.strong() ? Theme.series(0) : Theme.SOFT_INK;
        g2.setPaint(colour);
        g2.setStroke(Theme.stroke(size.em(row.strong() ? .22 : .14)));
        g2.draw(new Line2D.Double(
                Labels.x(row.score().lower(), left, right, area),
                y,
                Labels.x(row.score().upper(), left, right, area),
                y));
        double r = size.em(row.strong() ? .42 : .34);
        double x = Labels.x(row.score().value(), left, right, area);
        g2.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        if (!size.narrow()) {
            g2.setPaint(Theme.INK);
            g2.setFont(Theme.font(size, .9));
            g2.drawString(text(row), (float) (area.getMaxX() + size.em(.6)), (float) (y + size.em(.32)));
        }
    }

    private static String text(Row row) {
        return Numbers.decimal(row.score().value()) + " ("
                + Numbers.decimal(row.score().lower()) + " to "
                + Numbers.decimal(row.score().upper()) + ")";
    }
}
