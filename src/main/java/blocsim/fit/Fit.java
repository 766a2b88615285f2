package blocsim.fit;

import blocsim.model.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** A fit of factors to a history: where the posterior is highest, and how sure that is. */
final class Fit {
    private static final int MOST_STEPS = 60;
    private static final double SMALL = 1e-3;
    private static final double WIDTH = 0.05;
    private static final double LEAST_CURVATURE = 0.05;

    private final Space space;
    private final Likelihood likelihood;
    private final double[] scaled;
    private final double logPosterior;
    private final int evaluations;
    private final boolean converged;
    private final double gap;

    private Fit(
            Space space,
            Likelihood likelihood,
            double[] scaled,
            double logPosterior,
            int evaluations,
            boolean converged,
            double gap) {
        this.space = space;
        this.likelihood = likelihood;
        this.scaled = scaled;
        this.logPosterior = logPosterior;
        this.evaluations = evaluations;
        this.converged = converged;
        this.gap = gap;
    }

    /** The space of named factors, with the efforts and the readiness of blocs. */
    static Space space(
            List<String> names,
            List<String> efforts,
            List<String> blocs,
            Parameters base,
            double recorded,
            double named) {
        var factors = new ArrayList<Factor>();
        names.forEach(name -> factors.add(Factor.named(name).orElseThrow()));
        efforts.forEach(bloc -> factors.add(Factor.effort(bloc)));
        blocs.forEach(bloc -> factors.add(Factor.readiness(bloc)));
        return new Space(factors, base, recorded, named);
    }

    /**
     * Fits: a search by BOBYQA from each start, then scoring steps from the best to the top.
     *
     * @param start on the factors' scales
     * @param starts how often the search begins anew; 0 for scoring steps from the start alone
     * @param most how many evaluations each search has
     */
    static Fit of(Likelihood likelihood, Space space, double[] start, int starts, int most, long seed) {
        Mode.Goal goal = at -> likelihood.log(space.point(at)) + space.logPrior(at);
        double[] from = start;
        int evaluations = 0;
        double gap = 0;
        if (starts > 0) {
            var mode = Mode.of(goal, start, starts, most, seed);
            from = mode.scaled();
            evaluations = mode.evaluations();
            gap = mode.spread();
        }
        return climb(likelihood, space, goal, from, evaluations, gap);
    }

    /** Steps by the gradient and the outer products of units' gradients, each halved until it leads up. */
    private static Fit climb(
            Likelihood likelihood, Space space, Mode.Goal goal, double[] from, int before, double gap) {
        double[] at = from.clone();
        double value = goal.at(at);
        int evaluations = before + 1;
        boolean converged = false;
        for (int n = 0; n < MOST_STEPS && !converged; n++) {
            var gradient = Gradient.of(likelihood, space, at);
            evaluations += 2 * at.length + 1;
            double[] slope = gradient.total();
            var curvature = gradient.ofUnits();
            for (int k = 0; k < slope.length; k++) {
                Factor factor = space.factors().get(k);
                double above = factor.logPrior(at[k] + SMALL);
                double below = factor.logPrior(at[k] - SMALL);
                slope[k] += (above - below) / (2 * SMALL);
                curvature.addToEntry(k, k, priorPrecision(factor, at[k]));
            }
            double[] step = new LUDecomposition(curvature)
                    .getSolver()
                    .solve(new ArrayRealVector(slope))
                    .toArray();
            double rise = new ArrayRealVector(step).dotProduct(new ArrayRealVector(slope));
            converged = rise < SMALL;
            double factor = 1;
            boolean higher = false;
            while (!converged && !higher && factor > 1e-4) {
                var next = at.clone();
                for (int k = 0; k < next.length; k++) {
                    next[k] = Math.max(-6, Math.min(6, at[k] + factor * step[k]));
                }
                double nextValue = goal.at(next);
                evaluations++;
                higher = nextValue > value;
                if (higher) {
                    at = next;
                    value = nextValue;
                }
                factor /= 2;
            }
            if (!converged && !higher) {
                break;
            }
        }
        return new Fit(space, likelihood, at, value, evaluations, converged, gap);
    }

