package blocsim.fit;

import blocsim.model.Normal;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a fit leaves open, as a normal law on the factors' scales: its mode, and its covariance clustered by state and by bloc and summit.
 */
final class Posterior {
    private static final double TOLERANCE = 1e-6;
    private static final double FARTHEST = 6;

    private final Fit fit;
    private final double[] mode;
    private final RealMatrix root;

    private Posterior(Fit fit, RealMatrix root) {
        this.fit = fit;
        this.mode = fit.scaled();
        this.root = root;
    }

    /** The law of a fit. */
    static Posterior of(Fit fit) {
        RealMatrix covariance = fit.covariance();
        // Its two halves differ by rounding.
        RealMatrix symmetric = covariance.add(covariance.transpose()).scalarMultiply(0.5);
        return new Posterior(fit, new CholeskyDecomposition(symmetric, TOLERANCE, 0).getL());
    }

    /** One draw. */
    Point draw(SplittableRandom luck) {
        var normal = new double[mode.length];
        for (int k = 0; k < normal.length; k++) {
            normal[k] = Normal.quantile(Math.max(Double.MIN_NORMAL, luck.nextDouble()));
        }
        double[] at = root.operate(normal);
        for (int k = 0; k < at.length; k++) {
            at[k] = Math.max(-FARTHEST, Math.min(FARTHEST, mode[k] + at[k]));
        }
        return fit.space().point(at);
    }
}
