package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.Cause;
import blocsim.model.Condition;
import blocsim.model.Gate;
import blocsim.model.Parameter;
import blocsim.model.World;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    @Test
    void foundersBecomeMembersOnTheDayOfTheFoundingAndDoNotAsk() {
        var log = Log.of(
                TestWorlds.of("CHN", "RUS").founders("CHN", "RUS").eager().build(), 1);
        assertEquals(
                List.of(
                        new Log.Line(LocalDate.of(2001, 6, 15), "SCO", "CHN", "none", "member", Cause.FOUNDED),
                        new Log.Line(LocalDate.of(2001, 6, 15), "SCO", "RUS", "none", "member", Cause.FOUNDED)),
                log.lines);
    }

    @Test
    void anApprovedMemberEntersWhenTheLagIsOver() {
        var world =
                TestWorlds.of("BLR", "CHN", "RUS").members("CHN", "RUS").eager().build();
        var log = Log.of(world, 1);
        var approved = log.of("BLR", Cause.APPROVED).stream()
                .filter(line -> line.to().equals("member"))
                .findFirst()
                .orElseThrow();
        var entered = log.of("BLR", Cause.ENTERED).stream()
                .filter(line -> line.to().equals("member"))
                .findFirst()
                .orElseThrow();
        assertEquals(approved.day().plusMonths(23), entered.day());
    }

    @Test
    void aSummitDecidesOnlyOnItsDay() {
        var log = Log.of(
                TestWorlds.of("BLR", "CHN", "RUS").members("CHN", "RUS").eager().build(), 1);
        var days = log.of("BLR", Cause.APPROVED).stream()
                .map(line -> line.day().getMonthValue() * 100 + line.day().getDayOfMonth())
                .collect(Collectors.toSet());
        assertEquals(Set.of(701), days);
    }

    @Test
    void nobodyIsAdmittedDuringAMoratorium() {
        var gate = new Gate(
                "pause",
                new Condition.Closed(),
                List.of("partner", "observer", "member"),
                LONG_AGO,
                LocalDate.of(2006, 7, 1));
        var log = Log.of(
                TestWorlds.of("BLR", "CHN").members("CHN").gate(gate).eager().build(), 1);
        assertEquals(
                LocalDate.of(2006, 7, 1), log.of("BLR", Cause.APPROVED).get(0).day());
    }

    @Test
    void whoLacksThePriorRungDoesNotAsk() {
        var gate = new Gate(
                "prior", new Condition.PriorRung(List.of("observer")), List.of("member", "partner"), null, null);
        var log = Log.of(
                TestWorlds.of("BLR", "CHN").members("CHN").gate(gate).eager().build(), 1);
        assertEquals("observer", log.of("BLR", Cause.ASKED).get(0).to());
    }

    @Test
    void warWithAMemberShutsTheGate() {
        var gate =
                new Gate("war", new Condition.NoOpenConflict(), List.of("partner", "observer", "member"), null, null);
        var worlds = TestWorlds.of("BLR", "CHN").members("CHN").gate(gate).eager();
        assertFalse(Log.of(worlds.build(), 1).of("BLR", Cause.APPROVED).isEmpty());
        assertTrue(Log.of(worlds.war("BLR", "CHN").build(), 1)
                .of("BLR", Cause.APPROVED)
                .isEmpty());
    }

    @Test
    void aMergerOfRungsIsNoMoveAndLeavesNobodyOnTheOldRung() {
        var log = Log.of(
                TestWorlds.of("BLR", "CHN")
                        .members("CHN")
                        .holds("SCO", "BLR", "observer")
                        .with(Parameter.REQUEST_RATE, 0)
                        .with(Parameter.EXIT_RATE, 0)
                        .mergingObservers()
                        .build(),
                1);
        assertEquals(
                List.of(new Log.Line(LocalDate.of(2005, 9, 1), "SCO", "BLR", "observer", "partner", Cause.MERGED)),
                log.lines);
    }

    @Test
    void aMemberWithADisputeIsTheOneWhoStopsTheCandidate() {
        var worlds = TestWorlds.of("BLR", "CHN", "RUS", "UZB")
                .members("CHN", "RUS", "UZB")
                .eager()
                .with(Parameter.OBJECTION_BASE, -3)
                .dispute("UZB", "BLR", LONG_AGO, LocalDate.of(2100, 1, 1));
        var named = IntStream.range(0, 200)
                .mapToObj(seed -> Log.of(worlds.build(), seed).objectors)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        assertTrue(named.getOrDefault("UZB", 0L) > 20 * named.getOrDefault("CHN", 0L), named.toString());
    }

    @Test
    void stancesAreKeptForACaseSoThatAStopRepeatsItself() {
        var world = TestWorlds.of("BLR", "CHN", "UZB")
                .members("CHN", "UZB")
                .eager()
                .with(Parameter.STANCE_RENEWAL, 0)
                .with(Parameter.LAPSE_YEARS, 100)
                .dispute("UZB", "BLR", LONG_AGO, LocalDate.of(2100, 1, 1))
                .with(Parameter.OBJECTION_BASE, -3)
                .build();
        for (int seed = 0; seed < 100; seed++) {
            var log = Log.of(world, seed);
            var stopped = log.of("BLR", Cause.STOPPED);
            if (!stopped.isEmpty()) {
                String rung = stopped.get(0).to();
                assertTrue(
                        log.of("BLR", Cause.APPROVED).stream()
                                .noneMatch(line -> line.to().equals(rung)),
                        "seed " + seed);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameRunWhateverRanBefore() {
        World world = busyWorld(Period.ofYears(1)).build();
        var simulator = new Simulator(world);
        simulator.run(7, 5, new Recorder() {});
        var log = new Log(world);
        simulator.run(7, 0, log);
        assertEquals(Log.of(world, 7).lines, log.lines);
    }

    @Test
    void listeningToReasonsChangesNothing() {
        World world = busyWorld(Period.ofYears(1)).build();
        var log = new Log(world, true);
        new Simulator(world).run(7, 0, log);
        assertEquals(Log.of(world, 7).lines, log.lines);
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        World world = busyWorld(Period.ofYears(1)).build();
        assertNotEquals(Log.of(world, 7).lines, Log.of(world, 8).lines);
    }

    @Test
    void anUnrelatedBlocChangesNoBitOfAnother() {
        var alone = Log.of(busyWorld(Period.ofYears(1)).build(), 3);
        var beside = Log.of(
                busyWorld(Period.ofYears(1))
                        .andBloc("AAA")
                        .holds("AAA", "ZZZ", "member")
                        .build(),
                3);
        assertEquals(
                alone.lines,
                beside.lines.stream().filter(line -> line.bloc().equals("SCO")).toList());
    }

    @Test
    void halvingTheTickChangesNoYearlyRateOfAskingByMoreThanSamplingError() {
        double yearly = requestsPerRun(busyWorld(Period.ofYears(1)).build());
        double halfYearly = requestsPerRun(busyWorld(Period.ofMonths(6)).build());
        assertEquals(yearly, halfYearly, 0.05 * yearly);
    }

    @Test
    void aStateHoldsOneRungAndMembersNeverExceedTheStates() {
        World world = busyWorld(Period.ofYears(1)).build();
        for (int seed = 0; seed < 50; seed++) {
            for (byte[] rungs : Log.of(world, seed).standings) {
                for (byte rung : rungs) {
                    assertTrue(rung >= 0 && rung <= 3);
                }
            }
        }
    }

    @Test
    void theStandingsAtTheEndFollowFromWhatHappened() {
        World world = busyWorld(Period.ofYears(1)).build();
        for (int seed = 0; seed < 20; seed++) {
            var log = Log.of(world, seed);
            byte[] rungs = new byte[world.states().size()];
            world.start().forEach(start -> rungs[start.state()] = (byte) start.rung());
            for (var line : log.lines) {
                if (line.cause().changesRung()) {
                    rungs[world.state(line.state())] =
                            (byte) world.blocs().get(0).ladder().index(line.to());
                }
            }
            assertArrayEquals(rungs, log.standings.get(world.ticks() - 1), "seed " + seed);
        }
    }

    private static double requestsPerRun(World world) {
        var simulator = new Simulator(world);
        int[] asked = {0};
        for (int replicate = 0; replicate < 4000; replicate++) {
            simulator.run(11, replicate, new Recorder() {
                @Override
                public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
                    asked[0] += cause == Cause.ASKED ? 1 : 0;
                }
            });
        }
        return asked[0] / 4000.0;
    }

    private static TestWorlds busyWorld(Period step) {
        return TestWorlds.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "ZZZ")
                .members("AAA", "BBB")
                .step(step)
                .with(Parameter.EFFORT_OUTSIDER, 3)
                .with(Parameter.EXIT_RATE, 0.02)
                .with(Parameter.OBJECTION_BASE, -1);
    }
}
