package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopsTest {
    private static final Ensemble ENSEMBLE = SmallEnsembles.run(SmallEnsembles.world(), 100, 1);
    private static final int BLR = ENSEMBLE.world().state("BLR");
    private static final int UZB = ENSEMBLE.world().state("UZB");

    private static Stops belarus() {
        return Stops.of(ENSEMBLE, 0).stream()
                .filter(row -> row.state() == BLR)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStateIsStoppedAsOftenAsItsObjectorsSay() {
        assertEquals(Objectors.of(ENSEMBLE, 0, BLR).stops(), belarus().stops());
    }

    @Test
    void theMemberWithTheDisputeObjectsInMostStops() {
        assertTrue(belarus().objected().get(UZB) > .5 * belarus().stops());
    }

    @Test
    void nobodyObjectsMoreOftenThanThereAreStops() {
        for (var row : Stops.of(ENSEMBLE, 0)) {
            assertTrue(row.objected().stream().allMatch(count -> count <= row.stops()), row::toString);
        }
    }

    @Test
    void whereNobodyIsStoppedThereIsNoRow() {
        var world = TestWorlds.of("BLR", "CHN").members("CHN").eager().build();
        assertEquals(List.of(), Stops.of(SmallEnsembles.run(world, 5, 1), 0));
    }
}
