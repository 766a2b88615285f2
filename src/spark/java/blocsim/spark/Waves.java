package blocsim.spark;

import blocsim.experiment.Engine;
import blocsim.experiment.Slice;
import blocsim.store.RunRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what there is to do into jobs of the cluster: a wave has a task for each core, a task so many slices that it takes about a second
 * by the runs that have come back. A task costs Spark a few milliseconds, and a worker that is lost costs no more than its tasks in hand.
 */
final class Waves {
    private static final double TASK_MICROS = 1e6;
    private static final int FEWEST_RUNS = 50;

    /** Keeps the rows of a task below some hundred kilobytes: they wait in memory to be written. */
    private static final int MOST_RUNS = 5000;

    private final Engine.Work work;
    private double micros;
    private long runs;

    Waves(Engine.Work work) {
        this.work = work;
    }

    /** Learns from finished runs how long one takes. */
    synchronized void note(List<RunRow> rows) {
        for (var row : rows) {
            micros += Math.max(1, row.finished() - row.started());
        }
        runs += rows.size();
    }

    /**
     * The next wave: the slices of each task; empty if there is nothing left.
     *
     * @param tasks how many tasks at most
     */
    synchronized List<List<Slice>> next(int tasks) {
        double each = runs == 0 ? FEWEST_RUNS : TASK_MICROS * runs / micros;
        var wave = new ArrayList<List<Slice>>();
        while (wave.size() < tasks) {
            // Not List.copyOf, whose kind of list may differ on the other side.
            var task = new ArrayList<Slice>();
            long size = 0;
            while (size < Math.max(FEWEST_RUNS, Math.min(MOST_RUNS, each))) {
                var slice = work.next();
                if (slice == null) {
                    break;
                }
                task.add(slice);
                size += slice.size();
            }
            if (task.isEmpty()) {
                break;
            }
            wave.add(task);
        }
        return wave;
    }
}
