package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.AdmissionRule;
import blocsim.model.Cause;
import blocsim.model.Parameter;
import blocsim.model.Part;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummitTest {
    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2100, 1, 1);

    /** UZB objects to BLR nearly always, and nobody else ever does. */
    private static TestWorlds quarrel() {
        return TestWorlds.of("BLR", "CHN", "KAZ", "UZB")
                .members("CHN", "KAZ", "UZB")
                .eager()
                .with(Parameter.OBJECTION_DISPUTE, 40)
                .dispute("UZB", "BLR", LONG_AGO, NEVER);
    }

    private static long approvals(World world) {
        return IntStream.range(0, 40)
                .mapToObj(seed -> Log.of(world, seed))
                .filter(log -> !log.of("BLR", Cause.APPROVED).isEmpty())
                .count();
    }

    @Test
    void oneObjectionStopsUnderConsensusButNotUnderAMajority() {
        assertEquals(0, approvals(quarrel().build()));
        assertEquals(
                40,
                approvals(quarrel().admitting(new AdmissionRule.Majority(0.6)).build()));
    }

    @Test
    void anObjectionWithoutAVetoStopsNobody() {
        assertEquals(
                40,
                approvals(quarrel()
                        .admitting(new AdmissionRule.VetoHolders(List.of("CHN")))
                        .build()));
        assertEquals(
                0,
                approvals(quarrel()
                        .admitting(new AdmissionRule.VetoHolders(List.of("CHN", "UZB")))
                        .build()));
    }

    @Test
    void aMemberWithoutAVoteStopsNobody() {
        assertEquals(40, approvals(quarrel().silenced("UZB").build()));
    }

    @Test
    void withoutASponsorNobodyIsTakenUpWhereOneIsRequired() {
        var rule = new AdmissionRule.SponsorRequired(new AdmissionRule.NoObjection());
        var friendly = TestWorlds.of("BLR", "CHN").members("CHN").eager().admitting(rule);
        assertEquals(0, approvals(friendly.build()));
        assertEquals(40, approvals(friendly.sponsored("CHN", "BLR").build()));
    }

    @Test
    void aSponsorWithoutASeatIsNone() {
        var rule = new AdmissionRule.SponsorRequired(new AdmissionRule.NoObjection());
        var worlds = TestWorlds.of("BLR", "CHN", "USA").members("CHN").eager().admitting(rule);
        assertEquals(0, approvals(worlds.sponsored("USA", "BLR").build()));
    }

    @Test
    void candidatesOfAPackageAreApprovedOnTheSameDay() {
        int member = 3;
        var world = TestWorlds.of("CHN", "IND", "PAK")
                .members("CHN")
                .holds("SCO", "IND", "observer")
                .holds("SCO", "PAK", "observer")
                .eager()
                .with(Parameter.AGENDA_BASE, -1)
                .years(20)
                .together(member, "IND", "PAK")
                .build();
        int pairs = 0;
        for (int seed = 0; seed < 100; seed++) {
            var log = Log.of(world, seed);
            var india = log.of("IND", Cause.APPROVED);
            var pakistan = log.of("PAK", Cause.APPROVED);
            if (!india.isEmpty()
                    && !pakistan.isEmpty()
                    && isBefore(log.of("PAK", Cause.ASKED), india)
                    && isBefore(log.of("IND", Cause.ASKED), pakistan)) {
                assertEquals(india.get(0).day(), pakistan.get(0).day(), "seed " + seed);
                pairs++;
            }
        }
        assertTrue(pairs > 50, "only " + pairs + " runs admitted both");
    }

    private static boolean isBefore(List<Log.Line> some, List<Log.Line> others) {
        return some.get(0).day().isBefore(others.get(0).day());
    }

    @Test
    void anObjectionToOneOfAPackageStopsBoth() {
        int member = 3;
        var worlds = TestWorlds.of("CHN", "IND", "PAK")
                .members("CHN")
                .holds("SCO", "IND", "observer")
                .holds("SCO", "PAK", "observer")
                .eager()
                .with(Parameter.OBJECTION_DISPUTE, 40)
                .dispute("CHN", "PAK", LONG_AGO, NEVER);
        assertFalse(Log.of(worlds.build(), 1).of("IND", Cause.APPROVED).isEmpty());
        var both = Log.of(worlds.together(member, "IND", "PAK").build(), 1);
        assertTrue(both.of("IND", Cause.STOPPED).size() >= 1);
        assertEquals(
                both.of("IND", Cause.STOPPED).size(),
                both.of("PAK", Cause.STOPPED).size(),
                1);
    }

    @Test
    void anOfferPutsAStateBeforeTheSummitThatDidNotAsk() {
        int partner = 1;
        var world = TestWorlds.of("BLR", "CHN")
                .members("CHN")
                .eager()
                .with(Parameter.REQUEST_RATE, 0)
                .offered(partner, "BLR", LocalDate.of(2003, 2, 1))
                .build();
        var log = Log.of(world, 1);
        assertEquals(LocalDate.of(2003, 2, 1), log.of("BLR", Cause.ASKED).get(0).day());
        assertEquals(
                LocalDate.of(2003, 7, 1), log.of("BLR", Cause.APPROVED).get(0).day());
    }

    @Test
    void aProgrammeOfAMemberMakesItsCapacityToInvestCountForMore() {
        var worlds = TestWorlds.of("BLR", "CHN").members("CHN").with(Parameter.REQUEST_RATE, 0);
        double plain = investment(worlds.build());
        double courted = investment(worlds.courted("CHN", "BLR", 1).build());
        assertEquals(2 * plain, courted, 1e-12);
        assertTrue(plain > 0);
    }

    private static double investment(World world) {
        double[] found = {0};
        new Simulator(world).run(1, 0, new Recorder() {
            @Override
            public boolean follows(int bloc, int state) {
                return true;
            }

            @Override
            public void worth(int tick, int bloc, int state, double[] parts) {
                if (tick == 0 && state == 0) {
                    found[0] = parts[Part.INVESTMENT.ordinal()];
                }
            }
        });
        return found[0];
    }
}
