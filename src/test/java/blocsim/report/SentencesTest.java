package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 7, 4);
    private static final Estimate BY_DAY = new Estimate(.42, .38, .46);
    private static final Estimate BY_END = new Estimate(.68, .66, .70);

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u2212', '-');
    }

    private static String likelihood(@Nullable LocalDate recorded, @Nullable LocalDate median) {
        return plain(Sentences.likelihood(new Verdict(
                "Belarus", "the SCO", Rung.MEMBER, recorded, SampleReport.END, 2000, BY_DAY, BY_END, median)));
    }

    private static Timing timing(Estimate rank) {
        return new Timing("Iran", "Member", DAY, null, null, null, rank, SampleReport.share(.5));
    }

    @Test
    void theAnswerHasThreeSentences() {
        assertEquals(
                3,
                Sentences.answer(SampleReport.verdict(), SampleReport.reasons()).size());
    }

    @Test
    void theFirstSentenceSaysHowLikelyAndWhen() {
        assertEquals(
                "In 2,000 runs, Belarus was a full member of the SCO by 4 July 2024, the recorded day, in 42 % (95 % interval "
                        + "38 to 46 %); half of the runs have it by March 2026.",
                likelihood(DAY, LocalDate.of(2026, 3, 1)));
    }

    @Test
    void aMedianBeyondTheHorizonIsSaid() {
        assertTrue(likelihood(DAY, null).endsWith("; fewer than half get there by the end of 2030 (68 %)."));
    }

    @Test
    void withoutARecordedDayTheHorizonsEndCounts() {
        assertTrue(likelihood(null, LocalDate.of(2026, 3, 1))
                .startsWith("In 2,000 runs, Belarus is a full member of the SCO by the end of 2030 in 68 %"));
    }

    @Test
    void withoutARecordedDayAndAMedianBothAreSaid() {
        assertEquals(
                "In 2,000 runs, Belarus is a full member of the SCO by the end of 2030 in 68 % (95 % interval 66 to 70 %); the record "
                        + "has no such day, and fewer than half get there by the end of 2030.",
                likelihood(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Partner, 1, 'Belarus was a partner of the SCO by'",
        "Observer, 2, 'Belarus was an observer of the SCO by'",
        "Member, 3, 'Belarus was a full member of the SCO by'"
    })
    void theFirstSentenceNamesTheRung(String label, int level, String words) {
        String text = plain(Sentences.likelihood(new Verdict(
                "Belarus", "the SCO", new Rung(label, level), DAY, SampleReport.END, 2000, BY_DAY, BY_END, null)));
        assertTrue(text.contains(words), text);
    }

    @ParameterizedTest
    @CsvSource({"Iran, BRICS, 1500, .12", "India, the EU, 12, .9"})
    void theFirstSentenceFollowsItsFigures(String state, String bloc, int runs, double share) {
        var likely = new Estimate(share, share - .05, share + .05);
        String text = plain(Sentences.likelihood(
                new Verdict(state, bloc, Rung.MEMBER, DAY, SampleReport.END, runs, likely, BY_END, DAY)));
        assertTrue(
                text.startsWith("In " + Numbers.count(runs) + " runs, " + state + " was a full member of " + bloc
                                + " by")
                        && text.contains("in " + plain(Numbers.percent(likely)))
                        && text.endsWith("half of the runs have it by July 2024."),
                text);
    }

    private static Reasons.Objector objector(String state, double share) {
        return new Reasons.Objector(state, SampleReport.share(share));
    }

    private static String opposition(double stopped, Reasons.Objector... objectors) {
        return plain(Sentences.opposition(
                SampleReport.verdict(), new Reasons(DAY, List.of(), SampleReport.share(stopped), List.of(objectors))));
    }

    @Test
    void aSingleObjectorIsNamedAlone() {
        assertEquals(
                "A request was stopped at least once in 31 % of the runs, and the first to object was most often Hungary (90 % of the "
                        + "runs with a stop).",
                opposition(.31, objector("Hungary", .9)));
    }

    @Test
    void noMoreThanThreeObjectorsAreNamed() {
        String text = opposition(
                .5, objector("Hungary", .4), objector("Sweden", .3), objector("Greece", .2), objector("France", .1));
        assertTrue(
                text.contains("Hungary (40 % of the runs with a stop), Sweden (30 %") && text.contains(" and Greece"));
        assertFalse(text.contains("France"));
    }

    private static String attraction(Reasons.Motive... motives) {
        return plain(
                Sentences.attraction(SampleReport.verdict(), new Reasons(DAY, List.of(motives), BY_DAY, List.of())));
    }

    private static Reasons.Motive motive(String name, double part) {
        return new Reasons.Motive(name, "", new Estimate(part, part, part));
    }

    @Test
    void noMoreThanTwoMotivesAreNamedOfAllThatDraw() {
        assertEquals(
                "What drew it most, in 2024, was status (50 % of all that draws) and network (30 % of all that draws); nothing held it "
                        + "back.",
                attraction(motive("Economy", .2), motive("Network", .3), motive("Status", .5)));
    }

    @Test
    void aSingleMotiveIsAllThatDraws() {
        assertTrue(attraction(motive("Economy", .2)).contains("was economy (100 % of all that draws);"));
    }

    @Test
    void ofTwoBrakesTheStrongerIsNamed() {
        assertTrue(attraction(motive("Status", 1), motive("Network", -.2), motive("Cost", -.1))
                .endsWith("; what held it back most was network."));
    }

    @Test
    void whereNothingDrawsNoMotiveIsNamed() {
        assertEquals(
                "Nothing drew Belarus to the SCO in 2024: no motive is above zero.",
                attraction(motive("Status", 0), motive("Cost", -1)));
    }

    @Test
    void objectorsAreNamedWithTheirShares() {
        var reasons = new Reasons(
                DAY,
                List.of(),
                new Estimate(.73, .7, .75),
                List.of(new Reasons.Objector("Uzbekistan", BY_END), new Reasons.Objector("Russia", BY_DAY)));
        assertEquals(
                "A request was stopped at least once in 73 % of the runs, and the first to object was most often Uzbekistan "
                        + "(68 % of the runs with a stop) and Russia (42 % of the runs with a stop).",
                plain(Sentences.opposition(SampleReport.verdict(), reasons)));
    }

    @Test
    void noObjectorIsSaid() {
        var reasons = new Reasons(DAY, List.of(), new Estimate(0, 0, .01), List.of());
        assertEquals(
                "No incumbent stopped a request of Belarus in any run.",
                Sentences.opposition(SampleReport.verdict(), reasons));
    }

    @Test
    void theStrongestMotiveIsNamedFirst() {
        var reasons = new Reasons(
                DAY,
                List.of(
                        new Reasons.Motive("Status", "", new Estimate(1, 1, 1)),
                        new Reasons.Motive("Network", "", new Estimate(3, 3, 3)),
                        new Reasons.Motive("Cost", "", new Estimate(-1, -1, -1))),
                BY_DAY,
                List.of());
        assertEquals(
                "What drew it most, in 2024, was network (75 % of all that draws) and status (25 % of all that draws); what "
                        + "held it back most was cost.",
                plain(Sentences.attraction(SampleReport.verdict(), reasons)));
    }

    @ParameterizedTest
    @CsvSource({
        ".01, .0, .03, earlier than in nearly all runs",
        ".04, .02, .06, early",
        ".5, .4, .6, in the middle half",
        ".9, .88, .92, late",
        ".98, .96, 1, later than in nearly all runs"
    })
    void thePlaceOfTheRecordedDayFollowsItsRank(double rank, double lower, double upper, String place) {
        assertEquals(place, Sentences.place(timing(new Estimate(rank, lower, upper))));
    }

    @Test
    void anOrderThatChanceCouldGiveIsCalledSo() {
        String text = plain(Sentences.ordering(new Ordering(new Estimate(.1, -.1, .3), 12, "")));
        assertTrue(
                text.endsWith(
                        "in 95 % of runs from -0.10 to 0.30: a single run cannot be told from an order by chance."),
                text);
    }

    @Test
    void withoutTwoStatesThereIsNoOrder() {
        assertEquals(
                "Fewer than two states rose on record within the horizon: there is no order to compare.",
                Sentences.ordering(new Ordering(new Estimate(0, -1, 1), 1, "")));
    }

    @Test
    void aGoodOrderIsGivenInPairs() {
        String text = plain(Sentences.ordering(new Ordering(new Estimate(.6, .5, .7), 12, "")));
        assertTrue(text.endsWith("a pair of states stands in the recorded order in 80 % of cases."), text);
    }

    @ParameterizedTest
    @CsvSource({
        "RISE, .1, .05, .15, agrees",
        "FALL, -.1, -.15, -.05, agrees",
        "RISE, .1, -.05, .25, 'null: no clear change, where up was expected'",
        "FALL, .1, .05, .15, opposite to what was expected",
        "NONE, 0, -.01, .01, agrees: no clear change",
        "NONE, .1, .05, .15, a change where none was expected"
    })
    void aSignIsJudgedByTheInterval(WhatIf.Sign sign, double value, double lower, double upper, String verdict) {
        var difference = new WhatIf.Difference("P", sign, .4, .4 + value, new Estimate(value, lower, upper));
        assertEquals(verdict, Sentences.agreement(difference));
    }

    @Test
    void signsAreCounted() {
        assertTrue(Sentences.whatIfs(SampleReport.whatIfs())
                .startsWith("Of 6 signs written down beforehand, 3 came out as expected and 1 the other way"));
    }

    private static Doubt doubt(double lower, double share, Doubt.@Nullable Swing swing) {
        return new Doubt(
                DAY,
                true,
                List.of(new Doubt.Share(
                        "Belarus is a full member of the SCO by the end of 2030",
                        true,
                        .42,
                        .49,
                        .22,
                        new Estimate(share, lower, .31))),
                swing);
    }

    private static String first(Doubt doubt) {
        return plain(Sentences.doubt(doubt).get(0));
    }

    private static String second(Doubt.@Nullable Swing swing) {
        return plain(Sentences.doubt(doubt(.09, .2, swing)).get(1));
    }

    @Test
    void whatParametersBringIsSaid() {
        assertEquals(
                "Each run draws its parameters anew from their fit to the record up to 4 July 2024. Whether Belarus is a full member of "
                        + "the SCO by the end of 2030 differs from run to run: parameters bring 20 % (95 % interval 9.0 to 31.0 %) of the "
                        + "variance, chance the rest. From one draw of parameters to another the probability has a standard deviation "
                        + "of 22.0 points.",
                first(doubt(.09, .2, null)));
    }

    @Test
    void whatCannotBeToldFromNothingIsNotCalledAShare() {
        String text = first(doubt(-.02, .1, null));
        assertTrue(text.endsWith("cannot be told from nothing, and is at most 31 % of the variance."), text);
    }

    @Test
    void fixedParametersLeaveTheSpreadToChance() {
        assertEquals(
                "All runs share the fitted parameters: their spread is chance alone.",
                first(new Doubt(DAY, false, List.of(), null)));
    }

    @Test
    void theLargestSwingOfAWhatIfIsJudgements() {
        assertEquals(
                "Of judgement, the what-if that swings it most among the 3 that speak of it, \u201cNo guarantee?\u201d, takes P(member "
                        + "by 2030) from 42 % to 20 %.",
                second(new Doubt.Swing("No guarantee?", 3, "P(member by 2030)", .42, .2)));
    }

    @Test
    void aWhatIfThatMovesNothingLeavesIt() {
        String text = second(new Doubt.Swing("No guarantee?", 1, "P(member by 2030)", .42, .42));
        assertEquals(
                "Of judgement, the one what-if that speaks of it, \u201cNo guarantee?\u201d, leaves P(member by 2030) at 42 %.",
                text);
    }

    @Test
    void withoutAWhatIfJudgementIsNotKnown() {
        assertTrue(second(null).contains("is not known here"));
    }

    @Test
    void datesThatTheFitKnewAreCounted() {
        var timings = List.of(timing(BY_DAY), timing(BY_DAY));
        assertEquals(
                "The parameters were calibrated to the record up to 4 July 2024: 2 of the 2 recorded dates here are in-sample, marked so, "
                        + "and agreement with them is no test of the model.",
                plain(Sentences.inSample(new Doubt(DAY, false, List.of(), null), timings)));
    }

    @Test
    void datesAfterTheFitAreNotInSample() {
        var before = new Doubt(DAY.minusDays(1), false, List.of(), null);
        assertTrue(plain(Sentences.inSample(before, List.of(timing(BY_DAY)))).contains(": 0 of the 1 recorded dates"));
    }

    @Test
    void withoutAFitNothingIsSaidOfIt() {
        assertEquals("", Sentences.inSample(Doubt.NONE, List.of(timing(BY_DAY))));
    }
}
