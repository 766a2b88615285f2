package blocsim.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * A JFreeChart and what is painted over it: labels at the ends of lines and marked dates need to know where the axes
 * came to lie, which is known only once the chart is laid out.
 *
 * @param chart the chart; a fresh one for each picture, since JFreeChart's are mutable
 * @param width in pixels
 * @param height in pixels
 * @param overlay what is painted on top
 */
public record Picture(JFreeChart chart, int width, int height, Overlay overlay) {
    /** Paints over a chart that has been laid out. */
    @FunctionalInterface
    public interface Overlay {
        /**
         * Paints.
         *
         * @param g2 where to paint
         * @param dataArea the rectangle between the axes, in pixels
         */
        void paint(Graphics2D g2, Rectangle2D dataArea);
    }

    /** A picture with nothing painted over the chart. */
    public static Picture of(JFreeChart chart, Size size) {
        return new Picture(chart, size.width(), size.height(), (g2, area) -> {});
    }

    /** Paints chart and overlay with the top left corner at the origin. */
    void paint(Graphics2D g2) {
        var info = new ChartRenderingInfo();
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height), info);
        overlay.paint(g2, info.getPlotInfo().getDataArea());
    }
}
