package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.Cause;
import blocsim.model.Parameter;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatedAgendaTest {
    private static final LocalDate FIRST_SUMMIT = LocalDate.of(2001, 7, 1);

    /** Two members and six eager outsiders. */
    private static TestWorlds crowd() {
        return TestWorlds.of("AAA", "BBB", "CCC", "CHN", "DDD", "EEE", "FFF", "RUS")
                .members("CHN", "RUS")
                .eager();
    }

    /** One member and one outsider that may only ask for what it is offered. */
    private static TestWorlds pair() {
        return TestWorlds.of("BLR", "CHN").members("CHN").eager();
    }

    /** How many runs of 400 have something happen to Belarus. */
    private static int runsWith(World world, Cause cause) {
        return (int) IntStream.range(0, 400)
                .filter(seed -> !Log.of(world, seed).of("BLR", cause).isEmpty())
                .count();
    }

    private static double approvedAtTheFirstSummit(TestWorlds worlds) {
        var world = worlds.years(1).build();
        return IntStream.range(0, 400)
                .mapToLong(seed -> Log.of(world, seed).lines.stream()
                        .filter(line -> line.cause() == Cause.APPROVED)
                        .count())
                .average()
                .orElseThrow();
    }

    @Test
    void aSummitWithoutCapacityTakesUpEveryoneWhoAsked() {
        assertTrue(approvedAtTheFirstSummit(crowd()) > 5.7);
    }

    /** Each of six is taken up with 2/6, so two are on average, with a standard error of .06. */
    @Test
    void capacityIsSharedByAllWhoAsk() {
        assertEquals(2, approvedAtTheFirstSummit(crowd().capacity(2)), 0.25);
    }

    @Test
    void capacityThatSufficesHoldsNobodyBack() {
        assertEquals(approvedAtTheFirstSummit(crowd()), approvedAtTheFirstSummit(crowd().capacity(6)), 0);
    }

    @Test
    void aSponsorHasTheCaseTakenUpMoreOften() {
        var alone = pair().with(Parameter.AGENDA_BASE, -2);
        var backed = pair().with(Parameter.AGENDA_BASE, -2).backing("CHN", "BLR", 1);
        assertTrue(runsWith(backed.years(1).build(), Cause.APPROVED)
                > 1.5 * runsWith(alone.years(1).build(), Cause.APPROVED));
    }

    @Test
    void aRequestThatMissesTheNoticeWaitsForTheNextSummit() {
        var log = Log.of(pair().requestNoticeDays(200).build(), 1);
        assertEquals(
                FIRST_SUMMIT.plusYears(1), log.of("BLR", Cause.APPROVED).get(0).day());
    }

    @Test
    void aRequestLapsesOnTheFirstTickAfterTenYears() {
        var log = Log.of(pair().with(Parameter.AGENDA_BASE, -20).years(13).build(), 1);
        assertEquals(
                List.of(LocalDate.of(2012, 1, 1)),
                log.of("BLR", Cause.LAPSED).stream().map(Log.Line::day).toList());
    }

    @Test
    void aLapsedRequestMayBeMadeAnew() {
        var log = Log.of(pair().with(Parameter.AGENDA_BASE, -20).years(13).build(), 1);
        assertEquals(2, log.of("BLR", Cause.ASKED).size());
    }

    @Test
    void aLapsedRequestMayBeMadeAnewInTheSameTick() {
        var world = pair().with(Parameter.AGENDA_BASE, -20)
                .with(Parameter.WITHDRAWAL_RATE, 0)
                .with(Parameter.REQUEST_RATE, 12)
                .years(12)
                .build();
        var log = Log.of(world, 1);
        assertEquals(
                log.of("BLR", Cause.LAPSED).get(0).day().getYear(),
                log.of("BLR", Cause.ASKED).get(1).day().getYear());
    }

    @Test
    void withdrawalTakesRequestsBackAtItsRate() {
        var world = pair().with(Parameter.AGENDA_BASE, -20)
                .with(Parameter.WITHDRAWAL_RATE, 0.5)
                .with(Parameter.REQUEST_RATE, 12)
                .years(2)
                .build();
        int within = runsWith(world, Cause.WITHDRAWN);
        assertEquals(1 - StrictMath.exp(-0.5 * (2 - 1 / 12.0)), within / 400.0, 4 * 0.5 / 20);
    }

    /** Halving the tick must not give requests of the running tick more time without a chance of withdrawal. */
    @Test
    void aRequestMayBeWithdrawnInTheTickInWhichItWasMade() {
        var world = pair().with(Parameter.AGENDA_BASE, -20)
                .with(Parameter.WITHDRAWAL_RATE, 3)
                .years(1)
                .build();
        assertTrue(runsWith(world, Cause.WITHDRAWN) > 300);
    }

    @Test
    void anExpelledMemberIsAnOutsiderFromThatDayOn() {
        var day = LocalDate.of(2003, 5, 4);
        var log = Log.of(
                TestWorlds.of("BLR", "CHN")
                        .members("BLR", "CHN")
                        .with(Parameter.EXIT_RATE, 0)
                        .with(Parameter.REQUEST_RATE, 0)
                        .ousting("BLR", day)
                        .build(),
                1);
        assertEquals(List.of(new Log.Line(day, "SCO", "BLR", "member", "none", Cause.EXPELLED)), log.lines);
    }

    @Test
    void anExpelledApplicantLosesItsRequestOnTheRecord() {
        var day = LocalDate.of(2003, 5, 4);
        var log = Log.of(
                pair().holds("SCO", "BLR", "partner")
                        .with(Parameter.AGENDA_BASE, -20)
                        .ousting("BLR", day)
                        .build(),
                1);
        assertEquals(day, log.of("BLR", Cause.LAPSED).get(0).day());
    }

    @Test
    void whatIsWorthLessThanNothingAtEntryIsDeclined() {
        var world = pair().holds("SCO", "BLR", "observer")
                .approved("BLR", LocalDate.of(2003, 3, 1))
                .with(Parameter.CLASH_COST, 100)
                .with(Parameter.REQUEST_RATE, 0)
                .dearFrom(1)
                .build();
        assertEquals(
                List.of(new Log.Line(LocalDate.of(2003, 3, 1), "SCO", "BLR", "observer", "member", Cause.DECLINED)),
                Log.of(world, 1).lines);
    }

    @Test
    void anApprovalOfTheStartEntersOnItsDay() {
        var world = pair().holds("SCO", "BLR", "observer")
                .approved("BLR", LocalDate.of(2003, 3, 1))
                .build();
        assertEquals(
                List.of(LocalDate.of(2003, 3, 1)),
                Log.of(world, 1).of("BLR", Cause.ENTERED).stream()
                        .map(Log.Line::day)
                        .toList());
    }

    @Test
    void aMemberThatLeavesGivesNoticeFirst() {
        var leaving = TestWorlds.of("BLR").members("BLR").with(Parameter.EXIT_RATE, 1);
        var atOnce = Log.of(leaving.build(), 3).of("BLR", Cause.LEFT).get(0).day();
        var later = Log.of(leaving.exitNoticeMonths(18).build(), 3)
                .of("BLR", Cause.LEFT)
                .get(0)
                .day();
        assertEquals(atOnce.plusMonths(18), later);
    }

    /** A merger of rungs is no move, so it takes no notice back. */
    @Test
    void aMergerLeavesANoticeInForce() {
        var leaving = TestWorlds.of("BLR", "CHN")
                .members("CHN")
                .holds("SCO", "BLR", "observer")
                .with(Parameter.EXIT_RATE, 1)
                .with(Parameter.REQUEST_RATE, 0)
                .exitNoticeMonths(60);
        for (int seed = 0; seed < 20; seed++) {
            var left = Log.of(leaving.build(), seed).of("BLR", Cause.LEFT);
            var leftAfterMerger =
                    Log.of(leaving.mergingObservers().build(), seed).of("BLR", Cause.LEFT);
            if (!left.isEmpty() && left.get(0).day().getYear() == 2006) {
                assertEquals(left.get(0).day(), leftAfterMerger.get(0).day(), "seed " + seed);
            }
        }
    }

    @Test
    void aRequestForWhatAMergerBringsLapses() {
        var world = pair().holds("SCO", "BLR", "partner")
                .with(Parameter.AGENDA_BASE, -20)
                .mergingPartners()
                .build();
        int lapsed = 0;
        for (int seed = 0; seed < 20; seed++) {
            var log = Log.of(world, seed);
            if (log.of("BLR", Cause.ASKED).get(0).to().equals("observer")) {
                var ends = log.of("BLR", Cause.LAPSED);
                assertEquals(LocalDate.of(2005, 9, 1), ends.get(0).day(), "seed " + seed);
                lapsed++;
            }
        }
        assertTrue(lapsed > 0);
    }

    @Test
    void onOneDayTheSummitComesBeforeTheEntryAndAfterTheRequest() {
        int[] order = Arrays.stream(Diary.Kind.values())
                .mapToInt(kind -> (int) (Diary.entry(10, kind, 0, 0, 0) >> 36 & 0xF))
                .toArray();
        assertTrue(order[Diary.Kind.REQUEST.ordinal()] < order[Diary.Kind.SUMMIT.ordinal()]);
        assertTrue(order[Diary.Kind.SUMMIT.ordinal()] < order[Diary.Kind.ENTRY.ordinal()]);
    }

    @Test
    void aDiaryGivesItsEntriesByDayThenKindThenBlocThenState() {
        long[] inOrder = {
            Diary.entry(-5, Diary.Kind.ENTRY, 3, 9, 1),
            Diary.entry(7, Diary.Kind.FOUNDING, 2, 9, 1),
            Diary.entry(7, Diary.Kind.SUMMIT, 1, 9, 1),
            Diary.entry(7, Diary.Kind.SUMMIT, 2, 1, 3),
            Diary.entry(7, Diary.Kind.SUMMIT, 2, 4, 1)
        };
        var diary = new Diary();
        diary.begin(new long[] {inOrder[1], inOrder[4]});
        for (int n : new int[] {3, 0, 2}) {
            diary.note(inOrder[n]);
        }
        for (long expected : inOrder) {
            assertEquals(expected, diary.take());
        }
        assertTrue(diary.isEmpty());
    }

    /** Candidates who were stopped, took their request back and asked again after an event. */
    @Test
    void anEventBetweenTwoRequestsHasStancesThoughtOver() {
        var event = LocalDate.of(2006, 1, 1);
        var world = pair().with(Parameter.OBJECTION_BASE, 0)
                .with(Parameter.STANCE_RENEWAL, 0)
                .with(Parameter.WITHDRAWAL_RATE, 0.7)
                .touch("BLR", event)
                .years(20)
                .build();
        int asked = 0;
        int approved = 0;
        for (int seed = 0; seed < 1000; seed++) {
            var stopped = new HashSet<String>();
            var again = new HashSet<String>();
            for (var line : Log.of(world, seed).lines) {
                boolean later = line.day().isAfter(event);
                if (line.cause() == Cause.STOPPED && !later) {
                    stopped.add(line.to());
                } else if (line.cause() == Cause.ASKED && later && stopped.contains(line.to())) {
                    again.add(line.to());
                } else if (line.cause() == Cause.STOPPED || line.cause() == Cause.APPROVED) {
                    boolean decides = again.remove(line.to());
                    stopped.remove(line.to());
                    asked += decides ? 1 : 0;
                    approved += decides && line.cause() == Cause.APPROVED ? 1 : 0;
                }
            }
        }
        assertTrue(asked > 100 && approved > 0.2 * asked, approved + " of " + asked);
    }

    @Test
    void anEventThatTouchesTheCandidateHasStancesThoughtOver() {
        var kept = pair().with(Parameter.OBJECTION_BASE, 0)
                .with(Parameter.STANCE_RENEWAL, 0)
                .with(Parameter.LAPSE_YEARS, 100);
        int before = runsWith(kept.build(), Cause.ENTERED);
        int after = runsWith(kept.touch("BLR", LocalDate.of(2004, 1, 1)).build(), Cause.ENTERED);
        assertTrue(after > before + 20, before + " and " + after);
    }

    @Test
    void entrantsOfTheThreeYearsBeforeTheStartAreBeingDigested() {
        var recent = pair().with(Parameter.AGENDA_BASE, 0)
                .with(Parameter.AGENDA_DIGESTION, 20)
                .holds("SCO", "CHN", "member")
                .years(1);
        int fresh = runsWith(recent.since("CHN", LocalDate.of(2000, 6, 1)).build(), Cause.APPROVED);
        int old = runsWith(recent.since("CHN", LocalDate.of(1990, 6, 1)).build(), Cause.APPROVED);
        assertTrue(fresh < 10 && old > 100, fresh + " and " + old);
    }
}
