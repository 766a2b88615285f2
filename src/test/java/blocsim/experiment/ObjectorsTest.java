package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.AdmissionRule;
import blocsim.model.Cause;
import blocsim.model.Parameter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectorsTest {
    private static final Ensemble ENSEMBLE = SmallEnsembles.run(SmallEnsembles.world(), 100, 1);
    private static final int BLR = ENSEMBLE.world().state("BLR");

    @Test
    void aReplicateCountsOnceHoweverOftenItsStateIsStopped() {
        long stopped = ENSEMBLE.trajectories().stream()
                .filter(run -> run.happenings().stream().anyMatch(h -> h.state() == BLR && h.cause() == Cause.STOPPED))
                .count();
        assertEquals(stopped, Objectors.of(ENSEMBLE, 0, BLR).stops());
    }

    @Test
    void theMemberWithTheDisputeComesFirst() {
        var objectors = Objectors.of(ENSEMBLE, 0, BLR).objectors();
        assertEquals("UZB", objectors.get(0).state());
        assertTrue(objectors.get(0).share().value() > 0.5);
    }

    @Test
    void anObjectionThatIsOutvotedStopsNobody() {
        var world = TestWorlds.of("BLR", "CHN", "KAZ", "RUS", "UZB")
                .members("CHN", "KAZ", "RUS", "UZB")
                .eager()
                .dispute("UZB", "BLR", LocalDate.of(1990, 1, 1), LocalDate.of(2100, 1, 1))
                .with(Parameter.OBJECTION_DISPUTE, 40)
                .admitting(new AdmissionRule.Majority(0.5))
                .build();
        var ensemble = SmallEnsembles.run(world, 5, 1);
        assertTrue(ensemble.trajectories().stream()
                .allMatch(run -> run.objections().size() > 0
                        && run.happenings().stream().noneMatch(h -> h.cause() == Cause.STOPPED)));
        assertEquals(0, Objectors.of(ensemble, 0, world.state("BLR")).stops());
    }

    @Test
    void theSharesOfFirstObjectorsAddUpToOne() {
        double sum = Objectors.of(ENSEMBLE, 0, BLR).objectors().stream()
                .mapToDouble(objector -> objector.share().value())
                .sum();
        assertEquals(1, sum, 1e-12);
    }

    @Test
    void whereNobodyIsStoppedThereIsNoObjector() {
        var world = TestWorlds.of("BLR", "CHN").members("CHN").eager().build();
        var objectors = Objectors.of(SmallEnsembles.run(world, 5, 1), 0, 0);
        assertEquals(List.of(), objectors.objectors());
        assertEquals(0, objectors.stopped().value());
    }
}
