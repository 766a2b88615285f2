package blocsim.report;

import java.awt.Color;
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

    /** Draws an interval from one place across to another, with ticks at its ends; {@code height} of the bar under it, in pixels. */
    static void interval(Graphics2D g2, double from, double to, double y, double height, Size size) {
        g2.setPaint(Theme.INK);
        g2.setStroke(Theme.stroke(size.em(.1)));
        g2.draw(new Line2D.Double(from, y, to, y));
        double tick = Math.min(size.em(.25), height / 3);
        g2.draw(new Line2D.Double(from, y - tick, from, y + tick));
        g2.draw(new Line2D.Double(to, y - tick, to, y + tick));
    }

    /** The names beside rows: none in a narrow frame, where {@link #above} writes them into the rows. */
    static List<String> beside(List<String> names, Size size) {
        return size.narrow() ? names.stream().map(name -> "").toList() : names;
    }

    /** The share of a row of two bars that stays above them, for its name in a narrow frame. */
    static double head(Size size) {
        return size.narrow() ? .36 : 0;
    }

    /** Writes the name of a row above its bars and over what lies there, in a narrow frame; elsewhere it stands beside them. */
    static void above(Graphics2D g2, Rectangle2D area, int row, int rows, String name, Size size) {
        if (size.narrow()) {
            var font = Theme.font(size, 1);
            double height = area.getHeight() / rows;
            double left = area.getMinX() + size.em(.4);
            double middle = area.getMinY() + (row + head(size) / 2 + .04) * height;
            g2.setPaint(row % 2 == 0 ? Theme.STRIPE : Theme.PAPER);
            g2.fill(new Rectangle2D.Double(left, middle - size.em(.6), Theme.width(name, font), size.em(1.2)));
            g2.setPaint(Theme.INK);
            g2.setFont(font);
            g2.drawString(name, (float) left, (float) (middle + size.em(.36)));
        }
    }

    /** Writes the figures of a row to the right of it. */
    static void figures(Graphics2D g2, Rectangle2D area, int row, int rows, String figures, Size size) {
        g2.setPaint(Theme.INK);
        g2.setFont(Theme.font(size, .9));
        double middle = area.getMinY() + (row + .5 + head(size) / 2) * area.getHeight() / rows;
        g2.drawString(figures, (float) (area.getMaxX() + size.em(.6)), (float) (middle + size.em(.32)));
    }

    /**
     * Draws the two bars of a row, each from one value across to another, with its interval.
     *
     * @param from the value at which both begin
     * @param left the value at the left edge
     * @param right that at the right edge
     * @param share of the row's height that bars take
     */
    static void pair(
            Graphics2D g2,
            Rectangle2D area,
            int row,
            int rows,
            double from,
            List<Estimate> both,
            List<Color> colours,
            double left,
            double right,
            double share,
            Size size) {
        double begin = Labels.x(from, left, right, area);
        for (int n = 0; n < 2; n++) {
            Estimate of = both.get(n);
            double end = Labels.x(of.value(), left, right, area);
            var bar = half(area, row, rows, n == 1, begin, end, share, size);
            g2.setPaint(colours.get(n));
            g2.fill(bar);
            double lower = Labels.x(of.lower(), left, right, area);
            double upper = Labels.x(of.upper(), left, right, area);
            interval(g2, lower, upper, bar.getCenterY(), bar.getHeight(), size);
        }
    }

    /** One of the two bars of a row, which touch: the first or the second, from one place across to another. */
    private static Rectangle2D half(
            Rectangle2D area, int row, int rows, boolean second, double from, double to, double share, Size size) {
        double height = area.getHeight() / rows;
        double room = (1 - head(size)) * height;
        double thick = share * room / 2;
        double middle = area.getMinY() + row * height + head(size) * height + room / 2;
        return new Rectangle2D.Double(Math.min(from, to), second ? middle : middle - thick, Math.abs(to - from), thick);
    }
}
