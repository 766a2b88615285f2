package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.Cause;
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
