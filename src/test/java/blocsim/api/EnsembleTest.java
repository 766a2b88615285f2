package blocsim.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final String FILE = "scenarios/belarus-sco.json";
    private static final LocalDate DAY = LocalDate.of(2024, 7, 4);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Scenario scenario;

    @SuppressWarnings("NullAway.Init") // likewise
    private static Ensemble ensemble;

    @BeforeAll
    static void run() throws InputException {
        scenario = Scenario.read(FILE).with("/states/BLR/patrons/RUS", 0.35);
        ensemble = Ensemble.of(scenario).replicates(20).seed(7).run();
    }

    @Test
    void aRunAloneIsThatOfTheEnsemble() {
        assertEquals(
                ensemble.trajectories().get(3).events(),
                Simulator.run(scenario, 7, 3).events());
    }

    @Test
    void oneThreadGivesTheRunsOfTwo() {
        var alone = Ensemble.of(scenario).replicates(20).seed(7).threads(1).run();
        assertEquals(events(ensemble), events(alone));
    }

    private static List<List<Trajectory.Event>> events(Ensemble of) {
        return of.trajectories().stream().map(Trajectory::events).toList();
    }

    @Test
    void probabilityIsTheShareOfRunsThatHoldTheStatusOrAHigherOne() {
        long held = ensemble.trajectories().stream()
                .filter(run -> List.of("observer", "member").contains(run.status("BLR", "SCO", DAY)))
                .count();
        assertEquals(
                held / 20.0, ensemble.probability("BLR", "SCO", "observer", DAY).value());
    }

    @Test
    void statusIsThatOfTheLastEventBeforeTheDay() {
        for (var run : ensemble.trajectories()) {
            String last = run.events("BLR", "SCO").stream()
                    .filter(event ->
                            !event.date().isAfter(DAY) && event.cause().matches("entered|left|merged|expelled"))
                    .reduce((before, after) -> after)
                    .map(Trajectory.Event::to)
                    .orElse("none");
            assertEquals(last, run.status("BLR", "SCO", DAY));
        }
    }

    @Test
    void foundersAreMembersFromTheFoundingOn() {
        assertTrue(ensemble.trajectories()
                .get(0)
                .members("SCO", LocalDate.of(2001, 12, 31))
                .contains("UZB"));
    }

    @Test
    void nothingIsGainedOverTheSameScenario() {
        assertEquals(0, ensemble.gain(ensemble, "BLR", "SCO", "member", DAY).value());
    }

    @Test
    void ensemblesOfDifferentSeedsAreNoPairs() {
        var other = Ensemble.of(scenario).replicates(20).seed(8).run();
        assertThrows(IllegalArgumentException.class, () -> other.gain(ensemble, "BLR", "SCO", "member", DAY));
    }

    @Test
    void aMeasureIsReadOffEveryRun() {
        var measured = ensemble.measure(new Measure() {
            @Override
            public String name() {
                return "number";
            }

            @Override
            public double of(Trajectory run) {
                return run.replicate() < 5 ? Double.NaN : run.replicate();
            }
        });
        assertEquals(List.of(5, 12.0), List.of(measured.missing(), measured.quantile(0.5)));
    }

    @Test
    void anUnknownBlocIsToldWithTheNearest() {
        var wrong =
                assertThrows(IllegalArgumentException.class, () -> ensemble.probability("BLR", "SC0", "member", DAY));
        assertEquals("there is no bloc \"SC0\"; did you mean \"SCO\"? The scenario has SCO", wrong.getMessage());
    }

    @Test
    void aDayBeyondTheHorizonIsRefused() {
        var later = LocalDate.of(2040, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> ensemble.probability("BLR", "SCO", "member", later));
    }

    @Test
    void noReplicatesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ensemble.of(scenario).replicates(0));
    }

    @Test
    void aChartIsAsWideAsASlide() {
        assertEquals(1280, ensemble.charts().all().get(0).image().getWidth());
    }

    @Test
    void anUnknownChartIsToldWithThoseThereAre() {
        var charts = ensemble.charts();
        var wrong = assertThrows(IllegalArgumentException.class, () -> charts.get("none"));
        assertTrue(String.valueOf(wrong.getMessage()).contains(charts.names().get(0)));
    }
}
