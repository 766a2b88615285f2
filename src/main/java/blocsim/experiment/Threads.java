package blocsim.experiment;

import blocsim.scenario.Study;
import blocsim.store.RunRow;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a study on threads of this program.
 *
 * @param count how many runs at once, at least 1
 */
public record Threads(int count) implements Engine {
    @Override
    public boolean run(Study study, Work work) throws InterruptedException {
        var crew = new Crew(study, count);
        var whole = new AtomicBoolean(true);
        var broken = new AtomicReference<@Nullable Throwable>();
        var threads = new ArrayList<Thread>();
        for (int n = 0; n < count; n++) {
            var thread = new Thread(() -> work(crew.worker(), work, whole, broken), "sweep-" + n);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
        var why = broken.get();
        if (why != null) {
            throw new IllegalStateException("a worker broke off", why);
        }
        return whole.get();
    }

    private static void work(
            Worker worker, Work work, AtomicBoolean whole, AtomicReference<@Nullable Throwable> broken) {
        try {
            for (var slice = work.next(); slice != null && broken.get() == null; slice = work.next()) {
                var rows = new ArrayList<RunRow>();
                if (!worker.finish(slice, work::stopping, rows::add)) {
                    whole.set(false);
                }
                if (!rows.isEmpty()) {
                    work.finished(rows);
                }
            }
        } catch (RuntimeException | Error e) {
            broken.compareAndSet(null, e);
        } catch (InterruptedException e) {
            whole.set(false);
            Thread.currentThread().interrupt();
        }
    }
}
