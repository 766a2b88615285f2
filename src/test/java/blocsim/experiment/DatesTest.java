package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.TestWorlds;
import blocsim.history.Step;
import blocsim.model.Parameter;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Ensemble ENSEMBLE = SmallEnsembles.run(SmallEnsembles.world(), 60, 1);

    private static int by(String state, String date) {
        var run = ENSEMBLE.trajectories();
        int i = ENSEMBLE.world().state(state);
        return (int) run.stream()
                .filter(t -> t.firstHeld(0, i, 1) <= LocalDate.parse(date).toEpochDay())
                .count();
    }

    @Test
    void theRankOfADayIsTheShareOfReplicatesUpToIt() {
        var dates = Dates.of(ENSEMBLE, SmallEnsembles.entered("AAA", "partner", "2005-07-01"));
        assertEquals(by("AAA", "2005-07-01") / 60.0, dates.byRecorded().value());
    }

    @Test
    void whoNeverComesIsCountedAndLaterThanEveryDay() {
        var dates = Dates.of(ENSEMBLE, SmallEnsembles.entered("AAA", "partner", "2005-07-01"));
        assertEquals(1 - by("AAA", "2300-01-01") / 60.0, dates.never().value(), 1e-12);
    }

    @Test
    void aMedianAmongThoseWhoNeverComeIsNoDate() {
        var world = TestWorlds.of("BLR", "CHN")
                .members("CHN")
                .with(Parameter.REQUEST_RATE, 0)
                .build();
        var dates = Dates.of(SmallEnsembles.run(world, 3, 1), SmallEnsembles.entered("BLR", "partner", "2005-07-01"));
        assertNull(dates.median());
    }

    @Test
    void quantilesAreInOrder() {
        var dates = Dates.of(ENSEMBLE, SmallEnsembles.entered("AAA", "partner", "2005-07-01"));
        var lower = Objects.requireNonNull(dates.lower());
        var median = Objects.requireNonNull(dates.median());
        assertEquals(true, lower.isBefore(median));
    }

    @Test
    void anApprovalIsDatedByItsSummit() {
        var ensemble = SmallEnsembles.run(SmallEnsembles.eager(), 5, 1);
        var step = new Step("SCO", "BLR", "partner", Step.Kind.APPROVED, LocalDate.of(2001, 7, 1));
        for (double day : Dates.days(ensemble, step)) {
            var date = LocalDate.ofEpochDay((long) day);
            assertEquals("07-01", date.toString().substring(5));
        }
    }

    @Test
    void aStepThatTheWorldLacksIsTold() {
        var step = SmallEnsembles.entered("ZZZ", "partner", "2005-07-01");
        assertThrows(IllegalArgumentException.class, () -> Dates.of(ENSEMBLE, step));
    }
}
