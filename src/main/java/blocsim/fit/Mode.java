package blocsim.fit;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * A posterior mode, found by BOBYQA (Powell 2009) from one or several starts.
 *
 * @param scaled the factors on their scales
 * @param logPosterior the log of likelihood times prior there
 * @param evaluations how often that was worked out
 * @param converged whether every start ended before its evaluations ran out
 * @param spread how far the best and the worst start lie apart in log posterior
 */
public record Mode(double[] scaled, double logPosterior, int evaluations, boolean converged, double spread) {
    private static final double LIMIT = 6;
    private static final double FIRST_STEP = 0.4;
    private static final double LAST_STEP = 1e-3;

    /** Copies the array. */
    public Mode {
        scaled = scaled.clone();
    }

    @Override
    public double[] scaled() {
        return scaled.clone();
    }

    /** What is maximised. */
    interface Goal {
        double at(double[] scaled);
    }

    /**
     * Looks for the mode.
     *
     * @param start where to begin
     * @param starts how often; all but the first begin near it by the seed
     * @param most how many evaluations each start has
     */
    static Mode of(Goal goal, double[] start, int starts, int most, long seed) {
        var luck = new SplittableRandom(seed);
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        double[] at = start.clone();
        int evaluations = 0;
        boolean converged = true;
        for (int n = 0; n < starts; n++) {
            var from = start.clone();
            for (int k = 0; k < from.length && n > 0; k++) {
                from[k] = Math.max(-LIMIT + 1, Math.min(LIMIT - 1, from[k] + 2 * luck.nextDouble() - 1));
            }
            var counted = new Counted(goal);
            try {
                var optimizer = new BOBYQAOptimizer(2 * from.length + 1, FIRST_STEP, LAST_STEP);
                var lower = new double[from.length];
                var upper = new double[from.length];
                Arrays.fill(lower, -LIMIT);
                Arrays.fill(upper, LIMIT);
                optimizer.optimize(
                        new MaxEval(most),
                        new ObjectiveFunction(counted::at),
                        GoalType.MAXIMIZE,
                        new InitialGuess(from),
                        new SimpleBounds(lower, upper));
            } catch (TooManyEvaluationsException ranOut) {
                converged = false;
            }
            evaluations += counted.count;
            worst = Math.min(worst, counted.best);
            if (counted.best > best) {
                best = counted.best;
                at = counted.at;
            }
        }
        return new Mode(at, best, evaluations, converged, best - worst);
    }

    /** Counts evaluations and keeps the best, which is there even if they run out. */
    private static final class Counted {
        private final Goal goal;
        private int count;
        private double best = Double.NEGATIVE_INFINITY;
        private double[] at = new double[0];

        Counted(Goal goal) {
            this.goal = goal;
        }

        double at(double[] scaled) {
            count++;
            double value = goal.at(scaled);
            if (value > best) {
                best = value;
                at = scaled.clone();
            }
            return value;
        }
    }
}
