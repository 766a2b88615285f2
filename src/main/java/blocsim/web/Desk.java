package blocsim.web;

import blocsim.input.InputException;
import blocsim.input.JsonText;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is worked on: one job at a time on all the threads there are, and a queue that does not grow without end. What is finished is kept
 * as long as there is room; then what was asked for longest ago is forgotten first, and never what waits or is worked on.
 */
final class Desk implements AutoCloseable {
    private static final int LONGEST_QUEUE = 24;

    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LONGEST_QUEUE), work -> {
                var thread = new Thread(work, "explorer");
                thread.setDaemon(true);
                return thread;
            });
    private final Map<String, Job> jobs = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private int count;

    /** @param mostBytes about how much memory finished jobs may take together, in bytes; the last one is kept even if it takes more */
    Desk(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What is done for a job. */
    @FunctionalInterface
    interface Work {
        void on(Job job) throws InputException;
    }

    /** Puts work into the queue; null if it is full. */
    @Nullable Job begin(Work work) {
        var job = made();
        try {
            worker.execute(() -> {
                run(work, job);
                forget(job);
            });
        } catch (RejectedExecutionException full) {
            synchronized (this) {
                jobs.remove(job.id());
            }
            return null;
        }
        return job;
    }

    private synchronized Job made() {
        count++;
        var job = new Job("r" + count);
        jobs.put(job.id(), job);
        return job;
    }

    /** Forgets finished jobs for which there is no room beside the one that was finished last. */
    private synchronized void forget(Job last) {
        long bytes = jobs.values().stream().mapToLong(Job::bytes).sum();
        Iterator<Job> eldest = jobs.values().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            var job = eldest.next();
            if (job != last && job.isOver()) {
                bytes -= job.bytes();
                eldest.remove();
            }
        }
    }

    private static void run(Work work, Job job) {
        job.taken();
        try {
            if (!job.isCancelled()) {
                work.on(job);
            }
        } catch (InputException wrong) {
            job.tell("problems", problems(wrong), true);
        } catch (RuntimeException | Error failure) {
            if (!job.isCancelled()) {
                // The page shows that it failed; the cause is for whoever started the program.
                System.err.println("blocsim explore: " + failure);
                job.tell("failed", "{}", true);
            }
        } finally {
            job.left();
        }
    }

    /** Problems as a page shows them. */
    static String problems(InputException wrong) {
        return JsonText.compact(Map.of("problems", wrong.problems()));
    }

    /** A job by its id, which thereby is one of those used last; null if there is none any more. */
    synchronized @Nullable Job job(String id) {
        return jobs.get(id);
    }

    /** Stops all work. */
    @Override
    public void close() {
        List<Job> all;
        synchronized (this) {
            all = List.copyOf(jobs.values());
        }
        all.forEach(Job::cancel);
        worker.shutdownNow();
    }
}
