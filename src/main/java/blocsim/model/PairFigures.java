package blocsim.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One figure of each pair of a row and a column by their indices, most of them 0: such as the share of a state in another's trade.
 *
 * <p>Shape (rows, columns). A row keeps what is not 0, in the order of the columns; one that is filled to a quarter or more, or is
 * short, is kept whole, so that it is read by index. Immutable once frozen from a {@link Draft}, and may be shared by the figures of many ticks.
 */
public final class PairFigures {
    /** Stands in {@link #columns} for a row that is kept whole. */
    private static final int[] WHOLE = {-1};

    private static final int[] NOWHERE = {};
    private static final double[] NOTHING = {};
    private static final int WHOLE_FROM_SHARE = 4;
    private static final int SHORT = 256;

    /** By row, the columns that are not 0; {@link #WHOLE} where the row is kept whole. */
    private final int[][] columns;

    private final double[][] values;

    private PairFigures(int[][] columns, double[][] values) {
        this.columns = columns;
        this.values = values;
    }

    /** The figure of a pair; 0 where none was set. */
    public double get(int row, int column) {
        int[] at = columns[row];
        if (at == WHOLE) {
            return values[row][column];
        }
        int n = Arrays.binarySearch(at, column);
        return n < 0 ? 0 : values[row][n];
    }

    /** How many entries of a row are kept: those that are not 0, or all of them. */
    public int kept(int row) {
        return values[row].length;
    }

    /** The column of an entry that is kept. */
    public int column(int row, int n) {
        return columns[row] == WHOLE ? n : columns[row][n];
    }

    /** The value of an entry that is kept. */
    public double value(int row, int n) {
        return values[row][n];
    }

    /** Whether other figures of the same shape are equal to these in every entry. */
    public boolean sameAs(PairFigures other) {
        if (other == this) {
            return true;
        }
        for (int row = 0; row < columns.length; row++) {
            if (!Arrays.equals(columns[row], other.columns[row]) || !Arrays.equals(values[row], other.values[row])) {
                return false;
            }
        }
        return true;
    }

    /** The entries of a row by their columns, not to be written to, if it is kept whole; else null. */
    public double @Nullable [] whole(int row) {
        return columns[row] == WHOLE ? values[row] : null;
    }

    /** Writes the entries of a row that are kept into an array by their columns, and leaves the others as they are. */
    public void copy(int row, double[] into) {
        if (columns[row] == WHOLE) {
            System.arraycopy(values[row], 0, into, 0, values[row].length);
        } else {
            for (int n = 0; n < values[row].length; n++) {
                into[columns[row][n]] = values[row][n];
            }
        }
    }

    /** Sets the entries of an array to 0 that {@link #copy} has written. */
    public void clear(int row, double[] written) {
        for (int n = 0; n < values[row].length; n++) {
            written[column(row, n)] = 0;
        }
    }

    /** Figures being written: {@link #set} in any order, then {@link #freeze()}. */
    public static final class Draft {
        private final int width;
        private final int[][] columns;
        private final double[][] values;
        private final int[] count;

        /** Figures of so many rows and columns, all 0. */
        public Draft(int rows, int width) {
            this.width = width;
            this.columns = new int[rows][];
            this.values = new double[rows][];
            this.count = new int[rows];
            Arrays.fill(columns, NOWHERE);
            Arrays.fill(values, NOTHING);
        }

        /** The figure of a pair as it stands. */
        double get(int row, int column) {
            int n = Arrays.binarySearch(columns[row], 0, count[row], column);
            return n < 0 ? 0 : values[row][n];
        }

        /** Sets the figure of a pair; quickest in the order of the columns. */
        public void set(int row, int column, double value) {
            int kept = count[row];
            boolean last = kept == 0 || columns[row][kept - 1] < column;
            int n = last ? -kept - 1 : Arrays.binarySearch(columns[row], 0, kept, column);
            if (n >= 0) {
                values[row][n] = value;
            } else if (value != 0) {
                insert(row, -n - 1, column, value);
            }
        }

        private void insert(int row, int at, int column, double value) {
            int kept = count[row];
            if (kept == columns[row].length) {
                int room = Math.min(width, Math.max(8, 2 * kept));
                columns[row] = Arrays.copyOf(columns[row], room);
                values[row] = Arrays.copyOf(values[row], room);
            }
            System.arraycopy(columns[row], at, columns[row], at + 1, kept - at);
            System.arraycopy(values[row], at, values[row], at + 1, kept - at);
            columns[row][at] = column;
            values[row][at] = value;
            count[row]++;
        }

        /** The figures, which change no more; the draft is spent. */
        public PairFigures freeze() {
            for (int row = 0; row < count.length; row++) {
                int kept = count[row];
                if (kept > 0 && (width <= SHORT || kept * WHOLE_FROM_SHARE >= width)) {
                    var whole = new double[width];
                    for (int n = 0; n < kept; n++) {
                        whole[columns[row][n]] = values[row][n];
                    }
                    columns[row] = WHOLE;
                    values[row] = whole;
                } else if (kept < columns[row].length) {
                    columns[row] = kept == 0 ? NOWHERE : Arrays.copyOf(columns[row], kept);
                    values[row] = kept == 0 ? NOTHING : Arrays.copyOf(values[row], kept);
                }
            }
            return new PairFigures(columns, values);
        }
    }
}
