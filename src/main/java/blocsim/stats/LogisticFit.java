package blocsim.stats;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * A logistic regression with a ridge penalty, fitted by Newton's method.
 *
 * <p>It maximises Σ ln p(what came) - ridge·Σ β²/2, the intercept left out of the penalty. Sources: le Cessie and van Houwelingen
 * (1992), "Ridge Estimators in Logistic Regression"; the penalty is a normal prior of variance 1/ridge on each slope.
 */
public final class LogisticFit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double CLOSE = 1e-6;

    private final double[] coefficients;

    private LogisticFit(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Fits.
     *
     * @param x shape (n, k): the inputs, on scales that make one penalty fair to all
     * @param event shape (n)
     * @param ridge the penalty, above 0 where a plain fit may have no maximum
     * @throws IllegalArgumentException if there is nothing to fit, or no maximum was found
     */
    public static LogisticFit of(double[][] x, boolean[] event, double ridge) {
        if (x.length == 0 || x.length != event.length) {
            throw new IllegalArgumentException(
                    x.length + " rows and " + event.length + " events; give as many, at least 1");
        }
        int k = x[0].length + 1;
        var beta = new double[k];
        double value = objective(x, event, ridge, beta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = newton(x, event, ridge, beta);
            if (largest(move) < CLOSE) {
                // So near the maximum the error left is the square of the step, below what the objective can tell.
                return new LogisticFit(moved(beta, move, 1));
            }
            double share = 1;
            double[] next = moved(beta, move, share);
            double reached = objective(x, event, ridge, next);
            // A full step may overshoot where probabilities are near 0 or 1.
            for (int half = 0; !(reached >= value) && half < MOST_HALVINGS; half++) {
                share /= 2;
                next = moved(beta, move, share);
                reached = objective(x, event, ridge, next);
            }
            beta = next;
            value = reached;
        }
        throw new IllegalArgumentException(
                "the logistic regression found no maximum; give a larger ridge than " + ridge);
    }

    /** The intercept, then a slope for each input: shape (k + 1). */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** The probability for inputs of shape (k), in (0, 1). */
    public double probability(double... x) {
        return logistic(linear(x, coefficients));
    }

    /** The logistic function, 1/(1 + e^-u), without overflow. */
    public static double logistic(double u) {
        if (u >= 0) {
            return 1 / (1 + StrictMath.exp(-u));
        }
        double e = StrictMath.exp(u);
        return e / (1 + e);
    }

    private static double[] newton(double[][] x, boolean[] event, double ridge, double[] beta) {
        int k = beta.length;
        var gradient = new double[k];
        var information = new double[k][k];
        for (int row = 0; row < x.length; row++) {
            double p = logistic(linear(x[row], beta));
            double error = (event[row] ? 1 : 0) - p;
            double weight = p * (1 - p);
            for (int a = 0; a < k; a++) {
                double xa = a == 0 ? 1 : x[row][a - 1];
                gradient[a] += error * xa;
                for (int b = 0; b <= a; b++) {
                    information[a][b] += weight * xa * (b == 0 ? 1 : x[row][b - 1]);
                }
            }
        }
        for (int a = 0; a < k; a++) {
            if (a > 0) {
                gradient[a] -= ridge * beta[a];
                information[a][a] += ridge;
            }
            for (int b = 0; b < a; b++) {
                information[b][a] = information[a][b];
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(information, false))
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    private static double objective(double[][] x, boolean[] event, double ridge, double[] beta) {
        double sum = 0;
        for (int row = 0; row < x.length; row++) {
            double u = linear(x[row], beta);
            double towards = event[row] ? u : -u;
            sum -= towards > 0
                    ? StrictMath.log1p(StrictMath.exp(-towards))
                    : StrictMath.log1p(StrictMath.exp(towards)) - towards;
        }
        for (int a = 1; a < beta.length; a++) {
            sum -= ridge * beta[a] * beta[a] / 2;
        }
        return sum;
    }

    private static double[] moved(double[] beta, double[] move, double share) {
        var next = beta.clone();
        for (int a = 0; a < next.length; a++) {
            next[a] += share * move[a];
        }
        return next;
    }

    private static double linear(double[] x, double[] beta) {
        double u = beta[0];
        for (int a = 0; a < x.length; a++) {
            u += beta[a + 1] * x[a];
        }
        return u;
    }

    private static double largest(double[] move) {
        return Arrays.stream(move).map(Math::abs).max().orElse(0);
    }
}
