package blocsim.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/**
 * How every chart looks: one set of colours, one family of type, one grid, one place for the source.
 *
 * <p>Colours start from the palette of Okabe and Ito (2008), "Color Universal Design", and stay apart under the three
 * dichromacies; those of the rungs also stand out from white by 3 to 1 (WCAG 2.2, 1.4.11). {@code ThemeTest} holds both.
 */
public final class Theme {
    /** What a chart is drawn on. */
    public static final Color PAPER = Color.WHITE;
    /** Text, axes and the recorded course of events. */
    public static final Color INK = new Color(0x22262b);
    /** Text of second rank: subtitle and source. */
    public static final Color SOFT_INK = new Color(0x565d66);
    /** Grid lines. */
    public static final Color GRID = new Color(0xdde1e6);
    /** Every other row of a chart with rows. */
    public static final Color STRIPE = new Color(0xf4f6f8);

    private static final List<Color> RUNGS =
            List.of(new Color(0x949494), new Color(0x2f97d4), new Color(0xc98200), new Color(0x004c7d));
    private static final List<Color> SERIES = List.of(
            new Color(0x0072b2),
            new Color(0xe69f00),
            new Color(0x009e73),
            new Color(0xd55e00),
            new Color(0xcc79a7),
            new Color(0x56b4e9),
            new Color(0x4d4d4d));
    private static final List<Color> DARK_RUNGS =
            List.of(new Color(0x858b93), new Color(0x9bd4f5), new Color(0xf0a830), new Color(0x2a7fc4));
    /** The height of a line of text over that of its letters. */
    private static final double LINE = 1.2;

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private Theme() {}

    /** The colour of a rung, by its level. */
    public static Color colour(Rung rung) {
        return RUNGS.get(rung.level());
    }

    /** The colours of the four levels, outsider to member. */
    public static List<Color> rungColours() {
        return RUNGS;
    }

    /** The colours of general series, in the order in which charts use them; more than seven series repeat them. */
    public static List<Color> seriesColours() {
        return SERIES;
    }

    /** For each colour of a chart the one that takes its place on a dark page, in a fixed order. */
    public static Map<Color, Color> onDark() {
        var pairs = new LinkedHashMap<Color, Color>();
        pairs.put(PAPER, new Color(0x15181d));
        pairs.put(INK, new Color(0xe8eaed));
        pairs.put(SOFT_INK, new Color(0xb0b6bf));
        pairs.put(GRID, new Color(0x363c45));
        pairs.put(STRIPE, new Color(0x1c2026));
        for (int level = 0; level < RUNGS.size(); level++) {
            pairs.put(RUNGS.get(level), DARK_RUNGS.get(level));
        }
        pairs.put(SERIES.get(6), new Color(0xc4c8cd));
        return pairs;
    }

    /** The colour of the n-th series, from 0. */
    public static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /** A mark for a rung, by its level, so that colour alone never carries the meaning; {@code radius} in pixels. */
    public static Shape shape(Rung rung, double radius) {
        double r = radius;
        return switch (rung.level()) {
            case 1 -> polygon(0, -1.15 * r, 1.1 * r, .85 * r, -1.1 * r, .85 * r);
            case 2 -> polygon(0, -1.25 * r, 1.25 * r, 0, 0, 1.25 * r, -1.25 * r, 0);
            case 3 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            default -> new Rectangle2D.Double(-.85 * r, -.85 * r, 1.7 * r, 1.7 * r);
        };
    }

