package blocsim.gui;

import blocsim.report.Rung;
import blocsim.report.Theme;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.swing.JFrame;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYAreaRenderer2;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.CategoryTableXYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import sim.display.Controller;

/** Charts that grow with the run: the members of each bloc, and how the states stand with the bloc shown. */
final class LiveCharts {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final float LINE_WIDTH = 2.5f;

    private final JFreeChart sizes;
    private final JFreeChart rungs;
    private final List<JFrame> frames;

    LiveCharts(Controller controller) {
        this.sizes = chart("Full members", "states");
        this.rungs = chart("Standings", "share of all states, %");
        this.frames = List.of(frame("Size of blocs", sizes, controller), frame("Rungs", rungs, controller));
    }

    private static JFreeChart chart(String title, String unit) {
        var years = new NumberAxis("year");
        years.setNumberFormatOverride(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        years.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        years.setAutoRangeIncludesZero(false);
        var values = new NumberAxis(unit);
        values.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        for (var axis : List.of(years, values)) {
            axis.setLabelFont(FONT);
            axis.setTickLabelFont(FONT);
            axis.setLabelPaint(Theme.INK);
            axis.setTickLabelPaint(Theme.INK);
        }
        var plot = new XYPlot(null, years, values, null);
        plot.setBackgroundPaint(Theme.PAPER);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setDomainGridlinesVisible(false);
        plot.setOutlineVisible(false);
        var chart = new JFreeChart(title, TITLE, plot, true);
        chart.setBackgroundPaint(Theme.PAPER);
        chart.getTitle().setPaint(Theme.INK);
        chart.getLegend().setItemFont(FONT);
        chart.getLegend().setItemPaint(Theme.INK);
        chart.getLegend().setFrame(BlockBorder.NONE);
        return chart;
    }

    private static JFrame frame(String title, JFreeChart chart, Controller controller) {
        var frame = new JFrame(title);
        frame.setContentPane(new ChartPanel(chart, 560, 320, 200, 150, 4000, 3000, true, true, true, true, true, true));
        frame.pack();
        controller.registerFrame(frame);
        return frame;
    }

    List<JFrame> frames() {
        return frames;
    }

    /** What is drawn of each chart. */
    JFreeChart sizes() {
        return sizes;
    }

    JFreeChart rungs() {
        return rungs;
    }

    /** Draws a course so far. */
    void show(Course course, int bloc) {
        showSizes(course);
        showRungs(course, bloc);
    }

    private void showSizes(Course course) {
        var world = course.world();
        var data = new XYSeriesCollection();
        var renderer = new XYStepRenderer();
        for (int b = 0; b < world.blocs().size(); b++) {
            var series = new XYSeries(world.blocs().get(b).code(), false, true);
            int top = world.blocs().get(b).ladder().top();
            for (int tick = 0; tick <= course.ticks(); tick++) {
                series.add(year(course, tick), course.count(tick, b, top));
            }
            data.addSeries(series);
            renderer.setSeriesPaint(b, Theme.series(b));
            renderer.setSeriesStroke(b, Theme.dash(b, LINE_WIDTH));
        }
        var plot = (XYPlot) sizes.getPlot();
        plot.setRenderer(renderer);
        plot.setDataset(data);
        range(course, plot);
    }

    private void showRungs(Course course, int bloc) {
        var world = course.world();
        var ladder = world.blocs().get(bloc).ladder();
        var data = new CategoryTableXYDataset();
        var renderer = new StackedXYAreaRenderer2();
        renderer.setOutline(true);
        for (int rung = ladder.top(), n = 0; rung >= 0; rung--, n++) {
            var shown = rung == 0
                    ? Rung.NONE
                    : new Rung(ladder.rung(rung).title(), ladder.rung(rung).height());
            for (int tick = 0; tick <= course.ticks(); tick++) {
                double share =
                        100.0 * course.count(tick, bloc, rung) / world.states().size();
                data.add(year(course, tick), share, shown.label());
            }
            renderer.setSeriesPaint(n, Theme.colour(shown));
            renderer.setSeriesOutlinePaint(n, Color.WHITE);
            renderer.setSeriesShape(n, Theme.shape(shown, 6));
        }
        rungs.setTitle("Standings with " + world.blocs().get(bloc).code());
        rungs.getTitle().setPaint(Theme.INK);
        var plot = (XYPlot) rungs.getPlot();
        plot.setRenderer(renderer);
        plot.setDataset(data);
        plot.getRangeAxis().setRange(0, 100);
        range(course, plot);
    }

    /** The whole horizon, so that a chart does not shrink while it grows. */
    private static void range(Course course, XYPlot plot) {
        var bounds = course.world().bounds();
        plot.getDomainAxis().setRange(year(course, 0), year(course, bounds.size() - 1));
    }

    private static double year(Course course, int tick) {
        var day = LocalDate.ofEpochDay(course.world().bounds().get(tick));
        return day.getYear() + (day.getDayOfYear() - 1) / (double) day.lengthOfYear();
    }

    void quit() {
        frames.forEach(JFrame::dispose);
    }
}
