package blocsim.experiment;

import blocsim.scenario.Study;
import blocsim.store.RunStore;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a study still lacks, slice by slice in the order of the design points. */
final class Backlog {
    private static final int SLICE = 50;

    private final Study study;
    private final Shard shard;
    private final long points;
    private final BitSet complete = new BitSet();
    private final Map<Long, Slice.Partial> partial = new TreeMap<>();
    private long nth;
    private int from;

    private Backlog(Study study, Shard shard) {
        this.study = study;
        this.shard = shard;
        this.points = shard.share(new DesignPoints(study).size());
    }

    static Backlog of(Study study, Shard shard, RunStore store) throws IOException {
        var backlog = new Backlog(study, shard);
        var until = study.until();
        var reading = new Slice.Partial[1];
        var at = new long[] {-1};
        store.kept(until == null ? null : until.output(), (point, replicate, value) -> {
            if (point != at[0]) {
                backlog.settle(at[0], reading[0]);
                at[0] = point;
                reading[0] = new Slice.Partial();
            }
            reading[0].note(replicate, value);
        });
        backlog.settle(at[0], reading[0]);
        return backlog;
    }

    /** Takes in what is kept of a design point. */
    private void settle(long point, Slice.@Nullable Partial kept) {
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

    /** Whether every slice has been taken. */
    synchronized boolean exhausted() {
        return nth >= points;
    }

    /** The next slice; null if there is none. */
    synchronized @Nullable Slice next() {
        while (nth < points && complete.get((int) nth)) {
            nth++;
            from = 0;
        }
        if (nth >= points) {
            return null;
        }
        long point = shard.point(nth);
        var kept = partial.getOrDefault(nth, new Slice.Partial());
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

    private Slice whole(long point, Slice.Partial kept) {
        var until = study.until();
        int most = until == null ? study.replicates() : until.most();
        return new Slice(point, 0, Math.min(most, study.replicates()), kept, most, study);
    }
}