    /** A dash for the n-th series, so that lines are told apart without colour; {@code width} in pixels. */
    public static Stroke dash(int index, double width) {
        float w = (float) width;
        float[][] patterns = {{}, {3 * w, 1.5f * w}, {w, 1.5f * w}, {5 * w, 1.5f * w, w, 1.5f * w}};
        float[] pattern = patterns[index % patterns.length];
        return pattern.length == 0
                ? stroke(width)
                : new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    static Stroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static Font font(Size size, double share) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(size.em(share)));
    }

    static Font bold(Size size, double share) {
        return new Font(Font.SANS_SERIF, Font.BOLD, (int) Math.round(size.em(share)));
    }

    /** The width of a text in pixels. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, METRICS).getWidth();
    }

    /** A plot over years with the house's grid and no data; {@code first} and {@code last} are decimal years. */
    static XYPlot plot(Size size, double first, double last, ValueAxis values) {
        var years = new NumberAxis();
        years.setRange(first, last);
        years.setNumberFormatOverride(format("0"));
        years.setTickUnit(new NumberTickUnit(yearStep(size, last - first)));
        dress(years, size);
        // Lower than the labels of the other axis need, so that the two do not meet in the corner.
        years.setTickLabelInsets(new RectangleInsets(size.em(.3), size.em(.2), size.em(.12), size.em(.25)));
        dress(values, size);
        var plot = new XYPlot(null, years, values, null);
        plot.setBackgroundPaint(PAPER);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(stroke(1));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(SOFT_INK);
        plot.setRangeZeroBaselineStroke(stroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        return plot;
    }

    /** A value axis with about {@code lower} to {@code upper} on it, a tick each {@code step}. */
    static NumberAxis values(double lower, double upper, double step, String pattern) {
        var axis = new NumberAxis();
        axis.setRange(lower, upper);
        axis.setTickUnit(new NumberTickUnit(step));
        axis.setNumberFormatOverride(format(pattern));
        return axis;
    }

    /** A step of 1, 2 or 5 times a power of ten that parts a span into at most {@code most} pieces. */
    static double step(double span, int most) {
        double power = 1e-6;
        while (true) {
            for (double factor : new double[] {1, 2, 5}) {
                if (span <= most * factor * power) {
                    return factor * power;
                }
            }
            power *= 10;
        }
    }

    static JFreeChart chart(XYPlot plot, Size size) {
        var chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setBackgroundPaint(PAPER);
        chart.setBorderVisible(false);
        chart.setPadding(new RectangleInsets(size.em(.5), size.em(.5), size.em(.4), size.em(.7)));
        return chart;
    }

    /** A chart without axes, whose whole area is painted over. */
    static JFreeChart blank(Size size) {
        var plot = plot(size, 0, 1, values(0, 1, 1, "0"));
        plot.getDomainAxis().setVisible(false);
        plot.getRangeAxis().setVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        return chart(plot, size);
    }

    /** Adds title, subtitle and source line to a chart. */
    static void caption(JFreeChart chart, Chart said, Size size) {
        var title = text(said.title(), bold(size, 1.4), INK);
        chart.setTitle(title);
        var subtitle = text(said.subtitle(), font(size, .95), SOFT_INK);
        subtitle.setPadding(size.em(.15), 0, size.em(.4), 0);
        chart.addSubtitle(subtitle);
        var source = text("Source: " + said.source(), font(size, .78), SOFT_INK);
        source.setPosition(RectangleEdge.BOTTOM);
        source.setVerticalAlignment(VerticalAlignment.BOTTOM);
        source.setPadding(size.em(.35), 0, 0, 0);
        chart.addSubtitle(source);
    }

    /** The height in pixels of title, subtitle and source line in a picture of some width. */
    static double captionHeight(Chart said, Size size) {
        double room = size.width() - size.em(1.2);
        return lines(said.title(), bold(size, 1.4), room) * size.em(LINE * 1.4)
                + lines(said.subtitle(), font(size, .95), room) * size.em(LINE * .95)
                + lines("Source: " + said.source(), font(size, .78), room) * size.em(LINE * .78)
                + size.em(.9);
    }

    /** How many lines words take. */
    private static int lines(String words, Font font, double room) {
        int lines = 1;
        String line = "";
        for (String word : words.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, font) > room && !line.isEmpty()) {
                lines++;
                line = word;
            } else {
                line = longer;
            }
        }
        return lines;
    }

    static DecimalFormat format(String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return new DecimalFormat(pattern, symbols);
    }

    private static TextTitle text(String words, Font font, Color colour) {
        var title = new TextTitle(words, font);
        title.setPaint(colour);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 0, 0, 0);
        return title;
    }

    /** Gives an axis the house's letters and colours. */
    static void dress(ValueAxis axis, Size size) {
        axis.setTickLabelFont(font(size, 1));
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(SOFT_INK);
        axis.setTickMarkPaint(SOFT_INK);
        axis.setTickMarkOutsideLength((float) size.em(.25));
        axis.setTickLabelInsets(new RectangleInsets(size.em(.12), size.em(.2), size.em(.12), size.em(.25)));
    }

    private static double yearStep(Size size, double span) {
        double room = (size.narrow() ? .6 : .75) * size.width() / size.em(3.2);
        for (double step : new double[] {1, 2, 5, 10, 20, 50}) {
            if (span / step <= room) {
                return step;
            }
        }
        return 100;
    }

    private static Shape polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
