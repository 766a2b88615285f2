package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import blocsim.input.InputException;
import blocsim.model.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each replicate of a calibrated scenario has parameters of its own, whatever runs beside it. */
class WorldsTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path file = Path.of("set before each test");

    @BeforeEach
    void write() throws IOException {
        file = CalibratedScenario.write(folder);
    }

    private Prepared read(String... sets) throws InputException {
        return Prepared.read(file, List.of(sets));
    }

    private static double network(Ensemble ensemble, int replicate) {
        return ensemble.trajectories().get(replicate).parameters().get(Parameter.NETWORK);
    }

    private static Ensemble run(Prepared prepared, int threads) {
        return prepared.run(3, 12, threads, () -> {});
    }

    @Test
    void threadsChangeNoDraw() throws InputException {
        var one = run(read(), 1);
        var three = run(read(), 3);
        for (int n = 0; n < 12; n++) {
            assertEquals(network(one, n), network(three, n));
            assertEquals(
                    one.trajectories().get(n).happenings(),
                    three.trajectories().get(n).happenings());
        }
    }

    @Test
    void replicatesDrawTheirOwn() throws InputException {
        var ensemble = run(read(), 1);
        assertNotEquals(network(ensemble, 0), network(ensemble, 1));
    }

    @Test
    void theEffortOfABlocIsDrawnToo() throws InputException {
        var worlds = read().worlds();
        var day = LocalDate.of(2015, 1, 1);
        assertNotEquals(
                worlds.base().blocs().get(0).effort().at(day, 0.0),
                worlds.of(3, 0).blocs().get(0).effort().at(day, 0.0));
    }

    @Test
    void figuresAreShared() throws InputException {
        var worlds = read().worlds();
        assertSame(worlds.base().figures().get(0), worlds.of(3, 0).figures().get(0));
    }

    @Test
    void fixedParametersAreTheFittedOnes() throws InputException {
        assertEquals(4.0, network(run(read().fixed(), 1), 5));
    }

    @Test
    void aScenarioWithAnotherStatesNeedMeetsTheSameDraws() throws InputException {
        assertEquals(network(run(read(), 1), 5), network(run(read("/states/BLR/need=0.9"), 1), 5));
    }

    @Test
    void theWorldOfAReplicateIsTheOneThatItRanIn() throws InputException {
        var ensemble = run(read(), 1);
        assertEquals(network(ensemble, 2), ensemble.world(2).parameters().get(Parameter.NETWORK));
    }

    @Test
    void twinsAreRunWhereParametersAreDrawn() throws InputException {
        var prepared = read();
        assertEquals(24, Findings.runs(prepared, List.of(), 12));
        assertEquals(12, Findings.runs(prepared.fixed(), List.of(), 12));
    }
}
