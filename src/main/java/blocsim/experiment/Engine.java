package blocsim.experiment;

import blocsim.scenario.Study;
import blocsim.store.RunRow;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the runs of a study are run: threads of this program, or a cluster. It decides when and where, and nothing else: a run is the
 * same on all of them, and the order in which rows come back means nothing.
 */
public interface Engine {
    /** What there is to do. Safe for any number of threads. */
    interface Work {
        /** The next slice of runs that the store lacks; null if there is none, or the study is being stopped. */
        @Nullable Slice next();

        /** Whether the study is being stopped: runs in hand may be finished, or given up. */
        boolean stopping();

        /**
         * Takes finished runs, each once, to be kept; waits while there are many that have not been written.
         *
         * @throws InterruptedException if the study has broken off
         */
        void finished(List<RunRow> rows) throws InterruptedException;
    }

    /**
     * Runs slices until there are none left, or it is to stop. When it comes back, nothing of the study runs any more.
     *
     * @return whether every slice that was taken has been run to its end
     * @throws IOException if it cannot be reached, or is lost; what it has handed over is kept
     * @throws InterruptedException if the study has broken off
     */
    boolean run(Study study, Work work) throws IOException, InterruptedException;
}
