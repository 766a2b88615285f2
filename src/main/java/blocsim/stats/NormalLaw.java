package blocsim.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** A normal law of several numbers with mean 0. */
public final class NormalLaw {
    private static final double SYMMETRY = 1e-12;
    private static final double LEAST_PIVOT = 1e-12;

    /** Shape (k, k), lower triangle: the Cholesky factor of the covariance. */
    private final double[][] factor;

    private NormalLaw(double[][] factor) {
        this.factor = factor;
    }

    /**
     * The law of a covariance.
     *
     * @param lower row k holds the covariances with 0 to k, the last its variance
     * @throws NotPositive if the covariance is not positive definite
     */
    public static NormalLaw of(double[][] lower) throws NotPositive {
        int size = lower.length;
        if (size == 0) {
            return new NormalLaw(new double[0][]);
        }
        var covariance = new Array2DRowRealMatrix(size, size);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                covariance.setEntry(a, b, lower[a][b]);
                covariance.setEntry(b, a, lower[a][b]);
            }
        }
        try {
            return new NormalLaw(new CholeskyDecomposition(covariance, SYMMETRY, LEAST_PIVOT)
                    .getL()
                    .getData());
        } catch (NonPositiveDefiniteMatrixException e) {
            throw new NotPositive(e.getRow());
        }
    }

    /** How many numbers it is of. */
    public int size() {
        return factor.length;
    }

    /**
     * Numbers of this law.
     *
     * @param standard shape (k): independent numbers of the standard normal law
     * @return shape (k)
     */
    public double[] of(double[] standard) {
        var drawn = new double[factor.length];
        for (int a = 0; a < drawn.length; a++) {
            for (int b = 0; b <= a; b++) {
                drawn[a] += factor[a][b] * standard[b];
            }
        }
        return drawn;
    }

    /** A covariance that no law has. */
    public static final class NotPositive extends Exception {
        private static final long serialVersionUID = 1L;

        private final int row;

        NotPositive(int row) {
            super("the covariance is not positive definite at row " + row);
            this.row = row;
        }

        /** The first row, from 0, that the rows before it leave no variance. */
        public int row() {
            return row;
        }
    }
}