    private static double priorPrecision(Factor factor, double at) {
        return -(factor.logPrior(at + WIDTH) + factor.logPrior(at - WIDTH) - 2 * factor.logPrior(at)) / (WIDTH * WIDTH);
    }

    Space space() {
        return space;
    }

    Likelihood likelihood() {
        return likelihood;
    }

    /** The mode on the factors' scales. */
    double[] scaled() {
        return scaled.clone();
    }

    double logPosterior() {
        return logPosterior;
    }

    int evaluations() {
        return evaluations;
    }

    /** Whether the next step would raise the log posterior by less than {@value #SMALL}. */
    boolean converged() {
        return converged;
    }

    /** How far the best and the worst search ended apart in log posterior. */
    double gap() {
        return gap;
    }

    /** The point of the mode. */
    Point point() {
        return space.point(scaled);
    }

    /**
     * The covariance of the factors on their scales: H⁻¹·M·H⁻¹, H the curvature of the log posterior at the mode, M the two-way clustered
     * outer products of the gradient plus the prior's precision, which counts as one more observation.
     */
    RealMatrix covariance() {
        int size = scaled.length;
        var hessian = curvature();
        RealMatrix middle = Gradient.of(likelihood, space, scaled).ofClusters();
        for (int k = 0; k < size; k++) {
            middle.addToEntry(k, k, priorPrecision(space.factors().get(k), scaled[k]));
        }
        RealMatrix inverse = positive(hessian, LEAST_CURVATURE, true);
        return positive(inverse.multiply(positive(middle, 1e-6, false)).multiply(inverse), 1e-9, false);
    }

    /** Minus the second derivatives of the log posterior. */
    private RealMatrix curvature() {
        Mode.Goal goal = at -> likelihood.log(space.point(at)) + space.logPrior(at);
        int size = scaled.length;
        var above = new double[size];
        var below = new double[size];
        for (int k = 0; k < size; k++) {
            above[k] = goal.at(shifted(k, WIDTH, k, 0));
            below[k] = goal.at(shifted(k, -WIDTH, k, 0));
        }
        double middle = goal.at(scaled);
        var curvature = new Array2DRowRealMatrix(size, size);
        for (int a = 0; a < size; a++) {
            curvature.setEntry(a, a, -(above[a] + below[a] - 2 * middle) / (WIDTH * WIDTH));
            for (int b = 0; b < a; b++) {
                double both = goal.at(shifted(a, WIDTH, b, WIDTH)) + goal.at(shifted(a, -WIDTH, b, -WIDTH));
                double mixed = (both - above[a] - below[a] - above[b] - below[b] + 2 * middle) / (2 * WIDTH * WIDTH);
                curvature.setEntry(a, b, -mixed);
                curvature.setEntry(b, a, -mixed);
            }
        }
        return curvature;
    }

    private double[] shifted(int a, double byA, int b, double byB) {
        var at = scaled.clone();
        at[a] += byA;
        at[b] += byB;
        return at;
    }

    /** A symmetric matrix, or its inverse, with eigenvalues below a least one raised to it. */
    private static RealMatrix positive(RealMatrix matrix, double least, boolean inverse) {
        var symmetric = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        var eigen = new EigenDecomposition(symmetric);
        double[] values = eigen.getRealEigenvalues();
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.max(least, values[k]);
            values[k] = inverse ? 1 / values[k] : values[k];
        }
        return eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(values))
                .multiply(eigen.getVT());
    }

    /** The best that is left when one factor is held at a place, others free. */
    double profile(int held, double place, int most) {
        var start = scaled.clone();
        start[held] = place;
        var free = new double[start.length - 1];
        for (int k = 0; k < free.length; k++) {
            free[k] = start[k < held ? k : k + 1];
        }
        Mode.Goal goal = others -> {
            var at = new double[start.length];
            for (int k = 0; k < at.length; k++) {
                at[k] = k == held ? place : others[k < held ? k : k - 1];
            }
            return likelihood.log(space.point(at)) + space.logPrior(at);
        };
        return Mode.of(goal, free, 1, most, 1).logPosterior();
    }
}
