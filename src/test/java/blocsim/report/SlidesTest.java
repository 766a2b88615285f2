package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;

class SlidesTest {
    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static List<XSLFSlide> slides = List.of();
    private static Dimension page = new Dimension();

    @BeforeAll
    static void writeSlides() throws IOException {
        Slides.write(SampleReport.model(), folder.resolve("slides.pptx"));
        var show = new XMLSlideShow(Files.newInputStream(folder.resolve("slides.pptx")));
        page = show.getPageSize();
        slides = show.getSlides();
        String look = System.getProperty("look", "");
        if (!look.isEmpty()) {
            draw(show, new File(look));
        }
    }

    /** With {@code -Dlook=FOLDER} the slides are drawn there, to be looked at. */
    private static void draw(XMLSlideShow show, File folder) throws IOException {
        for (XSLFSlide slide : show.getSlides()) {
            var image = new BufferedImage(1440, 810, BufferedImage.TYPE_INT_RGB);
            Graphics2D g2 = image.createGraphics();
            g2.scale(1.5, 1.5);
            slide.draw(g2);
            g2.dispose();
            ImageIO.write(image, "png", new File(folder, "slide-" + slide.getSlideNumber() + ".png"));
        }
    }

    private static String text(XSLFSlide slide) {
        var text = new StringBuilder();
        for (var shape : slide.getShapes()) {
            if (shape instanceof XSLFTextShape words) {
                text.append(words.getText()).append('\n');
            }
        }
        return text.toString();
    }

    private static List<XSLFPictureShape> pictures() {
        return slides.stream()
                .flatMap(slide -> slide.getShapes().stream())
                .filter(XSLFPictureShape.class::isInstance)
                .map(XSLFPictureShape.class::cast)
                .toList();
    }

    @Test
    void equalReportsGiveEqualBytes() throws IOException {
        Slides.write(SampleReport.model(), folder.resolve("again.pptx"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("slides.pptx")), Files.readAllBytes(folder.resolve("again.pptx")));
    }

    @Test
    void everySlideHasATitle() {
        assertEquals(
                List.of(),
                slides.stream()
                        .filter(slide ->
                                slide.getTitle() == null || slide.getTitle().isBlank())
                        .toList());
    }

    @Test
    void theAnswerStandsInThreeSentences() {
        String second = text(slides.get(1));
        for (String sentence : Sentences.answer(SampleReport.verdict(), SampleReport.reasons())) {
            assertTrue(second.contains(sentence), sentence);
        }
    }

    @Test
    void everyChartHasItsAlternativeText() {
        var told = new ArrayList<String>();
        pictures()
                .forEach(picture -> told.add(((CTPicture) picture.getXmlObject())
                        .getNvPicPr()
                        .getCNvPr()
                        .getDescr()));
        for (Chart chart : Stream.concat(SampleReport.model().outcome().stream(), SampleReport.model().why().stream())
                .filter(chart -> !(chart instanceof LadderTimelineChart))
                .toList()) {
            assertTrue(told.contains(chart.description()), chart.name());
        }
    }

    @Test
    void everyStateOfALongTimelineHasAPlace() {
        var told = String.join(
                " ",
                pictures().stream()
                        .map(picture -> ((CTPicture) picture.getXmlObject())
                                .getNvPicPr()
                                .getCNvPr()
                                .getDescr())
                        .toList());
        for (var row : SampleReport.ladder().rows()) {
            assertTrue(row.simulated().isEmpty() || told.contains(row.state() + ": "), row.state());
        }
    }

    @Test
    void nothingStandsOutsideItsSlide() {
        var paper = new Rectangle2D.Double(0, 0, page.getWidth(), page.getHeight());
        for (XSLFSlide slide : slides) {
            for (var shape : slide.getShapes()) {
                assertTrue(paper.contains(shape.getAnchor()), slide.getTitle());
            }
        }
    }

    @Test
    void wordsFitIntoTheirBoxes() {
        for (XSLFSlide slide : slides) {
            for (var shape : slide.getShapes()) {
                if (shape instanceof XSLFTextShape words) {
                    assertTrue(
                            words.getTextHeight() <= words.getAnchor().getHeight() + 1,
                            slide.getTitle() + ": " + words.getText());
                }
            }
        }
    }

    @Test
    void noSlideNamesAnIdThatLeadsNowhere() {
        assertFalse(slides.stream().anyMatch(slide -> text(slide).contains("[R1]")));
    }
}
