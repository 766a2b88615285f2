package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.TestWorlds;
import blocsim.history.Step;
import blocsim.input.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    /** Three states that stand on the ladder from the start. */
    private static Ensemble fromTheStart() {
        var world = TestWorlds.of("AAA", "BBB", "CCC", "CHN")
                .members("CHN")
                .holds("SCO", "AAA", "partner")
                .holds("SCO", "BBB", "partner")
                .holds("SCO", "CCC", "partner")
                .build();
        return SmallEnsembles.run(world, 4, 1);
    }

    private static List<Step> recorded(Ensemble ensemble, int replicate, boolean reversed) {
        var steps = new ArrayList<Step>();
        for (String code : List.of("AAA", "CCC", "DDD", "EEE", "FFF")) {
            int day = ensemble.trajectories()
                    .get(replicate)
                    .firstHeld(0, ensemble.world().state(code), 1);
            var date = LocalDate.ofEpochDay(Math.min(day, 40_000));
            steps.add(SmallEnsembles.entered(
                    code,
                    "partner",
                    (reversed ? LocalDate.of(2000, 1, 1).minusDays(date.toEpochDay()) : date).toString()));
        }
        return steps;
    }

    private static Ensemble one() {
        return SmallEnsembles.run(SmallEnsembles.world(), 1, 1);
    }

    @Test
    void theOrderOfARunAgreesWithItself() {
        assertEquals(1, Order.of(one(), recorded(one(), 0, false)).tau().value(), 1e-12);
    }

    @Test
    void theReverseOrderIsMinusOne() {
        assertEquals(-1, Order.of(one(), recorded(one(), 0, true)).tau().value(), 1e-12);
    }

    @Test
    void aRunWithoutAnOrderIsNotCounted() {
        var steps = List.of(
                SmallEnsembles.entered("AAA", "partner", "2002-01-01"),
                SmallEnsembles.entered("BBB", "partner", "2003-01-01"));
        assertEquals(0, Order.of(fromTheStart(), steps).replicates());
    }

    @Test
    void anyRungPutsAStateOnTheLadder() {
        var steps = recorded(one(), 0, false).stream()
                .map(step -> SmallEnsembles.entered(
                        step.state(), "member", step.date().toString()))
                .toList();
        assertEquals(1, Order.of(one(), steps).tau().value(), 1e-12);
    }

    @Test
    void aProgrammeOnOfferHasNoPlaceInTheOrder() throws InputException {
        var prepared = Prepared.read(Path.of("scenarios", "nato-nordic-2022.json"), List.of());
        var steps = List.of(step("MNE", "partner"), step("FIN", "candidate"), step("SWE", "member"));
        assertEquals(2, Order.of(prepared.run(1, 1, 1, () -> {}), steps).states());
    }

    private static Step step(String state, String status) {
        return new Step("NATO", state, status, Step.Kind.ENTERED, LocalDate.of(2023, 1, 1));
    }

    @Test
    void onlyTheFirstRecordedRungOfAStateCounts() {
        var steps = new ArrayList<>(recorded(one(), 0, false));
        steps.add(SmallEnsembles.entered("AAA", "member", "2100-01-01"));
        assertEquals(5, Order.of(one(), steps).states());
        assertEquals(1, Order.of(one(), steps).tau().value(), 1e-12);
    }
}
