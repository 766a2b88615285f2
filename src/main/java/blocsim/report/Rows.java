package blocsim.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;

/** A plot whose values lie across and whose rows have names, the first on top. */
final class Rows {
    private Rows() {}

    /** A plot without data. */
    static XYPlot plot(List<String> names, NumberAxis values, Size size) {
        var rows = new SymbolAxis(null, names.toArray(String[]::new));
        rows.setInverted(true);
        rows.setRange(-.5, names.size() - .5);
        rows.setGridBandPaint(Theme.STRIPE);
        rows.setGridBandAlternatePaint(Theme.PAPER);
        var plot = Theme.plot(size, values.getLowerBound(), values.getUpperBound(), rows);
        if (plot.getDomainAxis() instanceof NumberAxis across) {
            across.setTickUnit(values.getTickUnit());
            across.setNumberFormatOverride(values.getNumberFormatOverride());
        }
        rows.setTickMarksVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(Theme.GRID);
        plot.setDomainGridlineStroke(Theme.stroke(1));
        return plot;
    }

    /** Draws the line of zero, at {@code x} in pixels, over what begins there. */
    static void zero(Graphics2D g2, Rectangle2D area, double x, Size size) {
        g2.setPaint(Theme.INK);
        g2.setStroke(Theme.stroke(size.em(.1)));
        g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
    }

    /** The width in pixels of the widest of some labels. */
    static double widest(List<String> labels, Font font) {
        return labels.stream()
                .mapToDouble(label -> Theme.width(label, font))
                .max()
                .orElse(0);
    }

    /** The bar of a row from one place across to another, in pixels; {@code share} of the row's height. */
    static Rectangle2D bar(Rectangle2D area, int row, int rows, double from, double to, double share) {
        double height = area.getHeight() / rows;
        return new Rectangle2D.Double(
                Math.min(from, to),
                area.getMinY() + (row + (1 - share) / 2) * height,
                Math.abs(to - from),
                share * height);
    }
}
