package blocsim.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/**
 * A report as slides of 16 to 9: the question, the answer in three sentences, one chart a slide, what this cannot tell, and the sources.
 *
 * <p>Equal models give equal bytes on one version of Java; a PNG, and so the file, differs between versions.
 */
public final class Slides {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final double MARGIN = 44;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double PICTURE_TOP = 116;
    private static final double FOOT = 502;

    /** A chart for the room that title and source line leave, in larger letters than on a page. */
    private static final Size FRAME = new Size("slides", 1280, 553, 24);

    private static final int SCALE = 2;
    private static final int ROWS_A_SLIDE = 12;
    private static final int CITATIONS_A_SLIDE = 15;

    /** POI logs through an interface that complains where nothing stands behind it. */
    private static final String LOGGING = "log4j.provider";

    private static final Pattern BRACKETS = Pattern.compile("\\s*\\[[^\\]]*]");
    private static final Pattern SENTENCE = Pattern.compile("(?<=\\.)\\s+(?=\\p{Lu})");
    private static final Pattern TIMES =
            Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", Pattern.DOTALL);

    private final ReportModel model;
    private final XMLSlideShow show;

    private Slides(ReportModel model, XMLSlideShow show) {
        this.model = model;
        this.show = show;
    }

    /**
     * Writes the slides of a report.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(ReportModel model, Path file) throws IOException {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "org.apache.logging.log4j.simple.internal.SimpleProvider");
        }
        var bytes = new ByteArrayOutputStream();
        try (var show = new XMLSlideShow()) {
            show.setPageSize(new Dimension(WIDTH, HEIGHT));
            show.getProperties().getCoreProperties().setTitle(model.title());
            show.getProperties()
                    .getCoreProperties()
                    .setCreator("blocsim " + model.making().version());
            new Slides(model, show).fill();
            show.write(bytes);
        }
        Files.write(file, settled(bytes.toByteArray()));
    }

    private void fill() throws IOException {
        opening();
        answer();
        for (Chart chart : charts()) {
            chart(chart);
        }
        limits();
        sources();
    }

    /** What happened, where, and why. */
    private List<Chart> charts() {
        var charts = new ArrayList<>(model.outcome());
        var maps = model.maps();
        if (maps != null) {
            charts.add(maps.series());
        }
        charts.addAll(model.why());
        return charts.stream().flatMap(chart -> parts(chart).stream()).toList();
    }

    private void opening() {
        var slide = slide(model.title(), 36, 2, new Rectangle2D.Double(MARGIN, 116, INNER, 124));
        var text = box(slide, new Rectangle2D.Double(MARGIN, 256, INNER, 150));
        paragraph(text, model.question(), 24, Theme.INK, false, 18);
        paragraph(
                text,
                Numbers.count(model.making().replicates()) + " runs of the scenario "
                        + model.making().scenario() + ", seed " + model.making().seed(),
                18,
                Theme.SOFT_INK,
                false,
                0);
        foot(
                slide,
                "blocsim " + model.making().version() + ". Digest of the scenario: "
                        + model.making().hash());
    }

    private void answer() {
        var slide = slide("The answer");
        var text = box(slide, new Rectangle2D.Double(MARGIN, 100, INNER, FOOT - 108));
        Sentences.answer(model.verdict(), model.reasons())
                .forEach(sentence -> paragraph(text, sentence, 24, Theme.INK, false, 16));
        foot(
                slide,
                model.doubt().drawn()
                        ? "Shares of runs, each with parameters drawn from their fit; what no run knows is on the slide of limits."
                        : "Shares of runs; their intervals are chance alone. What no run knows is on the slide of limits.");
    }

