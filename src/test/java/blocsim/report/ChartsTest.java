package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the charts say beside the picture: their tables and alternative texts. */
class ChartsTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 12, 31);
    private static final LocalDate LAST = LocalDate.of(2021, 12, 31);
    private static final Estimate LOW = new Estimate(.2, .15, .25);
    private static final Estimate HIGH = new Estimate(.8, .75, .85);

    private static List<DatedEstimate> line(Estimate first, Estimate last) {
        return List.of(new DatedEstimate(FIRST, first), new DatedEstimate(LAST, last));
    }

    private static String plain(Object text) {
        return text.toString().replace('\u00a0', ' ').replace('\u2212', '-');
    }

    private static RungChart rungs() {
        return new RungChart(
                "Belarus",
                "the SCO",
                List.of(
                        new RungChart.Line(Rung.NONE, line(HIGH, LOW)),
                        new RungChart.Line(Rung.MEMBER, line(LOW, HIGH))),
                List.of(),
                List.of(new Mark(LAST, "Member 2021", Rung.MEMBER)),
                "test");
    }

    private static BlocSizeChart size() {
        return new BlocSizeChart(
                "the SCO",
                List.of(new BlocSizeChart.Count(
                        "Members",
                        List.of(
                                new BlocSizeChart.Band(FIRST, 8, 8, 8, 7, 9),
                                new BlocSizeChart.Band(LAST, 9, 8, 9, 7.5, 10)),
                        List.of(new BlocSizeChart.Step(LocalDate.of(2017, 6, 9), 8)),
                        FIRST)),
                "test");
    }

    @Test
    void theTableOfRungsHoldsEveryShareWithItsInterval() {
        assertEquals(
                List.of("2020-12-31", "80 % (75 to 85 %)", "20 % (15 to 25 %)"),
                rungs().table().rows().get(0).stream().map(ChartsTest::plain).toList());
    }

    @Test
    void theTextForRungsGivesTheEndAndTheRecord() {
        assertEquals(
                "Lines over time, 2020 to 2021. At the end 20 % of runs have Belarus as outsider and 80 % of runs have Belarus "
                        + "as member. Recorded: Member 2021, on 31 December 2021.",
                plain(rungs().description()));
    }

    @Test
    void theRecordOfABlocsSizeStopsWhereItEnds() {
        assertEquals(
                List.of("8", "\u2013"),
                size().table().rows().stream().map(row -> row.get(2)).toList());
    }

    @Test
    void theRecordBeforeTheAxisIsNotDrawn() {
        var late = new BlocSizeChart.Step(LocalDate.of(2017, 6, 9), 8);
        var early = new BlocSizeChart.Step(LocalDate.of(2001, 6, 15), 6);
        assertEquals(drawn(List.of(late)), drawn(List.of(early, late)));
    }

    private static String drawn(List<BlocSizeChart.Step> record) {
        var bands =
                List.of(new BlocSizeChart.Band(FIRST, 8, 8, 8, 7, 9), new BlocSizeChart.Band(LAST, 9, 8, 9, 7.5, 10));
        var chart =
                new BlocSizeChart("the SCO", List.of(new BlocSizeChart.Count("Members", bands, record, LAST)), "test");
        return Drawing.bare(chart, Size.SLIDE).element();
    }

    @Test
    void aQuestionIsNotClosedTwice() {
        assertEquals("What if?", DifferenceChart.sentence("What if?"));
        assertEquals("Nothing.", DifferenceChart.sentence("Nothing"));
    }

    @Test
    void aHalfStateIsWrittenAsAHalf() {
        assertEquals("9 (7.5 to 10)", size().table().rows().get(1).get(1));
    }

    @Test
    void theTextForMotivesNamesTheStrongestFirst() {
        var chart = new MotivesChart(
                "Belarus",
                "the SCO",
                List.of(
                        new MotivesChart.Line("Status", line(HIGH, LOW)),
                        new MotivesChart.Line("Network", line(LOW, HIGH))),
                List.of(),
                "test");
        assertTrue(chart.description().endsWith("Network 0.80, Status 0.20."), chart.description());
    }

    @Test
    void aRungLeaptOverCountsAsReached() {
        var row = new LadderTimelineChart.Row(
                "Iran",
                "IRN",
                List.of(new Spell(Rung.MEMBER, LocalDate.of(2023, 7, 4), LocalDate.of(2025, 1, 1))),
                List.of(new LadderTimelineChart.FirstDate(Rung.OBSERVER, null, null, null, LOW)));
        var chart = new LadderTimelineChart(
                "the SCO", LocalDate.of(2001, 1, 1), LocalDate.of(2030, 1, 1), Rung.MEMBER, List.of(row), 0, "test");
        assertEquals(
                List.of("Iran", "Observer", "Jul 2023", "never", "never", "20 % (15 to 25 %)"),
                chart.table().rows().get(0).stream().map(ChartsTest::plain).toList());
    }

    @Test
    void theTimelineSaysHowManyStatesItLeavesOut() {
        var shown = SampleReport.ladder();
        var some = new LadderTimelineChart(
                shown.bloc(), shown.start(), shown.end(), shown.top(), shown.rows(), 162, shown.source());
        assertTrue(some.subtitle().contains("Not shown: 162 states"), some.subtitle());
        assertFalse(shown.subtitle().contains("Not shown"), shown.subtitle());
    }

    @Test
    void aLinesSinglePointIsRefused() {
        var one = List.of(new DatedEstimate(FIRST, LOW));
        assertThrows(IllegalArgumentException.class, () -> new RungChart.Line(Rung.NONE, one));
    }

    @Test
    void linesOfDifferentDatesAreRefused() {
        var late = List.of(new DatedEstimate(LAST, LOW), new DatedEstimate(LAST.plusYears(1), LOW));
        var lines = List.of(new MotivesChart.Line("Status", line(LOW, LOW)), new MotivesChart.Line("Network", late));
        assertThrows(
                IllegalArgumentException.class, () -> new MotivesChart("Iran", "the SCO", lines, List.of(), "test"));
    }

    @Test
    void anIntervalMayMissItsValueByRounding() {
        assertEquals(0, new Estimate(0, 1e-18, .1).lower());
    }

    @Test
    void anIntervalMustHoldItsValue() {
        assertThrows(IllegalArgumentException.class, () -> new Estimate(.5, .6, .7));
    }

    @Test
    void quantilesMustRise() {
        assertThrows(IllegalArgumentException.class, () -> new BlocSizeChart.Band(FIRST, 5, 6, 7, 4, 8));
    }

    @Test
    void aMedianNeedsALowerQuantile() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new LadderTimelineChart.FirstDate(Rung.MEMBER, null, FIRST, null, LOW));
    }

    @Test
    void theWaterfallEndsWithItsSumAndTheValueNow() {
        assertEquals(
                "[[Cost, -0.75], [Network, +1.50], [Alignment, +2.25], [As observer, 3.00], [Now, as partner, 2.50]]",
                plain(SampleReport.waterfall().table().rows()));
    }

    @Test
    void theTextForTheWaterfallComparesWithTheRungHeld() {
        assertEquals(
                "Bars from zero, one after the other: Cost -0.75, Network +1.50, Alignment +2.25, together 3.00 for observer "
                        + "against 2.50 now as partner.",
                plain(SampleReport.waterfall().description()));
    }

    @Test
    void aWaterfallThatDoesNotAddUpIsRefused() {
        var steps = List.of(new WaterfallChart.Step("Network", 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WaterfallChart("a", "b", "observer", "partner", LAST, steps, 1.1, 0, "test"));
    }

    @Test
    void theLikeliestToObjectStandsOnTopAndEqualsByName() {
        assertEquals(
                List.of("Uzbekistan", "China", "Russia"),
                SampleReport.stances().stances().stream()
                        .map(StancesChart.Stance::incumbent)
                        .toList());
    }

    @Test
    void theTableOfStancesHoldsBothProbabilities() {
        assertEquals(
                List.of("Uzbekistan", "80 %", "97.0 %"),
                SampleReport.stances().table().rows().get(0).stream()
                        .map(ChartsTest::plain)
                        .toList());
    }

    @Test
    void aStanceThatIsNoProbabilityIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StancesChart.Stance("a", 1.1, 0));
    }
}
