package blocsim.report;

/**
 * A chart and all that must be said beside it, whatever it is drawn on.
 *
 * <p>An implementation is a record of the chart's figures: equal figures give equal pictures, bit for bit in SVG.
 */
public interface Chart {
    /** The name of the chart's files without their ending: lower case, words joined by hyphens. */
    String name();

    /** What the chart shows, in a few words. */
    String title();

    /** How to read it: what lines, bands and colours mean, and the unit. */
    String subtitle();

    /** Where the figures come from, for the line at the foot. */
    String source();

    /** The alternative text: what a reader who cannot see the chart must know of it. */
    String description();

    /** The figures drawn. */
    Table table();

    /** The picture without title, subtitle and source line; its height may exceed the size's. */
    Picture draw(Size size);
}
