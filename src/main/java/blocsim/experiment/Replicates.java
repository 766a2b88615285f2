package blocsim.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Works on replicates by their numbers, on several threads; what comes out does not hang on how many. */
final class Replicates {
    private Replicates() {}

    /** What is done with one replicate. */
    @FunctionalInterface
    interface Work<S, T> {
        T on(S tool, int replicate);
    }

    /**
     * Works on the replicates of a range.
     *
     * @param seed the master seed, for the message of a failure
     * @param from the first number
     * @param to the number after the last, above {@code from}
     * @param threads how many at once, at least 1
     * @param tool makes what a thread works with, such as a simulator
     * @return what came out, by number
     * @throws IllegalStateException if a replicate fails, with its number, or the thread is interrupted
     */
    static <S, T> List<T> work(long seed, int from, int to, int threads, Supplier<S> tool, Work<S, T> work) {
        var found = new AtomicReferenceArray<T>(to - from);
        var next = new AtomicInteger(from);
        Runnable loop = () -> {
            var own = tool.get();
            for (int n = next.getAndIncrement();
                    n < to && !Thread.currentThread().isInterrupted();
                    n = next.getAndIncrement()) {
                try {
                    found.set(n - from, work.on(own, n));
                } catch (RuntimeException e) {
                    throw new IllegalStateException("replicate " + n + " of seed " + seed + " failed", e);
                }
            }
        };
        int atOnce = Math.min(threads, to - from);
        var pool = Executors.newFixedThreadPool(atOnce);
        try {
            List<? extends Future<?>> running =
                    IntStream.range(0, atOnce).mapToObj(n -> pool.submit(loop)).toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replicates were running", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalStateException failure) {
                throw failure;
            }
            throw new IllegalStateException("replicates of seed " + seed + " could not be run", e.getCause());
        } finally {
            pool.shutdownNow();
        }
        var list = new ArrayList<T>();
        for (int n = 0; n < found.length(); n++) {
            list.add(found.get(n));
        }
        return list;
    }
}
