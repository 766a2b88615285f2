package blocsim.api;

import blocsim.report.Drawing;
import blocsim.report.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** A chart with title, how to read it and its source, 1280 by 720 or higher where it has many rows. */
public final class Chart {
    private final blocsim.report.Chart chart;
    private final Drawing drawing;

    Chart(blocsim.report.Chart chart) {
        this.chart = chart;
        this.drawing = Drawing.whole(chart, Size.SLIDE);
    }

    /** The name of its files without their ending. */
    public String name() {
        return chart.name();
    }

    /** What it shows, in a few words. */
    public String title() {
        return chart.title();
    }

    /** What a reader who cannot see it must know of it. */
    public String description() {
        return chart.description();
    }

    /** SVG as a document; equal figures give equal text. */
    public String svg() {
        return drawing.svg();
    }

    /** The picture in memory, such as a notebook shows. */
    public BufferedImage image() {
        return drawing.image(1);
    }

    /**
     * The bytes of a PNG.
     *
     * @param scale pixels of the image for one of the chart's, 1 to 8
     * @throws IllegalArgumentException if the scale is not 1 to 8
     */
    public byte[] png(int scale) {
        return drawing.png(scale);
    }

    /**
     * Writes {@code <name>.svg} and {@code <name>.png} into a folder, which is made if it is missing.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws IOException {
        drawing.write(folder, 1);
    }
}
