package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.AdmissionRule;
import blocsim.model.World;
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
}
