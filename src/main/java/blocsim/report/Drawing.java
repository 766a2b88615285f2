package blocsim.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A chart on something: SVG with real text, or PNG.
 *
 * <p>The SVG of equal charts is equal to the last byte, over runs, threads and Java versions with the same fonts; a PNG's
 * bytes differ between Java versions.
 */
public final class Drawing {
    /** Metrics come from Java's SansSerif, DejaVu Sans on most systems; Verdana is as wide and stands on most others. */
    private static final String FONTS = "DejaVu Sans, Verdana, sans-serif";

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final Pattern START = Pattern.compile("<([a-zA-Z]+)((?:\\s+[\\w:-]+=\"[^\"]*\")+)\\s*(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:-]+=\"[^\"]*\"");

    private final Chart chart;
    private final Size size;
    private final boolean captioned;

    private Drawing(Chart chart, Size size, boolean captioned) {
        this.chart = chart;
        this.size = size;
        this.captioned = captioned;
    }

    /** The chart with title, subtitle and source line, to stand alone. */
    public static Drawing whole(Chart chart, Size size) {
        return new Drawing(chart, size, true);
    }

    /** The chart without words around it, for a page that sets title and source in its own type. */
    public static Drawing bare(Chart chart, Size size) {
        return new Drawing(chart, size, false);
    }

    /**
     * Begins to load fonts and the classes that draw, beside whatever the caller does next; a third of a second that a short
     * run need not wait for. What fails here fails again, and is told, when something is drawn.
     */
    public static void warmUp() {
        var thread = new Thread(
                () -> {
                    var day = LocalDate.of(2001, 6, 15);
                    var band = new BlocSizeChart.Band(day, 2, 2, 2, 1, 3);
                    var next = new BlocSizeChart.Band(day.plusYears(1), 2, 2, 2, 1, 3);
                    var count = new BlocSizeChart.Count("Members", List.of(band, next), List.of(), day);
                    var drawing = whole(new BlocSizeChart("a bloc", List.of(count), ""), Size.PHONE);
                    drawing.svg();
                    drawing.png(1);
                },
                "warm-up of drawing");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, problem) -> {});
        thread.start();
    }

    /** The SVG as a document, to be written in UTF-8. */
    public String svg() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element() + "\n";
    }

    /**
     * The SVG as an element to stand inside a page. Its ids begin with the chart's and the size's names, so that several
     * drawings do not meet in one page.
     */
    public String element() {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        String prefix = chart.name() + "-" + size.name() + "-";
        var context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(2);
        context.setIDGenerator(new PrefixedIds(prefix));
        var g2 = new SVGGraphics2D(context, false);
        Picture picture = picture();
        picture.paint(g2);
        Element root = g2.getRoot();
        root.setAttribute("width", Integer.toString(picture.width()));
        root.setAttribute("height", Integer.toString(picture.height()));
        root.setAttribute("viewBox", "0 0 " + picture.width() + " " + picture.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", prefix + "title " + prefix + "desc");
        root.insertBefore(text(document, "desc", prefix, chart.description()), root.getFirstChild());
        root.insertBefore(text(document, "title", prefix, chart.title()), root.getFirstChild());
        var written = new StringWriter();
        try {
            g2.stream(root, written, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException("a writer in memory failed", e);
        }
        String svg = written.toString();
        // The header names a document type at a public address, which no reader of SVG wants any more.
        return inOrder(PathText.shortened(svg.substring(svg.indexOf("<svg"))))
                .replaceAll("font-family=\"[^\"]*\"", "font-family=\"" + FONTS + "\"")
                .replace("id=\"genericDefs\"", "id=\"" + prefix + "defs\"")
                .replace("<!---->", "")
                .replace("\r\n", "\n")
                .strip();
    }

    /**
     * The PNG's bytes.
     *
     * @param scale pixels of the image for one of the size's; 1 for a slide, 2 for print and fine screens
     * @throws IllegalArgumentException if the scale is not 1 to 8
     */
    public byte[] png(int scale) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(scale), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The picture in memory.
     *
     * @param scale see {@link #png}
     * @throws IllegalArgumentException if the scale is not 1 to 8
     */
    public BufferedImage image(int scale) {
        if (scale < 1 || scale > 8) {
            throw new IllegalArgumentException("scale of a PNG is " + scale + "; give 1 to 8");
        }
        Picture picture = picture();
        var image = new BufferedImage(picture.width() * scale, picture.height() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g2.setPaint(Theme.PAPER);
            g2.fillRect(0, 0, image.getWidth(), image.getHeight());
            g2.scale(scale, scale);
            picture.paint(g2);
        } finally {
            g2.dispose();
        }
        return image;
    }

    /**
     * Writes {@code <chart>.svg} and {@code <chart>.png} into a folder, which is made if it is missing.
     *
     * @param scale see {@link #png}
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder, int scale) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(chart.name() + ".svg"), svg());
        Files.write(folder.resolve(chart.name() + ".png"), png(scale));
    }

    private Picture picture() {
        Picture bare = chart.draw(size);
        if (!captioned) {
            return bare;
        }
        Theme.caption(bare.chart(), chart, size);
        // A chart that chose its own height keeps it for its rows; the words come on top.
        double words = Math.max(size.em(7.5), Theme.captionHeight(chart, size));
        int height = bare.height() == size.height() ? bare.height() : bare.height() + (int) Math.round(words);
        return new Picture(bare.chart(), bare.width(), height, bare.overlay());
    }

    /** The same with the attributes of each element by name: Batik takes them from a hash table, whose order Java versions do not share. */
    private static String inOrder(String svg) {
        return START.matcher(svg)
                .replaceAll(tag -> Matcher.quoteReplacement(ATTRIBUTE
                        .matcher(tag.group(2))
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .collect(Collectors.joining(" ", "<" + tag.group(1) + " ", tag.group(3) + ">"))));
    }

    private static Element text(Document document, String tag, String prefix, String words) {
        Element element = document.createElementNS(SVG, tag);
        element.setAttribute("id", prefix + tag);
        element.appendChild(document.createTextNode(words));
        return element;
    }

    /** Counts ids of each kind from 1, under a prefix. */
    private static final class PrefixedIds extends SVGIDGenerator {
        private final String prefix;
        private final Map<String, Integer> counts = new HashMap<>();

        PrefixedIds(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String generateID(String kind) {
            return prefix + kind + counts.merge(kind, 1, Integer::sum);
        }
    }
}
