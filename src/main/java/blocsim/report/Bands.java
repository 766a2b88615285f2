package blocsim.report;

import java.awt.Color;
import java.awt.Stroke;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Lines and the bands about them, laid onto a plot one by one in the order in which they are painted. */
final class Bands {
    private Bands() {}

    /** Lays a band, without a line; {@code alpha} is its opacity in (0, 1]. */
    static void band(XYPlot plot, YIntervalSeries series, Color colour, float alpha) {
        var renderer = new DeviationRenderer(false, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setAlpha(alpha);
        renderer.setSeriesFillPaint(0, colour);
        var data = new YIntervalSeriesCollection();
        data.addSeries(series);
        add(plot, data, renderer);
    }

    /** Lays a line. */
    static void line(XYPlot plot, XYSeries series, Color colour, Stroke stroke) {
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        add(plot, new XYSeriesCollection(series), renderer);
    }

    private static void add(XYPlot plot, XYDataset data, XYLineAndShapeRenderer renderer) {
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }
}
