package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.input.InputException;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a warm simulator allocates. A vote and an approval may, as they are rare; what states weigh and hope for may not. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Recorder NOBODY = new Recorder() {};
    private static final int WARM_UP = 3000;
    private static final int RUNS = 500;

    /** A run weighs about a thousand bids: an object for each would be 16,000 bytes. */
    private static final long LEAST_OF_AN_OBJECT_A_BID = 16_000;

    @Test
    void nothingIsAllocatedForAChoice() throws InputException {
        long bytes = bytesPerRun(List.of("/parameters/agendaBase=-20"));
        assertTrue(bytes < LEAST_OF_AN_OBJECT_A_BID / 2, bytes + " bytes a run");
    }

    @Test
    void aRunWithItsVotesAllocatesLittle() throws InputException {
        long bytes = bytesPerRun(List.of());
        assertTrue(bytes < 2 * LEAST_OF_AN_OBJECT_A_BID, bytes + " bytes a run");
    }

    private static long bytesPerRun(List<String> sets) throws InputException {
        var world =
                Prepared.read(Path.of("scenarios", "belarus-sco.json"), sets).world();
        var simulator = new Simulator(world);
        for (int n = 0; n < WARM_UP; n++) {
            simulator.run(1, n, NOBODY);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int n = 0; n < RUNS; n++) {
            simulator.run(1, n, NOBODY);
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / RUNS;
    }
}
