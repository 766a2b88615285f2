package blocsim.report;

/**
 * The frame a chart is drawn for, in pixels of the picture's own coordinates, and the size of ordinary text in it.
 *
 * @param name what files call the size, such as {@code slide}
 * @param width in pixels
 * @param height in pixels; a chart with one row a state may grow beyond it
 * @param text height of ordinary text in pixels; titles are larger and the source line is smaller
 */
public record Size(String name, int width, int height, int text) {
    /** A slide of 16 to 9; also what a page on paper or on a wide screen shows. */
    public static final Size SLIDE = new Size("slide", 1280, 720, 21);
    /** The width of a phone held upright, where a slide shrunk to fit could not be read. */
    public static final Size PHONE = new Size("phone", 400, 440, 13);

    /** A figure as wide as the text of a page of A4, where ordinary text comes out at nine points. */
    public static final Size PRINT = new Size("print", 1000, 620, 19);

    /** @throws IllegalArgumentException if the frame cannot hold a chart */
    public Size {
        if (width < 200 || height < 150 || text < 6) {
            throw new IllegalArgumentException("size is " + width + " by " + height + " with text of " + text
                    + " px; give at least 200 by 150 with text of 6 px");
        }
    }

    /** A length that grows with the text: {@code share} of its height, in pixels. */
    double em(double share) {
        return share * text;
    }

    /** Whether the frame is narrow, so that names and labels must be short. */
    boolean narrow() {
        return width < 40 * text;
    }
}
