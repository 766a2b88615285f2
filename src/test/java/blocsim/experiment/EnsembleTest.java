package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.TestWorlds;
import blocsim.model.Part;
import blocsim.model.World;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTest {
    private static final World WORLD = SmallEnsembles.world();

    private static void same(Trajectory expected, Trajectory actual) {
        assertEquals(expected.happenings(), actual.happenings());
        assertEquals(expected.objections(), actual.objections());
        for (int k = 0; k < WORLD.ticks(); k++) {
            for (int i = 0; i < WORLD.states().size(); i++) {
                assertEquals(expected.rung(k, 0, i), actual.rung(k, 0, i));
            }
            int tick = k;
            assertArrayEquals(
                    Arrays.stream(Part.values())
                            .mapToDouble(part -> expected.part(tick, part))
                            .toArray(),
                    Arrays.stream(Part.values())
                            .mapToDouble(part -> actual.part(tick, part))
                            .toArray(),
                    0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void threadsChangeNoTrajectory(int threads) {
        var one = SmallEnsembles.run(WORLD, 40, 1);
        var many = SmallEnsembles.run(WORLD, 40, threads);
        for (int n = 0; n < 40; n++) {
            same(one.trajectories().get(n), many.trajectories().get(n));
        }
    }

    @Test
    void aReplicateIsTheSameAmongFewAndAmongMany() {
        var few = SmallEnsembles.run(WORLD, 5, 1);
        var many = SmallEnsembles.run(WORLD, 30, 1);
        same(few.trajectories().get(4), many.trajectories().get(4));
    }

    @Test
    void theHoldersOfAllStatusesAreTheReplicates() {
        var ensemble = SmallEnsembles.run(WORLD, 40, 1);
        for (int i = 0; i < WORLD.states().size(); i++) {
            int holders = 0;
            for (int rung = 0; rung <= 3; rung++) {
                holders += ensemble.count(WORLD.ticks() - 1, 0, i, rung);
            }
            assertEquals(40, holders);
        }
    }

    @Test
    void progressHearsOfEachReplicate() {
        var heard = new AtomicInteger();
        Ensemble.run(WORLD, 1, 17, 2, 0, 0, heard::incrementAndGet);
        assertEquals(17, heard.get());
    }

    @Test
    void aReplicateThatFailsIsToldWithItsNumberAndSeed() {
        var failure = assertThrows(
                IllegalStateException.class,
                () -> Ensemble.run(WORLD, 77, 4, 1, 0, 0, () -> {
                    throw new ArithmeticException("made up");
                }));
        assertEquals("replicate 0 of seed 77 failed", failure.getMessage());
    }

    @Test
    void aRungHeldFromTheStartIsFirstHeldOnTheFirstDay() {
        var world = TestWorlds.of("BLR", "CHN")
                .members("CHN")
                .holds("SCO", "BLR", "observer")
                .eager()
                .build();
        var run = SmallEnsembles.run(world, 1, 1).trajectories().get(0);
        int first = (int) TestWorlds.START.toEpochDay();
        assertEquals(first, run.firstHeld(0, world.state("BLR"), 1));
        assertEquals(first, run.firstHeld(0, world.state("BLR"), 2));
    }

    @Test
    void aHigherRungIsHeldFromItsEntryOn() {
        var world = SmallEnsembles.eager();
        var run = SmallEnsembles.run(world, 1, 1).trajectories().get(0);
        int entered = run.happenings().stream()
                .filter(h -> h.cause() == blocsim.model.Cause.ENTERED && h.to() == 3)
                .findFirst()
                .orElseThrow()
                .day();
        assertEquals(entered, run.firstHeld(0, world.state("BLR"), 3));
    }

    @Test
    void whatNeverComesIsLaterThanEveryDay() {
        var world = TestWorlds.of("BLR", "CHN")
                .members("CHN")
                .with(blocsim.model.Parameter.REQUEST_RATE, 0)
                .build();
        var run = SmallEnsembles.run(world, 1, 1).trajectories().get(0);
        assertEquals(Integer.MAX_VALUE, run.firstHeld(0, world.state("BLR"), 1));
        assertEquals(Integer.MAX_VALUE, run.firstApproved(0, world.state("BLR"), 1));
    }
}
