package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DrawingTest {
    static Stream<Drawing> drawings() {
        return Stream.of(
                        SampleReport.rungs(),
                        SampleReport.ladder(),
                        SampleReport.size(),
                        SampleReport.motives(),
                        SampleReport.waterfall(),
                        SampleReport.stances(),
                        SampleReport.maps().maps().get(2),
                        SampleReport.maps(),
                        SampleReport.objectors(),
                        SampleReport.matrix(),
                        SampleReport.network(),
                        SampleReport.reliability(),
                        SampleReport.scores(),
                        SampleReport.costs())
                .flatMap(chart -> Stream.of(
                        Drawing.whole(chart, Size.SLIDE),
                        Drawing.bare(chart, Size.SLIDE),
                        Drawing.whole(chart, Size.PHONE)));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String svg() {
        return Drawing.whole(SampleReport.rungs(), Size.SLIDE).svg();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void anSvgIsWellFormed(Drawing drawing) throws Exception {
        assertEquals("svg", parsed(drawing.svg()).getDocumentElement().getTagName());
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void anSvgIsSmall(Drawing drawing) {
        assertTrue(drawing.svg().length() < 150_000);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void anSvgIsEqualTheSecondTime(Drawing drawing) {
        assertEquals(drawing.svg(), drawing.svg());
    }

    @Test
    void anSvgHasAViewBoxOfItsSize() throws Exception {
        assertEquals("0 0 1280 720", parsed(svg()).getDocumentElement().getAttribute("viewBox"));
    }

    @Test
    void anSvgIsNamedAndDescribedForThoseWhoDoNotSeeIt() throws Exception {
        Element root = parsed(svg()).getDocumentElement();
        String ids = "";
        for (String tag : new String[] {"title", "desc"}) {
            Element words = (Element) root.getElementsByTagName(tag).item(0);
            assertFalse(words.getTextContent().isBlank());
            ids += " " + words.getAttribute("id");
        }
        assertEquals(ids.strip(), root.getAttribute("aria-labelledby"));
    }

    @Test
    void anSvgNamesNoDocumentType() {
        assertFalse(svg().contains("DOCTYPE"));
    }

    @Test
    void anSvgHoldsRealText() {
        assertTrue(Pattern.compile("<text[^>]*>Member 68\u00a0%</text")
                .matcher(svg())
                .find());
    }

    @Test
    void idsOfTwoSizesOfAChartDoNotMeet() {
        var ids = Pattern.compile(" id=\"([^\"]*)\"");
        String wide = Drawing.bare(SampleReport.rungs(), Size.SLIDE).element();
        String narrow = Drawing.bare(SampleReport.rungs(), Size.PHONE).element();
        var taken = ids.matcher(wide).results().map(m -> m.group(1)).toList();
        assertTrue(ids.matcher(narrow).results().map(m -> m.group(1)).noneMatch(taken::contains));
    }

    @Test
    void twoThreadsDrawTheSameBytes() throws InterruptedException, ExecutionException {
        Callable<String> all =
                () -> String.join("", drawings().map(Drawing::svg).toList());
        var pool = Executors.newFixedThreadPool(2);
        try {
            var first = pool.submit(all);
            var second = pool.submit(all);
            assertEquals(first.get(), second.get());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theReadersLocaleAndTimeZoneChangeNothing() {
        String here = String.join("", drawings().map(Drawing::svg).toList());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertEquals(here, String.join("", drawings().map(Drawing::svg).toList()));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherFigureIsAnotherPicture() {
        RungChart chart = SampleReport.rungs();
        var fewer = new RungChart(
                chart.state(),
                chart.bloc(),
                chart.lines().subList(0, 3),
                chart.recorded(),
                chart.marks(),
                chart.source());
        assertFalse(Drawing.bare(chart, Size.SLIDE)
                .svg()
                .equals(Drawing.bare(fewer, Size.SLIDE).svg()));
    }

    @Test
    void aPngHasTheSizeTimesTheScale() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(
                Drawing.whole(SampleReport.size(), Size.SLIDE).png(2)));
        assertEquals("2560x1440", image.getWidth() + "x" + image.getHeight());
    }

    @Test
    void aScaleOfNothingIsRefused() {
        var drawing = Drawing.whole(SampleReport.size(), Size.SLIDE);
        assertThrows(IllegalArgumentException.class, () -> drawing.png(0));
    }

    @Test
    void filesAreNamedAfterTheChart(@TempDir Path folder) throws IOException {
        Drawing.whole(SampleReport.motives(), Size.PHONE).write(folder.resolve("charts"), 1);
        try (var files = Files.list(folder.resolve("charts"))) {
            assertEquals(
                    "[motives.png, motives.svg]",
                    files.map(f -> String.valueOf(f.getFileName()))
                            .sorted()
                            .toList()
                            .toString());
        }
    }

    @Test
    void aBarBelowZeroBringsTheAxisBelowZero() {
        String svg = Drawing.whole(SampleReport.waterfall(), Size.SLIDE).svg();
        assertTrue(
                svg.contains(">\u22121.0</text") || svg.contains(">\u22120.5</text") || svg.contains(">\u22121</text"));
    }

    @Test
    void stancesGrowWithTheirRows() {
        StancesChart few = SampleReport.stances();
        var many = new ArrayList<StancesChart.Stance>();
        for (int n = 0; n < 30; n++) {
            many.add(new StancesChart.Stance("State " + n, n / 30.0, 0));
        }
        var all = new StancesChart(few.state(), few.bloc(), few.rung(), few.date(), many, few.source());
        assertTrue(all.draw(Size.SLIDE).height() > few.draw(Size.SLIDE).height());
    }

    @Test
    void aLadderGrowsWithItsRows() {
        LadderTimelineChart all = SampleReport.ladder();
        var few = new LadderTimelineChart(
                all.bloc(), all.start(), all.end(), all.top(), all.rows().subList(0, 5), 0, all.source());
        assertTrue(all.draw(Size.SLIDE).height() > 3 * few.draw(Size.SLIDE).height());
    }
}