    /** A timeline of many states goes over several slides; no other chart grows with them. */
    private static List<Chart> parts(Chart chart) {
        if (!(chart instanceof LadderTimelineChart ladder) || ladder.rows().size() <= ROWS_A_SLIDE) {
            return List.of(chart);
        }
        var parts = new ArrayList<Chart>();
        int slides = (ladder.rows().size() + ROWS_A_SLIDE - 1) / ROWS_A_SLIDE;
        for (int n = 0; n < slides; n++) {
            var rows = ladder.rows()
                    .subList(
                            n * ladder.rows().size() / slides,
                            (n + 1) * ladder.rows().size() / slides);
            var part = new LadderTimelineChart(
                    ladder.bloc(), ladder.start(), ladder.end(), ladder.top(), rows, ladder.hidden(), ladder.source());
            parts.add(new Part(part, n + 1, slides));
        }
        return parts;
    }

    private void chart(Chart chart) throws IOException {
        var slide = slide(chart.title());
        var reading = box(slide, new Rectangle2D.Double(MARGIN, 66, INNER, 50));
        paragraph(reading, chart.subtitle(), 14, Theme.SOFT_INK, false, 0);
        byte[] png = Drawing.bare(chart, FRAME).png(SCALE);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        double room = FOOT - 6 - PICTURE_TOP;
        double shrunk = Math.min(INNER / image.getWidth(), room / image.getHeight());
        double width = shrunk * image.getWidth();
        double height = shrunk * image.getHeight();
        var picture = slide.createPicture(show.addPicture(png, PictureData.PictureType.PNG));
        picture.setAnchor(new Rectangle2D.Double((WIDTH - width) / 2, PICTURE_TOP, width, height));
        describe(picture, chart);
        foot(slide, "Source: " + plain(chart.source()));
    }

    private static void describe(XSLFPictureShape picture, Chart chart) {
        var properties = ((CTPicture) picture.getXmlObject()).getNvPicPr().getCNvPr();
        properties.setName(chart.name());
        properties.setTitle(chart.title());
        properties.setDescr(chart.description());
    }

    private void limits() {
        var slide = slide("What this cannot tell you");
        var text = box(slide, new Rectangle2D.Double(MARGIN, 84, INNER, FOOT - 90));
        double points = model.limits().size() > 8 ? 13 : 15;
        for (Limit limit : model.limits()) {
            var line = text.addNewTextParagraph();
            line.setSpaceAfter(-6.0);
            var heading = line.addNewTextRun();
            heading.setText(limit.heading() + ". ");
            heading.setBold(true);
            heading.setFontSize(points);
            heading.setFontColor(Theme.INK);
            var rest = line.addNewTextRun();
            rest.setText(SENTENCE.split(plain(limit.text()), 2)[0]);
            rest.setFontSize(points);
            rest.setFontColor(Theme.INK);
        }
        foot(slide, "The first sentence of each; the report has the rest.");
    }

    private void sources() {
        var citations = new LinkedHashSet<String>();
        model.making().data().forEach(table -> citations.add(plain(table.citation())));
        var all = List.copyOf(citations);
        int slides = Math.max(1, (all.size() + CITATIONS_A_SLIDE - 1) / CITATIONS_A_SLIDE);
        for (int n = 0; n < slides; n++) {
            var slide = slide(slides == 1 ? "Sources" : "Sources (" + (n + 1) + " of " + slides + ")");
            var text = box(slide, new Rectangle2D.Double(MARGIN, 84, INNER, FOOT - 90));
            if (n == 0) {
                paragraph(
                        text,
                        "The scenario rests on " + Numbers.count(model.facts().size()) + " facts and "
                                + Numbers.count(model.references().size())
                                + " works; the report names each with its address. The data:",
                        15,
                        Theme.INK,
                        true,
                        8);
            }
            all.subList(n * all.size() / slides, (n + 1) * all.size() / slides)
                    .forEach(citation -> paragraph(text, citation, 12, Theme.INK, false, 5));
            foot(slide, "To run it again: " + model.making().command());
        }
    }

