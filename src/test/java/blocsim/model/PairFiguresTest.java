package blocsim.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairFiguresTest {
    /** A row of {@code width} columns in which some are set, in the order given. */
    private static PairFigures row(int width, int... columns) {
        var draft = new PairFigures.Draft(2, width);
        for (int column : columns) {
            draft.set(1, column, column + 0.5);
        }
        return draft.freeze();
    }

    private static double[] read(PairFigures figures, int width) {
        return IntStream.range(0, width).mapToDouble(c -> figures.get(1, c)).toArray();
    }

    @Test
    void aSparseRowReadsBackWhateverTheOrder() {
        assertArrayEquals(new double[] {0, 0, 2.5, 0, 0, 5.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, read(row(16, 5, 2), 16));
    }

    @Test
    void aFullRowReadsBackWhateverTheOrder() {
        assertArrayEquals(new double[] {0.5, 0, 2.5, 3.5}, read(row(4, 3, 0, 2), 4));
    }

    @Test
    void whatIsSetAgainHasTheLastValue() {
        var draft = new PairFigures.Draft(1, 9);
        draft.set(0, 4, 1);
        draft.set(0, 4, 0);
        assertEquals(0, draft.freeze().get(0, 4));
    }

    @Test
    void aSparseRowKeepsOnlyWhatIsSet() {
        assertEquals(2, row(1000, 7, 900).kept(1));
    }

    @Test
    void keptEntriesSayTheirColumns() {
        var figures = row(1000, 900, 7);
        assertArrayEquals(new int[] {7, 900}, new int[] {figures.column(1, 0), figures.column(1, 1)});
    }
}
