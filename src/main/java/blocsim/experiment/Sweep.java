package blocsim.experiment;

import blocsim.scenario.Study;
import blocsim.store.Column;
import blocsim.store.RunRow;
import blocsim.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a study lacks. An {@link Engine} takes slices of replicates in the order of the design points and hands finished runs to one
 * writer, which commits them in chunks; whatever the engine, and however often it was interrupted, the rows are the same.
 */
public final class Sweep {
    /** Hears how far a study has come. */
    public interface Listener {
        /** So many runs were kept before. */
        void begun(long runs);

        /** So many more runs are kept. */
        void committed(int runs);
    }

    private static final int CHUNK = 4096;
    private static final long CHUNK_NANOS = 1_000_000_000;
    private static final int WAITING = 64;
    private static final long LONGEST_END_MILLIS = 30_000;

    private final Backlog backlog;
    private final AtomicBoolean stopping;
    private final BlockingQueue<List<RunRow>> finished = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final AtomicBoolean whole = new AtomicBoolean();

    private Sweep(Backlog backlog, AtomicBoolean stopping) {
        this.backlog = backlog;
        this.stopping = stopping;
    }

    /** The columns of a study's results. */
    public static List<Column> columns(Study study) {
        var columns = new ArrayList<Column>();
        for (var factor : study.factors()) {
            columns.add(new Column(factor.name(), factor.type(), true, factor.meaning(), factor.unit()));
        }
        for (var output : study.outputs()) {
            columns.add(new Column(output.name(), output.measure().type(), false, output.meaning(), ""));
        }
        return columns;
    }

    /**
     * Runs what a store lacks of its study on threads of this program.
     *
     * @param threads how many runs at once, at least 1
     * @param stopping set by another thread to end it: runs in hand are finished and kept
     * @return whether the study is complete
     * @throws IOException if the store cannot be written; what it has kept is not lost
     */
    public static boolean run(
            Study study, Shard shard, RunStore store, int threads, AtomicBoolean stopping, Listener listener)
            throws IOException {
        return run(study, shard, store, new Threads(threads), stopping, listener);
    }

    /**
     * Runs what a store lacks of its study.
     *
     * @param stopping set by another thread to end it
     * @return whether the study is complete
     * @throws IOException if the store cannot be written, or the engine is lost; what the store has kept is not
     */
    public static boolean run(
            Study study, Shard shard, RunStore store, Engine engine, AtomicBoolean stopping, Listener listener)
            throws IOException {
        if (store.complete()) {
            return true;
        }
        listener.begun(store.size());
        var sweep = new Sweep(Backlog.of(study, shard, store), stopping);
        boolean complete = sweep.run(study, store, engine, listener);
        if (complete) {
            store.markComplete();
        }
        return complete;
    }

    /** One run of a study, as its row has it. */
    public static RunRow one(Study study, long point, int replicate) {
        return new Crew(study, 1).worker().row(point, replicate);
    }

    private boolean run(Study study, RunStore store, Engine engine, Listener listener) throws IOException {
        var running = new Thread(() -> run(study, engine), "sweep");
        running.setDaemon(true);
        running.start();
        try {
            write(store, listener);
        } finally {
            stopping.set(true);
            end(running);
        }
        var why = broken.get();
        if (why instanceof IOException lost) {
            throw lost;
        }
        if (why != null) {
            throw new IllegalStateException("the study broke off; what is finished is kept", why);
        }
        return whole.get() && backlog.exhausted();
    }

    private static void end(Thread running) {
        running.interrupt();
        try {
            running.join(LONGEST_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Study study, Engine engine) {
        try {
            try {
                whole.set(engine.run(study, new ToDo()));
            } catch (IOException | RuntimeException | Error e) {
                broken.set(e);
            }
            // No rows: the end.
            finished.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Commits finished runs until the engine has said that it is done. */
    private void write(RunStore store, Listener listener) throws IOException {
        var chunk = new ArrayList<RunRow>();
        long committed = System.nanoTime();
        boolean working = true;
        try {
            while (working) {
                var rows = finished.poll(CHUNK_NANOS / 4, TimeUnit.NANOSECONDS);
                if (rows != null) {
                    chunk.addAll(rows);
                    working = !rows.isEmpty();
                }
                boolean due = chunk.size() >= CHUNK || !working || System.nanoTime() - committed > CHUNK_NANOS;
                if (due && !chunk.isEmpty()) {
                    store.append(chunk);
                    listener.committed(chunk.size());
                    chunk.clear();
                    committed = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            store.append(chunk);
            Thread.currentThread().interrupt();
        }
    }

    /** What an engine is given to do. */
    private final class ToDo implements Engine.Work {
        @Override
        public @Nullable Slice next() {
            return stopping.get() ? null : backlog.next();
        }

        @Override
        public boolean stopping() {
            return stopping.get();
        }

        @Override
        public void finished(List<RunRow> rows) throws InterruptedException {
            if (!rows.isEmpty()) {
                finished.put(rows);
            }
        }
    }
}