    private XSLFSlide slide(String title) {
        return slide(title, 28, 1, new Rectangle2D.Double(MARGIN, 22, INNER, 44));
    }

    private XSLFSlide slide(String title, double points, int lines, Rectangle2D place) {
        var slide = show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
        for (var shape : List.copyOf(slide.getShapes())) {
            if (shape instanceof XSLFTextShape text && text.getTextType() == Placeholder.TITLE) {
                // Without a place of its own the title would move that of its layout, and so of every slide.
                ((CTShape) text.getXmlObject()).getSpPr().addNewXfrm();
                text.setAnchor(place);
                text.clearText();
                text.setVerticalAlignment(VerticalAlignment.MIDDLE);
                flat(text);
                paragraph(text, title, fitting(title, points, lines, place.getWidth()), Theme.INK, true, 0);
            } else {
                slide.removeShape(shape);
            }
        }
        return slide;
    }

    /** Letters in which a title fits into its lines, but no smaller than can be read from the back of a room. */
    private static double fitting(String title, double points, int lines, double width) {
        double onePoint = Theme.width(title, Theme.bold(Size.SLIDE, 1)) / Size.SLIDE.text();
        double used = lines == 1 ? width : .8 * lines * width;
        return Math.max(20, Math.min(points, Math.floor(used / onePoint)));
    }

    private static XSLFTextShape box(XSLFSlide slide, Rectangle2D place) {
        var box = slide.createTextBox();
        box.setAnchor(place);
        box.clearText();
        flat(box);
        return box;
    }

    /** No inner margins, so that all that stands on a slide begins at one line. */
    private static void flat(XSLFTextShape text) {
        text.setLeftInset(0);
        text.setRightInset(0);
        text.setTopInset(0);
        text.setBottomInset(0);
        text.setWordWrap(true);
        text.setTextAutofit(TextShape.TextAutofit.NONE);
    }

    private static void paragraph(
            XSLFTextShape text, String words, double points, Color colour, boolean bold, double after) {
        var paragraph = text.addNewTextParagraph();
        paragraph.setTextAlign(TextParagraph.TextAlign.LEFT);
        paragraph.setSpaceAfter(-after);
        var run = paragraph.addNewTextRun();
        run.setText(words);
        run.setFontSize(points);
        run.setFontColor(colour);
        run.setBold(bold);
    }

    private static void foot(XSLFSlide slide, String words) {
        var text = box(slide, new Rectangle2D.Double(MARGIN, FOOT, INNER, HEIGHT - FOOT - 8));
        paragraph(text, words, 11, Theme.SOFT_INK, false, 0);
    }

    /** Words without the ids of sources, which have nothing to lead to on a slide. */
    private static String plain(String words) {
        return BRACKETS.matcher(words).replaceAll("");
    }

    /** The archive with its entries in order and without the time of its making. */
    private static byte[] settled(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        entries.computeIfPresent(
                "docProps/core.xml",
                (name, bytes) -> TIMES.matcher(new String(bytes, StandardCharsets.UTF_8))
                        .replaceAll("")
                        .getBytes(StandardCharsets.UTF_8));
        var settled = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(settled)) {
            for (var entry : entries.entrySet()) {
                var head = new ZipEntry(entry.getKey());
                head.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(head);
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return settled.toByteArray();
    }

    /** Some rows of a timeline, which say which part they are. */
    private record Part(Chart whole, int number, int of) implements Chart {
        @Override
        public String name() {
            return whole.name() + "-" + number;
        }

        @Override
        public String title() {
            return whole.title() + " (" + number + " of " + of + ")";
        }

        @Override
        public String subtitle() {
            return whole.subtitle();
        }

        @Override
        public String source() {
            return whole.source();
        }

        @Override
        public String description() {
            return whole.description();
        }

        @Override
        public Table table() {
            return whole.table();
        }

        @Override
        public Picture draw(Size size) {
            return whole.draw(size);
        }
    }
}
