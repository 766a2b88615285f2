package blocsim.engine;

import blocsim.model.PairFigures;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of sparse figures laid out in full, so that many of its entries can be read at once. For one thread at a time. */
final class UnpackedRow {
    private final double[] values;
    private @Nullable PairFigures figures;
    private int row;

    /** A row of so many columns. */
    UnpackedRow(int columns) {
        this.values = new double[columns];
    }

    /** The entries of a row by their columns; good until the next call, and not to be written to. */
    double[] of(PairFigures figuresNow, int rowNow) {
        double[] whole = figuresNow.whole(rowNow);
        if (whole != null) {
            return whole;
        }
        if (figuresNow != figures || rowNow != row) {
            if (figures != null && 2 * figures.kept(row) < values.length) {
                figures.clear(row, values);
            } else {
                Arrays.fill(values, 0);
            }
            figuresNow.copy(rowNow, values);
            figures = figuresNow;
            row = rowNow;
        }
        return values;
    }
}
