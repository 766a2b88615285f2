package blocsim.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ui.RectangleInsets;

/** Rows with a dot and its interval each, and a level marked by a dashed line. */
final class DotRows {
    private static final double ROW = 1.9;
    private static final int STEPS = 8;
    private static final int STEPS_NARROW = 4;

    private DotRows() {}

    /**
     * One row.
     *
     * @param label beside it
     * @param estimate with its interval
     * @param strong whether it stands out
     */
    record Row(String label, Estimate estimate, boolean strong) {}

    /** A figure with its interval. */
    static String text(Estimate estimate) {
        return Numbers.decimal(estimate.value()) + " (" + Numbers.decimal(estimate.lower()) + " to "
                + Numbers.decimal(estimate.upper()) + ")";
    }

    /**
     * Draws rows, at least one.
     *
     * @param level where the dashed line is
     * @param shown a value that the axis takes in
     */
    static Picture draw(List<Row> rows, double level, double shown, Size size) {
        double least = Math.min(level, shown);
        double most = Math.max(level, shown);
        for (Row row : rows) {
            least = Math.min(least, row.estimate().lower());
            most = Math.max(most, row.estimate().upper());
        }
        double step = Theme.step(Math.max(1e-3, most - least), size.narrow() ? STEPS_NARROW : STEPS);
        double left = least >= 0 ? step * Math.floor(least / step) : step * Math.floor(least / step - .1);
        double right = step * Math.ceil(most / step + .1);
        var plot = Rows.plot(rows.stream().map(Row::label).toList(), Theme.values(left, right, step, "0.###"), size);
        var figures = rows.stream().map(row -> text(row.estimate())).toList();
        double room = size.narrow() ? size.em(1) : Rows.widest(figures, Theme.font(size, .9)) + size.em(1.2);
        plot.setInsets(new RectangleInsets(size.em(.4), 0, 0, room));
        int height = (int) Math.round(size.em(3.4) + rows.size() * size.em(ROW));
        return new Picture(Theme.chart(plot, size), size.width(), Math.max(size.height(), height), (g2, area) -> {
            double at = Labels.x(level, left, right, area);
            g2.setPaint(Theme.SOFT_INK);
            g2.setStroke(Theme.dash(1, size.em(.1)));
            g2.draw(new Line2D.Double(at, area.getMinY(), at, area.getMaxY()));
            for (int k = 0; k < rows.size(); k++) {
                double y = area.getMinY() + (k + .5) * area.getHeight() / rows.size();
                row(g2, area, rows.get(k), y, left, right, size);
            }
        });
    }

    private static void row(Graphics2D g2, Rectangle2D area, Row row, double y, double left, double right, Size size) {
        Color colour = row.strong() ? Theme.series(0) : Theme.SOFT_INK;
        g2.setPaint(colour);
        g2.setStroke(Theme.stroke(size.em(row.strong() ? .22 : .14)));
        g2.draw(new Line2D.Double(
                Labels.x(row.estimate().lower(), left, right, area),
                y,
                Labels.x(row.estimate().upper(), left, right, area),
                y));
        double r = size.em(row.strong() ? .42 : .34);
        double x = Labels.x(row.estimate().value(), left, right, area);
        g2.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        if (!size.narrow()) {
            g2.setPaint(Theme.INK);
            g2.setFont(Theme.font(size, .9));
            g2.drawString(text(row.estimate()), (float) (area.getMaxX() + size.em(.6)), (float) (y + size.em(.32)));
        }
    }
}
