package blocsim.experiment;

import blocsim.engine.Simulator;
import blocsim.input.InputException;
import blocsim.model.World;
import blocsim.scenario.Level;
import blocsim.scenario.Study;
import blocsim.stats.Proportions;
import blocsim.store.Column;
import blocsim.store.RunRow;
import blocsim.store.RunStore;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a study lacks. Workers take slices of replicates in the order of the design points and hand finished runs to one
 * writer, which commits them in chunks; whatever the number of threads, and however often it was interrupted, the rows are the same.
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
    private static final int LONGEST_CAUSE = 500;

    private final Study study;
    private final DesignPoints points;
    private final PointWorlds worlds;
    private final Backlog backlog;
    private final BlockingQueue<List<RunRow>> finished = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final AtomicBoolean stopping;

    private Sweep(Study study, Backlog backlog, int threads, AtomicBoolean stopping) {
        this.study = study;
        this.points = new DesignPoints(study);
        this.worlds = new PointWorlds(study, points, threads);
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
     * Runs what a store lacks of its study.
     *
     * @param threads how many runs at once, at least 1
     * @param stopping set by another thread to end it: runs in hand are finished and kept
     * @return whether the study is complete
     * @throws IOException if the store cannot be written; what it has kept is not lost
     */
    public static boolean run(
            Study study, Shard shard, RunStore store, int threads, AtomicBoolean stopping, Listener listener)
            throws IOException {
        if (store.complete()) {
            return true;
        }
        listener.begun(store.size());
        var backlog = Backlog.of(study, shard, store);
        boolean complete = new Sweep(study, backlog, threads, stopping).run(store, threads, listener);
        if (complete) {
            store.markComplete();
        }
        return complete;
    }

    /** One run of a study, as its row has it. */
    public static RunRow one(Study study, long point, int replicate) {
        var backlog = Backlog.empty(study);
        var sweep = new Sweep(study, backlog, 1, new AtomicBoolean());
        return sweep.new Worker().row(point, replicate);
    }

    private boolean run(RunStore store, int threads, Listener listener) throws IOException {
        var workers = new ArrayList<Thread>();
        for (int n = 0; n < threads; n++) {
            var worker = new Thread(new Worker(), "sweep-" + n);
            worker.setDaemon(true);
            workers.add(worker);
            worker.start();
        }
        try {
            write(store, threads, listener);
        } finally {
            stopping.set(true);
            workers.forEach(Thread::interrupt);
        }
        var why = broken.get();
        if (why != null) {
            throw new IllegalStateException("the study broke off; what is finished is kept", why);
        }
        return backlog.exhausted();
    }

    /** Commits finished runs until every worker has said that it is done, with an empty list. */
    private void write(RunStore store, int threads, Listener listener) throws IOException {
        var chunk = new ArrayList<RunRow>();
        long committed = System.nanoTime();
        int working = threads;
        try {
            while (working > 0) {
                var rows = finished.poll(CHUNK_NANOS / 4, TimeUnit.NANOSECONDS);
                if (rows != null && rows.isEmpty()) {
                    working--;
                } else if (rows != null) {
                    chunk.addAll(rows);
                }
                boolean due = chunk.size() >= CHUNK || working == 0 || System.nanoTime() - committed > CHUNK_NANOS;
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

    /** Runs slices until there are none left. */
    private final class Worker implements Runnable {
        private long point = -1;
        private @Nullable World world;
        private @Nullable Simulator simulator;
        private @Nullable Readings readings;
        private @Nullable String flaw;
        private List<Level> levels = List.of();

        @Override
        public void run() {
            try {
                try {
                    for (var slice = backlog.next(); slice != null; slice = backlog.next()) {
                        finish(slice);
                    }
                } catch (RuntimeException | Error e) {
                    backlog.cutShort();
                    broken.compareAndSet(null, e);
                }
                finished.put(List.of());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void finish(Backlog.Slice slice) throws InterruptedException {
            var rows = new ArrayList<RunRow>();
            while (!slice.done()) {
                for (int n = slice.from(); n < slice.to() && !stopping.get(); n++) {
                    if (!slice.kept(n)) {
                        var row = row(slice.point(), n);
                        slice.note(n, value(row));
                        rows.add(row);
                    }
                }
                if (stopping.get()) {
                    backlog.cutShort();
                    break;
                }
                slice.advance();
            }
            if (!rows.isEmpty()) {
                finished.put(rows);
            }
        }

        /** The value on which it hangs whether a design point has been run often enough. */
        private double value(RunRow row) {
            int column = backlog.column();
            if (column < 0) {
                return Double.NaN;
            }
            var cell = row.cells().get(column);
            return cell instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        RunRow row(long at, int replicate) {
            var started = Instant.now();
            if (at != point) {
                begin(at);
            }
            String cause = flaw;
            var cells = new ArrayList<@Nullable Object>();
            levels.forEach(level -> cells.add(level.cell()));
            if (cause == null && simulator != null && readings != null) {
                try {
                    readings.begin();
                    simulator.run(study.seed(), replicate, readings);
                    cells.addAll(readings.cells());
                } catch (RuntimeException | StackOverflowError e) {
                    cause = told(e);
                    simulator = new Simulator(Objects.requireNonNull(world));
                }
            }
            if (cause != null) {
                cells.addAll(Collections.nCopies(study.outputs().size(), null));
            }
            return new RunRow(at, replicate, cause, cells, micros(started), micros(Instant.now()));
        }

        /** Makes ready for the replicates of a design point. */
        private void begin(long at) {
            point = at;
            flaw = null;
            simulator = null;
            readings = null;
            levels = points.at(at);
            try {
                world = worlds.at(at);
                simulator = new Simulator(world);
                readings = new Readings(world, study.outputs());
            } catch (InputException wrong) {
                flaw = shortened(wrong.problems().get(0).toString());
            } catch (RuntimeException e) {
                flaw = told(e);
            }
        }
    }

    private static String told(Throwable e) {
        return shortened(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) : text;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** What a study still lacks, slice by slice in the order of the design points. */
    static final class Backlog {
        private static final int SLICE = 50;
        private static final double NORMAL_975 = 1.959963984540054;

        private final Study study;
        private final Shard shard;
        private final long points;
        private final int column;
        private final BitSet complete = new BitSet();
        private final Map<Long, Partial> partial = new TreeMap<>();
        private long nth;
        private int from;
        private boolean cut;

        private Backlog(Study study, Shard shard) {
            this.study = study;
            this.shard = shard;
            this.points = shard.share(new DesignPoints(study).size());
            this.column = column(study);
        }

        private static int column(Study study) {
            var until = study.until();
            for (int n = 0; until != null && n < study.outputs().size(); n++) {
                if (study.outputs().get(n).name().equals(until.output())) {
                    return study.factors().size() + n;
                }
            }
            return -1;
        }

        static Backlog empty(Study study) {
            return new Backlog(study, Shard.WHOLE);
        }

        static Backlog of(Study study, Shard shard, RunStore store) throws IOException {
            var backlog = new Backlog(study, shard);
            var until = study.until();
            var reading = new Partial[1];
            var at = new long[] {-1};
            store.kept(until == null ? null : until.output(), (point, replicate, value) -> {
                if (point != at[0]) {
                    backlog.settle(at[0], reading[0]);
                    at[0] = point;
                    reading[0] = new Partial();
                }
                reading[0].note(replicate, value);
            });
            backlog.settle(at[0], reading[0]);
            return backlog;
        }

        /** Takes in what is kept of a design point. */
        private void settle(long point, @Nullable Partial kept) {
            if (kept == null) {
                return;
            }
            long n = (point - shard.index() + 1) / shard.of();
            var slice = whole(point, kept);
            while (!slice.done() && slice.isKept()) {
                slice.advance();
            }
            if (slice.done()) {
                complete.set((int) n);
            } else {
                partial.put(n, kept);
            }
        }

        int column() {
            return column;
        }

        synchronized void cutShort() {
            cut = true;
        }

        /** Whether every slice has been run to its end. */
        synchronized boolean exhausted() {
            return !cut && nth >= points;
        }

        /** The next slice; null if there is none. */
        synchronized @Nullable Slice next() {
            if (cut) {
                return null;
            }
            while (nth < points && complete.get((int) nth)) {
                nth++;
                from = 0;
            }
            if (nth >= points) {
                return null;
            }
            long point = shard.point(nth);
            var kept = partial.getOrDefault(nth, new Partial());
            if (study.until() != null) {
                nth++;
                return whole(point, kept);
            }
            int to = Math.min(study.replicates(), from + SLICE);
            var slice = new Slice(point, from, to, kept, to, study);
            from = to;
            if (from == study.replicates()) {
                nth++;
                from = 0;
            }
            return slice;
        }

        private Slice whole(long point, Partial kept) {
            var until = study.until();
            int most = until == null ? study.replicates() : until.most();
            return new Slice(point, 0, Math.min(most, study.replicates()), kept, most, study);
        }

        /** The replicates of a design point that are kept, and the values on which the number of more of them hangs. */
        private static final class Partial {
            private final BitSet replicates = new BitSet();
            private double[] values = new double[8];

            void note(int replicate, double value) {
                replicates.set(replicate);
                if (values.length <= replicate) {
                    values = Arrays.copyOf(values, 2 * replicate);
                }
                values[replicate] = value;
            }
        }

        /** Half the width of the 95 % interval of a mean: Wilson's for zeros and ones, else by the normal law. */
        private static double halfWidth(double[] values) {
            double sum = 0;
            boolean proportion = true;
            for (double value : values) {
                sum += value;
                proportion &= value == 0 || value == 1;
            }
            if (proportion) {
                var interval = Proportions.wilson((int) sum, values.length);
                return (interval.upper() - interval.lower()) / 2;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return NORMAL_975 * StrictMath.sqrt(squares / (values.length - 1) / values.length);
        }

        /** Replicates of one design point: a fixed range, or batches until an interval is narrow enough. */
        static final class Slice {
            private final long point;
            private final Partial kept;
            private final int most;
            private final Study study;
            private int from;
            private int to;
            private boolean done;

            private Slice(long point, int from, int to, Partial kept, int most, Study study) {
                this.point = point;
                this.from = from;
                this.to = to;
                this.kept = kept;
                this.most = most;
                this.study = study;
            }

            long point() {
                return point;
            }

            int from() {
                return from;
            }

            int to() {
                return to;
            }

            boolean done() {
                return done;
            }

            boolean kept(int replicate) {
                return kept.replicates.get(replicate);
            }

            private boolean isKept() {
                return kept.replicates.nextClearBit(from) >= to;
            }

            void note(int replicate, double value) {
                if (study.until() != null) {
                    kept.note(replicate, value);
                }
            }

            /** Goes on to the next batch, if there is one. */
            void advance() {
                if (to >= most || isNarrow()) {
                    done = true;
                } else {
                    from = to;
                    to = Math.min(most, to + study.replicates());
                }
            }

            /** Whether the interval of the mean over all batches so far is narrow enough; failed runs do not count. */
            private boolean isNarrow() {
                var until = study.until();
                if (until == null) {
                    return true;
                }
                double[] counted = Arrays.stream(kept.values, 0, to)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
                return counted.length == 0 || halfWidth(counted) <= until.halfWidth();
            }
        }
    }
}
