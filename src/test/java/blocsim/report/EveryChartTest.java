package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What holds of every chart there is: words that follow the figures, a source, and nothing beyond the edge. */
class EveryChartTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 12, 31);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final String SOURCE = "test of charts";
    /** How far letters may stand over the edge, in pixels: metrics of fonts are not exact. */
    private static final double SLACK = 1;

    /** Charts that show another one. */
    private static final Set<String> AROUND = Set.of("Relabelled", "Part");

    /** A kind of chart, with one figure of it left open. */
    private record Kind(String name, Function<Double, Chart> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Estimate about(double value) {
        return new Estimate(value, value - .05, value + .05);
    }

    private static List<DatedEstimate> line(double value) {
        return List.of(new DatedEstimate(FIRST, about(.5)), new DatedEstimate(LAST, about(value)));
    }

    private static MapChart map(double share, int year) {
        return new MapChart(
                "the SCO",
                LocalDate.of(year, 12, 31),
                "BLR",
                List.of(
                        SampleReport.place("BLR", "Belarus", 112, share, Rung.OBSERVER),
                        SampleReport.place("MNG", "Mongolia", 496, .02, Rung.OBSERVER),
                        SampleReport.place("SGP", "Singapore", 702, .95, null)),
                SOURCE);
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "RungChart",
                        v -> new RungChart(
                                "Belarus",
                                "the SCO",
                                List.of(
                                        new RungChart.Line(Rung.NONE, line(.3)),
                                        new RungChart.Line(Rung.MEMBER, line(v))),
                                List.of(
                                        new Spell(Rung.PARTNER, LocalDate.of(2015, 1, 1), LocalDate.of(2020, 7, 1)),
                                        new Spell(Rung.OBSERVER, LocalDate.of(2020, 7, 1), LAST)),
                                List.of(
                                        new Mark(LocalDate.of(2020, 7, 1), "Observer 2020", Rung.OBSERVER),
                                        new Mark(LocalDate.of(2021, 7, 1), "Member 2021", Rung.MEMBER)),
                                SOURCE)),
                new Kind(
                        "BlocSizeChart",
                        v -> new BlocSizeChart(
                                "the SCO",
                                List.of(new BlocSizeChart.Count(
                                        "All on the ladder",
                                        List.of(
                                                new BlocSizeChart.Band(FIRST, 8, 8, 8, 7, 9),
                                                new BlocSizeChart.Band(LAST, 10 + 10 * v, 10, 30, 9, 31)),
                                        List.of(
                                                new BlocSizeChart.Step(LocalDate.of(2001, 6, 15), 2),
                                                new BlocSizeChart.Step(LocalDate.of(2017, 6, 9), 8)),
                                        FIRST.plusYears(2))),
                                SOURCE)),
                new Kind(
                        "MotivesChart",
                        v -> new MotivesChart(
                                "Belarus",
                                "the SCO",
                                List.of(
                                        new MotivesChart.Line("Network", line(.4)),
                                        new MotivesChart.Line("Status", line(v))),
                                SampleReport.marks(),
                                SOURCE)),
                new Kind(
                        "DifferenceChart",
                        v -> new DifferenceChart(
                                "Belarus",
                                "the SCO",
                                "What if nobody had objected?",
                                List.of(
                                        new DifferenceChart.Line(Rung.NONE, line(-.4)),
                                        new DifferenceChart.Line(Rung.MEMBER, line(v))),
                                SampleReport.marks(),
                                SOURCE)),
                new Kind(
                        "LadderTimelineChart",
                        v -> new LadderTimelineChart(
                                "the SCO",
                                LocalDate.of(2001, 1, 1),
                                LocalDate.of(2030, 1, 1),
                                Rung.MEMBER,
                                List.of(new LadderTimelineChart.Row(
                                        "Bosnia and Herzegovina",
                                        "BIH",
                                        List.of(new Spell(Rung.PARTNER, LocalDate.of(2000, 1, 1), LAST)),
                                        List.of(new LadderTimelineChart.FirstDate(
                                                Rung.MEMBER, FIRST, LAST, null, about(v))))),
                                4,
                                SOURCE)),
                new Kind(
                        "WaterfallChart",
                        v -> new WaterfallChart(
                                "Belarus",
                                "the SCO",
                                "observer",
                                "partner",
                                LAST,
                                List.of(new WaterfallChart.Step("Cost", -1), new WaterfallChart.Step("Network", v)),
                                v - 1,
                                -.25,
                                SOURCE)),
                new Kind(
                        "StancesChart",
                        v -> new StancesChart(
                                "Belarus",
                                "the SCO",
                                "observer",
                                LAST,
                                List.of(
                                        new StancesChart.Stance("Uzbekistan", v, .98),
                                        new StancesChart.Stance("China", .05, .02)),
                                SOURCE)),
                new Kind("MapChart", v -> map(v, 2024)),
                new Kind(
                        "MapSeriesChart",
                        v -> new MapSeriesChart(
                                "the SCO", List.of(map(.7, 2010), map(v, 2015), map(.9, 2020), map(.3, 2024)), SOURCE)),
                new Kind(
                        "ObjectorsChart",
                        v -> new ObjectorsChart(
                                "Belarus",
                                "the SCO",
                                about(.4),
                                List.of(
                                        new Reasons.Objector("Bosnia and Herzegovina", about(v)),
                                        new Reasons.Objector("Russia", about(.1))),
                                2,
                                SOURCE)),
                new Kind(
                        "StanceMatrixChart",
                        v -> new StanceMatrixChart(
                                "the SCO",
                                List.of(
                                        new StanceMatrixChart.Voter("UZB", "Uzbekistan"),
                                        new StanceMatrixChart.Voter("TJK", "Tajikistan")),
                                List.of(new StanceMatrixChart.Applicant(
                                        "Bosnia and Herzegovina", "BIH", about(v), List.of(.6, .1))),
                                3,
                                SOURCE)),
                new Kind(
                        "NetworkChart",
                        v -> new NetworkChart(
                                LAST,
                                "Belarus",
                                List.of("SCO"),
                                List.of(
                                        new NetworkChart.Member("China", "CHN", List.of("SCO")),
                                        new NetworkChart.Member("Russia", "RUS", List.of("SCO")),
                                        new NetworkChart.Member("Iran", "IRN", List.of()),
                                        new NetworkChart.Member("Belarus", "BLR", List.of())),
                                List.of(new NetworkChart.Tie("RUS", "IRN", true, v)),
                                SOURCE)),
                new Kind(
                        "ReliabilityChart",
                        v -> new ReliabilityChart(
                                "a decision within a year",
                                List.of(new ReliabilityChart.Line(
                                        "model", List.of(new ReliabilityChart.Point(v, about(.5), 6, 12)))),
                                SOURCE)),
                new Kind(
                        "ScoreChart",
                        v -> new ScoreChart(
                                "auroc",
                                "How well decisions were told from others",
                                "The chance that a cell with a decision was held likelier.",
                                .5,
                                List.of(
                                        new ScoreChart.Row("model", about(v), 18, true),
                                        new ScoreChart.Row("base-rate-by-rung", about(.5), 18, false)),
                                SOURCE)),
                new Kind(
                        "CostChart",
                        v -> new CostChart(
                                List.of(
                                        new CostChart.Point("belarus-sco", 65, new Estimate(400, 380, 450)),
                                        new CostChart.Point("synthetic-10000", 10_000, about(100 * v))),
                                SOURCE)),
                new Kind(
                        "SobolChart",
                        v -> new SobolChart(
                                "when Belarus joins the SCO",
                                true,
                                List.of(
                                        new SobolChart.Factor("objection base", about(.1), about(v)),
                                        new SobolChart.Factor("effort", about(.01), about(.2))),
                                SOURCE)),
                new Kind(
                        "PawnChart",
                        v -> new PawnChart(
                                "the chance that Belarus joins the SCO",
                                .1,
                                List.of(
                                        new PawnChart.Factor("objection base", about(v)),
                                        new PawnChart.Factor("effort", about(.08))),
                                SOURCE)),
                new Kind(
                        "MorrisChart",
                        v -> new MorrisChart(
                                "how many requests come before the SCO",
                                "requests",
                                true,
                                List.of(
                                        new MorrisChart.Factor("objection base", about(v), .2, true),
                                        new MorrisChart.Factor("effort", about(.1), .05, false)),
                                SOURCE)),
                new Kind(
                        "TornadoChart",
                        v -> new TornadoChart(
                                "the chance that Belarus joins the SCO",
                                "",
                                .5,
                                List.of(
                                        new TornadoChart.Factor("objection base", about(.3), about(v)),
                                        new TornadoChart.Factor("effort", about(.5), about(.4))),
                                SOURCE)),
                new Kind(
                        "EstimatesChart",
                        v -> new EstimatesChart(
                                List.of(
                                        new EstimatesChart.Factor("effort of the SCO", about(v), .5, .4),
                                        new EstimatesChart.Factor("readiness of BRICS", about(0), 0, 1.1)),
                                SOURCE)),
                new Kind(
                        "DateRanksChart",
                        v -> new DateRanksChart(
                                List.of(
                                        new DateRanksChart.Dated("SCO IRN 2021", v),
                                        new DateRanksChart.Dated("SCO BLR 2022", v + .1),
                                        new DateRanksChart.Dated("BRICS EGY 2023", .99)),
                                SOURCE)));
    }

    @Test
    void noKindOfChartIsLeftOut() {
        var there = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("blocsim.report").stream()
                        .filter(one -> one.isAssignableTo(Chart.class)
                                && !one.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(one -> one.getSimpleName())
                        .filter(name -> !AROUND.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, kinds().map(Kind::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theAlternativeTextFollowsTheFigures(Kind kind) {
        assertNotEquals(kind.of().apply(.62).description(), kind.of().apply(.71).description());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theTableFollowsTheFigures(Kind kind) {
        assertNotEquals(kind.of().apply(.62).table(), kind.of().apply(.71).table());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePictureFollowsTheFigures(Kind kind) {
        assertNotEquals(picture(kind.of().apply(.62)), picture(kind.of().apply(.71)));
    }

    private static String picture(Chart chart) {
        return Drawing.bare(chart, Size.SLIDE).element().replaceAll("<(title|desc)[^>]*>[^<]*</\\1>", "");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSourceStandsAtTheFoot(Kind kind) {
        for (Size size : List.of(Size.SLIDE, Size.PHONE)) {
            String svg = Drawing.whole(kind.of().apply(.62), size).svg();
            assertTrue(svg.replaceAll("<desc.*?</desc>", "").contains("Source: " + SOURCE), size.name());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noWordStandsBeyondTheEdge(Kind kind) {
        assertAll(Stream.of(Size.SLIDE, Size.PRINT, Size.PHONE).map(size -> () -> {
            var beyond =
                    Words.of(Drawing.whole(kind.of().apply(.62), size).svg()).beyond();
            assertEquals(List.of(), beyond, size.name());
        }));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noWordStandsOnAnother(Kind kind) {
        assertAll(Stream.of(Size.SLIDE, Size.PRINT, Size.PHONE).map(size -> () -> {
            var met = Words.of(Drawing.whole(kind.of().apply(.62), size).svg()).met();
            assertEquals(List.of(), met, size.name());
        }));
    }

    @Test
    void aStatusIsToldWithoutColour() {
        for (Function<Rung, Chart> chart : List.<Function<Rung, Chart>>of(
                EveryChartTest::ribbon, EveryChartTest::timeline, EveryChartTest::mapOf, EveryChartTest::lineOf)) {
            var seen = new TreeSet<String>();
            for (int level = 1; level <= 3; level++) {
                var drawn = chart.apply(new Rung("Status", level));
                seen.add(picture(drawn).replaceAll("#[0-9a-fA-F]{6}|rgb\\([^)]*\\)", "grey"));
            }
            assertEquals(3, seen.size(), chart.apply(Rung.MEMBER).name());
        }
    }

    private static Chart ribbon(Rung rung) {
        return new RungChart(
                "Belarus",
                "the SCO",
                List.of(new RungChart.Line(Rung.NONE, line(.3))),
                List.of(new Spell(rung, FIRST, LAST)),
                List.of(),
                SOURCE);
    }

    private static Chart lineOf(Rung rung) {
        return new RungChart(
                "Belarus", "the SCO", List.of(new RungChart.Line(rung, line(.3))), List.of(), List.of(), SOURCE);
    }

    private static Chart timeline(Rung rung) {
        var row = new LadderTimelineChart.Row("Iran", "IRN", List.of(new Spell(rung, FIRST, LAST)), List.of());
        return new LadderTimelineChart(
                "the SCO", FIRST.minusYears(1), LAST.plusYears(1), Rung.MEMBER, List.of(row), 0, SOURCE);
    }

    private static Chart mapOf(Rung rung) {
        var status = new MapPlace.Status(rung, new Estimate(1, .9, 1));
        return new MapChart(
                "the SCO",
                LAST,
                "BLR",
                List.of(new MapPlace("BLR", "Belarus", 112, 53.9, 27.6, List.of(status), null)),
                SOURCE);
    }

    /** The words of a picture and where they stand. */
    private record Words(double width, double height, List<Word> all) {
        private record Word(String text, double left, double right, double top, double bottom) {
            boolean meets(Word other) {
                return left + SLACK < other.right
                        && other.left + SLACK < right
                        && top + SLACK < other.bottom
                        && other.top + SLACK < bottom;
            }
        }

        private static final Pattern TRANSLATE = Pattern.compile("translate\\(([-\\d.]+)[ ,]+([-\\d.]+)\\)");

        static Words of(String svg) throws Exception {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            var words = new ArrayList<Word>();
            walk(root, 0, 0, words);
            assertFalse(words.isEmpty());
            return new Words(
                    Double.parseDouble(root.getAttribute("width")),
                    Double.parseDouble(root.getAttribute("height")),
                    words);
        }

        private static void walk(Element at, double x, double y, List<Word> words) {
            Matcher moved = TRANSLATE.matcher(at.getAttribute("transform"));
            if (at.getAttribute("transform").contains("rotate")
                    || at.getAttribute("transform").contains("matrix")) {
                return;
            }
            boolean moves = moved.find();
            double left = x + (moves ? Double.parseDouble(moved.group(1)) : 0);
            double top = y + (moves ? Double.parseDouble(moved.group(2)) : 0);
            if (at.getTagName().equals("text")) {
                words.add(word(at, left, top));
            }
            for (Node child = at.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element) {
                    walk(element, left, top, words);
                }
            }
        }

        private static Word word(Element text, double x, double y) {
            int points = (int) Math.round(
                    Double.parseDouble(inherited(text, "font-size", "12").replace("px", "")));
            int style = inherited(text, "font-weight", "normal").equals("bold") ? Font.BOLD : Font.PLAIN;
            double left = x + Double.parseDouble(text.getAttribute("x"));
            double baseline = y + Double.parseDouble(text.getAttribute("y"));
            double wide = Theme.width(text.getTextContent().stripTrailing(), new Font(Font.SANS_SERIF, style, points));
            return new Word(text.getTextContent(), left, left + wide, baseline - .72 * points, baseline);
        }

        private static String inherited(Element at, String name, String otherwise) {
            for (Node one = at; one instanceof Element element; one = one.getParentNode()) {
                if (element.hasAttribute(name)) {
                    return element.getAttribute(name);
                }
                Matcher styled = Pattern.compile(name + "\\s*:\\s*([^;]+)").matcher(element.getAttribute("style"));
                if (styled.find()) {
                    return styled.group(1).strip();
                }
            }
            return otherwise;
        }

        List<String> beyond() {
            return all.stream()
                    .filter(word -> word.left < -SLACK
                            || word.right > width + SLACK
                            || word.top < -SLACK
                            || word.bottom > height + SLACK)
                    .map(Word::toString)
                    .toList();
        }

        List<String> met() {
            var met = new ArrayList<String>();
            for (int n = 0; n < all.size(); n++) {
                for (int m = 0; m < n; m++) {
                    if (all.get(n).meets(all.get(m))) {
                        met.add(all.get(m) + " and " + all.get(n));
                    }
                }
            }
            return met;
        }
    }
}
