package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.stats.Interval;
import blocsim.stats.MorrisEffects;
import blocsim.stats.Pawn;
import blocsim.stats.Prim;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivitySentencesTest {
    private static final List<SensitivitySentences.Named> NAMED = List.of(
            new SensitivitySentences.Named("the effort of asking", List.of()),
            new SensitivitySentences.Named(
                    "the rule of admission", List.of("no objection", "majority", "named vetoes")));

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static Interval about(double value, double half) {
        return new Interval(value, value - half, value + half);
    }

    private static SobolChart chart(double one, double other) {
        return new SobolChart(
                "the outcome",
                true,
                List.of(
                        new SobolChart.Factor("Effort", Estimate.of(about(one, .05)), Estimate.of(about(one, .05))),
                        new SobolChart.Factor(
                                "Weight", Estimate.of(about(other, .05)), Estimate.of(about(other, .05)))),
                "test");
    }

    private static String sobol(SobolChart chart) {
        return plain(String.join(" ", SensitivitySentences.sobol(chart, about(.6, .02))));
    }

    @Test
    void whatDecidesMostIsTheLargestTotal() {
        assertTrue(
                sobol(chart(.7, .3))
                        .startsWith(
                                "What most decides the outcome is effort (70 % of the variance alone, 70 % with its "
                                        + "interactions). Next comes weight"),
                sobol(chart(.7, .3)));
    }

    @Test
    void whereIntervalsOverlapNoneIsSaidToDecideMost() {
        assertTrue(
                sobol(chart(.5, .45)).contains("is one of these, whose intervals overlap: effort"),
                sobol(chart(.5, .45)));
    }

    @Test
    void aFactorWhoseIntervalHoldsZeroIsNotToldFromNone() {
        assertTrue(sobol(chart(.9, .01)).contains("Not told from none: weight."), sobol(chart(.9, .01)));
    }

    @Test
    void interactionsAreSaidWhereFactorsAloneLeaveMuch() {
        assertTrue(
                sobol(chart(.5, .2)).contains("Factors that work only together account for 30 % of the variance."),
                sobol(chart(.5, .2)));
    }

    @Test
    void luckIsSaidWithItsInterval() {
        assertTrue(
                sobol(chart(.7, .3))
                        .endsWith(
                                "Of the variance of a single run, 60 % (95 % interval 58 to 62 %) is luck, which no factor decides."));
    }

    @Test
    void oneReplicateAPointIsSaid() {
        var sentences = SensitivitySentences.sobol(chart(.7, .3), null);
        assertTrue(sentences.get(sentences.size() - 1).startsWith("Each point was run once"), sentences::toString);
    }

    @Test
    void effectsNotToldFromLuckMayBeLeftAlone() {
        var none = new MorrisEffects.Factor(about(0, 1), about(.5, .2), about(0, 0), 1.0);
        var some = new MorrisEffects.Factor(about(4, 1), about(4, 1), about(5, 1), 1.0);
        var effects = new MorrisEffects(List.of(none, some), 10, 3);
        var chart = new MorrisChart(
                "the date", "years", true, MorrisChart.factors(List.of("Weight", "Effort"), effects), "test");
        assertEquals(
                List.of(
                        "What most decides the date is effort (4.00 years over its whole range).",
                        "What effort does depends most on where the other factors stand.",
                        "Not told from luck: weight. They may be left alone where 0.700 years over a whole range do not matter, the"
                                + " highest end of their intervals.",
                        "3 of 20 effects were left out, since a run at one end failed."),
                SensitivitySentences.morris(chart, effects).stream()
                        .map(SensitivitySentencesTest::plain)
                        .toList());
    }

    @Test
    void pawnNamesOnlyWhatMovesFurtherThanNone() {
        var pawn = new Pawn(
                List.of(new Pawn.Factor(about(.1, .02), about(.2, .02)), new Pawn.Factor(about(.4, .1), about(.5, .1))),
                .15,
                .25,
                100,
                0);
        String sentence = SensitivitySentences.pawn(List.of("Weight", "Effort"), pawn);
        assertTrue(sentence.contains("effort (0.400)"), sentence);
        assertFalse(sentence.contains("weight"), sentence);
    }

    @Test
    void aBoxIsSaidInPlainWords() {
        var box = new Prim.Box(
                List.of(new Prim.Limit.AtLeast(0, 4.2), new Prim.Limit.OneOf(1, List.of(0.0, 2.0))), .64, .82, 120);
        assertEquals(
                List.of(
                        "Belarus stays an observer when the effort of asking is at least 4.20 and the rule of admission is no "
                                + "objection or named vetoes: in 82 % of the runs there, against 31 % of all runs; 64 % of the runs with this "
                                + "outcome lie there."),
                SensitivitySentences.boxes(
                                "Belarus stays an observer", NAMED, new Prim.Found(List.of(box), .31, 1000, 0), false)
                        .stream()
                        .map(SensitivitySentencesTest::plain)
                        .toList());
    }

    @Test
    void bothEndsOfAFactorAreOneRange() {
        var box = new Prim.Box(List.of(new Prim.Limit.AtLeast(0, 1), new Prim.Limit.AtMost(0, 2)), .6, .8, 120);
        String sentence = SensitivitySentences.boxes(
                        "It holds", NAMED, new Prim.Found(List.of(box), .3, 1000, 0), false)
                .get(0);
        assertTrue(sentence.contains("the effort of asking is from 1.00 to 2.00: in"), sentence);
    }

    @Test
    void wherePointsHaveUnequalNumbersOfRunsSharesAreNotSaidToBeOfRuns() {
        var box = new Prim.Box(List.of(new Prim.Limit.AtLeast(0, 4.2)), .64, .82, 120);
        assertEquals(
                "It holds when the effort of asking is at least 4.20: in 82 % of the runs of a design point there on average,"
                        + " against 31 % everywhere; 64 % of the outcome, point by point, lies there.",
                plain(SensitivitySentences.boxes("It holds", NAMED, new Prim.Found(List.of(box), .31, 1000, 0), true)
                        .get(0)));
    }

    @Test
    void withoutABoxTheShareOfAllRunsIsSaid() {
        assertEquals(
                "It holds in 31 % of all runs, and no range of the factors makes that more common than luck would.",
                plain(SensitivitySentences.boxes("It holds", NAMED, new Prim.Found(List.of(), .31, 1000, 0), false)
                        .get(0)));
    }

    @Test
    void theLargestIsOnTopOfACharts() {
        assertTrue(SensitivitySample.tornado().description().contains("on top: Effort of asking from 15.4 to 22.9;"));
        assertEquals(
                "Weight of networks",
                SensitivitySample.sobol().table().rows().get(1).get(0));
        assertTrue(SensitivitySample.morris()
                .description()
                .endsWith("Share of requests on record 0.300 and 0.100, not told from luck."));
    }

    @Test
    void figuresOfAnySizeHaveThreeDigitsThatCount() {
        assertEquals(
                List.of("0.00123", "\u22121.20", "12.3", "12,346", "0"),
                List.of(
                        Numbers.figure(.001234),
                        Numbers.figure(-1.2),
                        Numbers.figure(12.34),
                        Numbers.figure(12345.6),
                        Numbers.figure(0)));
    }
}
