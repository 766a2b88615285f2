package blocsim.experiment;

import blocsim.scenario.Study;
import blocsim.stats.Proportions;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Replicates of one design point that a study lacks: a fixed range of them, or batches until the interval of an output's mean is narrow
 * enough. It may be sent to another machine and run there; a {@link Worker} takes it to its end.
 */
public final class Slice implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double NORMAL_975 = 1.959963984540054;

    private final long point;
    private final Partial kept;
    private final int batch;
    private final int most;
    /** NaN where the range is fixed. */
    private final double enough;

    private int from;
    private int to;
    private boolean done;

    /**
     * Part of a design point.
     *
     * @param from the first replicate
     * @param to the end of the first batch, exclusive
     * @param kept what the store has of it
     * @param most the end of the last batch, exclusive
     */
    Slice(long point, int from, int to, Partial kept, int most, Study study) {
        this.point = point;
        this.from = from;
        this.to = to;
        this.kept = kept;
        this.batch = study.replicates();
        this.most = most;
        var until = study.until();
        this.enough = until == null ? Double.NaN : until.halfWidth();
    }

    /** The number of its design point. */
    public long point() {
        return point;
    }

    /** How many runs it is, or its first batch; what is kept of them counts too. */
    public int size() {
        return to - from;
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

    /** Whether all of the batch is kept. */
    boolean isKept() {
        return kept.replicates.nextClearBit(from) >= to;
    }

    void note(int replicate, double value) {
        if (!Double.isNaN(enough)) {
            kept.note(replicate, value);
        }
    }

    /** Goes on to the next batch, if there is one. */
    void advance() {
        if (to >= most || isNarrow()) {
            done = true;
        } else {
            from = to;
            to = Math.min(most, to + batch);
        }
    }

    /** Whether the interval of the mean over all batches so far is narrow enough; failed runs do not count. */
    private boolean isNarrow() {
        if (Double.isNaN(enough)) {
            return true;
        }
        double[] counted = Arrays.stream(kept.values, 0, to)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return counted.length == 0 || halfWidth(counted) <= enough;
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

    /** The replicates of a design point that are kept, and the values on which the number of more of them hangs. */
    static final class Partial implements Serializable {
        private static final long serialVersionUID = 1L;

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
}
