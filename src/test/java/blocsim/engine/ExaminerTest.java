package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.AdmissionRule;
import blocsim.model.Start;
import blocsim.model.World;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ExaminerTest {
    private static final int PARTNER = 1;

    private static TestWorlds pair() {
        return TestWorlds.of("BLR", "CHN").members("CHN");
    }

    private static TestWorlds underSponsors() {
        return pair().admitting(new AdmissionRule.SponsorRequired(new AdmissionRule.NoObjection()));
    }

    private static Examination of(World world) {
        return new Examiner(world).examine(1, 0, 0, 0, world.state("BLR"), PARTNER);
    }

    @Test
    void whereASponsorIsRequiredNoneMeansThatNoSummitTakesItUp() {
        assertEquals(0, of(underSponsors().build()).takenUp());
        assertTrue(of(underSponsors().sponsored("CHN", "BLR").build()).takenUp() > 0);
    }

    @Test
    void theStancesOfAllMembersGiveTheProbabilityToPass() {
        var examination = of(pair().build());
        assertEquals(1 - examination.stances().get(0).objects(), examination.passes(), 1e-12);
    }

    @Test
    void thePartsAddUpToTheValue() {
        var examination = of(pair().build());
        double sum =
                examination.parts().values().stream().mapToDouble(part -> part).sum();
        assertEquals(examination.value(), sum, 1e-12);
    }

    @Test
    void aRequiredSponsorThatIsMissingIsTold() {
        assertTrue(of(underSponsors().build()).sponsorMissing());
        assertFalse(of(underSponsors().sponsored("CHN", "BLR").build()).sponsorMissing());
    }

    @Test
    void hopeAndUtilityAreThoseByWhichAFreeStateChooses() {
        var world = pair().build();
        var weighed = new double[2];
        new Simulator(world).run(1, 0, new Recorder() {
            @Override
            public boolean wantsReasons() {
                return true;
            }

            @Override
            public void weighed(int tick, int b, int i, int rung, double hope, double utility, double yearly) {
                if (tick == 0 && i == world.state("BLR") && rung == PARTNER) {
                    weighed[0] = hope;
                    weighed[1] = utility;
                }
            }
        });
        var examination = of(world);
        assertEquals(weighed[0], examination.hope(), 1e-12);
        assertEquals(weighed[1], examination.utility(), 1e-12);
    }

    @Test
    void aPendingRequestIsWorthWhatItWouldBeIfMadeAnew() {
        var free = of(pair().build());
        var pending = of(asking(pair().build()));
        assertEquals(PARTNER, pending.asked());
        assertEquals(free.hope(), pending.hope(), 1e-12);
        assertEquals(free.utility(), pending.utility(), 1e-12);
    }

    /** The world, with a request of Belarus before the bloc since the first day. */
    private static World asking(World world) {
        var start = new ArrayList<>(world.start());
        int first = world.bounds().get(0);
        start.add(new Start(0, world.state("BLR"), 0, first, 0, 0, PARTNER, first));
        return new World(
                world.states(),
                world.blocs(),
                world.parameters(),
                world.bounds(),
                world.figures(),
                world.driftTicks(),
                world.geography(),
                start,
                world.meetings(),
                world.facts(),
                world.unitedStates());
    }
}
