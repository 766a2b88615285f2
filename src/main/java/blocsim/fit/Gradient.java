package blocsim.fit;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How the log of the likelihood changes with each factor, unit by unit: by central differences of each unit's terms, where the readiness of
 * a summit weighs in by its probability given all that was observed there (Fisher's identity).
 */
final class Gradient {
    private static final double STEP = 1e-3;
    private static final int YEARS = 10_000;

    private final double[][] rows;
    private final int[] states;
    private final int[] summits;

    private Gradient(double[][] rows, int[] states, int[] summits) {
        this.rows = rows;
        this.states = states;
        this.summits = summits;
    }

    static Gradient of(Likelihood likelihood, Space space, double[] scaled) {
        List<Gradient> byYear = IntStream.range(0, likelihood.years().size())
                .parallel()
                .mapToObj(y -> ofYear(likelihood, space, scaled, y))
                .toList();
        int count = byYear.stream().mapToInt(one -> one.rows.length).sum();
        var rows = new double[count][];
        var states = new int[count];
        var summits = new int[count];
        int next = 0;
        for (Gradient one : byYear) {
            for (int n = 0; n < one.rows.length; n++) {
                rows[next] = one.rows[n];
                states[next] = one.states[n];
                summits[next] = one.summits[n];
                next++;
            }
        }
        return new Gradient(rows, states, summits);
    }

    private static Gradient ofYear(Likelihood likelihood, Space space, double[] scaled, int y) {
        var terms = likelihood.terms(y, space.point(scaled));
        var weights = posterior(likelihood, terms);
        var rows = new double[terms.size()][scaled.length];
        for (int k = 0; k < scaled.length; k++) {
            var shifted = scaled.clone();
            shifted[k] = scaled[k] + STEP;
            var above = likelihood.terms(y, space.point(shifted));
            shifted[k] = scaled[k] - STEP;
            var below = likelihood.terms(y, space.point(shifted));
            for (int n = 0; n < rows.length; n++) {
                double[] up = above.get(n).log();
                double[] down = below.get(n).log();
                double sum = 0;
                for (int node = 0; node < up.length; node++) {
                    double weight =
                            up.length == 1 ? 1 : weights.get(terms.get(n).bloc())[node];
                    sum += weight * (up[node] - down[node]);
                }
                rows[n][k] = sum / (2 * STEP);
            }
        }
        var states = new int[rows.length];
        var summits = new int[rows.length];
        for (int n = 0; n < rows.length; n++) {
            var unit = terms.get(n).unit();
            int bloc = unit.bloc() < 0 ? unit.group().get(0) : unit.bloc();
            states[n] = unit.state();
            summits[n] = bloc * YEARS + y;
        }
        return new Gradient(rows, states, summits);
    }

    /** For each bloc, the probability of each node given what was observed at its summit. */
    private static TreeMap<Integer, double[]> posterior(Likelihood likelihood, List<Likelihood.Term> terms) {
        var joint = new TreeMap<Integer, double[]>();
        for (Likelihood.Term term : terms) {
            if (term.bloc() >= 0) {
                double[] logs = joint.computeIfAbsent(term.bloc(), bloc -> likelihood.logWeights());
                for (int node = 0; node < logs.length; node++) {
                    logs[node] += term.log()[node];
                }
            }
        }
        joint.values().forEach(logs -> {
            double total = Likelihood.logSum(logs);
            for (int node = 0; node < logs.length; node++) {
                logs[node] = StrictMath.exp(logs[node] - total);
            }
        });
        return joint;
    }

    /** The sum over all units. */
    double[] total() {
        var total = new double[rows.length == 0 ? 0 : rows[0].length];
        for (double[] row : rows) {
            for (int k = 0; k < total.length; k++) {
                total[k] += row[k];
            }
        }
        return total;
    }

    /** Σ of the outer products of single units' rows. */
    RealMatrix ofUnits() {
        return outer(IntStream.range(0, rows.length).mapToLong(n -> n).toArray());
    }

    /**
     * Σ of the outer products of clusters' rows, by state and by bloc and summit: both less that by both at once (Cameron, Gelbach and
     * Miller 2011).
     */
    RealMatrix ofClusters() {
        var byState = IntStream.range(0, rows.length).mapToLong(n -> states[n]).toArray();
        var bySummit =
                IntStream.range(0, rows.length).mapToLong(n -> summits[n]).toArray();
        var byBoth = IntStream.range(0, rows.length)
                .mapToLong(n -> summits[n] * 1_000_000L + states[n])
                .toArray();
        return outer(byState).add(outer(bySummit)).subtract(outer(byBoth));
    }

    private RealMatrix outer(long[] clusters) {
        int size = rows.length == 0 ? 0 : rows[0].length;
        var sums = new TreeMap<Long, double[]>();
        for (int n = 0; n < rows.length; n++) {
            double[] sum = sums.computeIfAbsent(clusters[n], cluster -> new double[size]);
            for (int k = 0; k < size; k++) {
                sum[k] += rows[n][k];
            }
        }
        RealMatrix outer = size == 0 ? MatrixUtils.createRealMatrix(1, 1) : new Array2DRowRealMatrix(size, size);
        for (double[] sum : sums.values()) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    outer.addToEntry(a, b, sum[a] * sum[b]);
                }
            }
        }
        return outer;
    }
}
