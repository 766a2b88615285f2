package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.TestWorlds;
import blocsim.model.Parameter;
import blocsim.model.World;
import blocsim.scenario.Expectation;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    private static final Ensemble BASE = SmallEnsembles.run(SmallEnsembles.world(), 50, 1);

    private static Expectation partnerBy(String day) {
        return new Expectation(
                "probability that BLR is partner", "BLR", "SCO", "partner", LocalDate.parse(day), -1, "made up");
    }

    private static World shut() {
        return TestWorlds.of("AAA", "BLR", "CHN")
                .members("CHN")
                .with(Parameter.REQUEST_RATE, 0)
                .build();
    }

    @Test
    void aWorldDoesNotDifferFromItself() {
        var found = PairedDifference.of(BASE, BASE, partnerBy("2010-12-31"));
        assertEquals(0, found.difference().value());
        assertEquals(found.base(), found.changed());
    }

    @Test
    void theDifferenceIsTheSecondLessTheFirst() {
        var found = PairedDifference.of(BASE, SmallEnsembles.run(shut(), 50, 1), partnerBy("2010-12-31"));
        assertEquals(-found.base(), found.difference().value(), 1e-12);
        assertEquals(true, found.base() > 0.1);
    }

    @Test
    void theDayItselfCounts() {
        var eager = SmallEnsembles.run(SmallEnsembles.eager(), 1, 1);
        int day = eager.trajectories().get(0).firstHeld(0, 0, 1);
        assertEquals(
                1,
                PairedDifference.of(
                                eager,
                                eager,
                                partnerBy(LocalDate.ofEpochDay(day).toString()))
                        .base());
        assertEquals(
                0,
                PairedDifference.of(
                                eager,
                                eager,
                                partnerBy(LocalDate.ofEpochDay(day - 1L).toString()))
                        .base());
    }

    @Test
    void ensemblesOfDifferentNumbersAreNotPaired() {
        var fewer = SmallEnsembles.run(SmallEnsembles.world(), 49, 1);
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(BASE, fewer, partnerBy("2010-12-31")));
    }
}
