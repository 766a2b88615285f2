package blocsim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsTest {
    private static final int DRAWS = 100_000;

    @Test
    void aDrawHangsOnItsAddressAlone() {
        var streams = new Streams(1, 0);
        double first = streams.uniform(Purpose.AGENDA, 1, 2, 3, 4);
        streams.uniform(Purpose.AGENDA, 5, 6, 7, 8);
        assertEquals(first, new Streams(1, 0).uniform(Purpose.AGENDA, 1, 2, 3, 4));
    }

    @Test
    void eachWordOfTheAddressCounts() {
        var streams = new Streams(1, 0);
        double draw = streams.uniform(Purpose.AGENDA, 1, 2, 3, 4);
        assertNotEquals(draw, new Streams(2, 0).uniform(Purpose.AGENDA, 1, 2, 3, 4));
        assertNotEquals(draw, new Streams(1, 1).uniform(Purpose.AGENDA, 1, 2, 3, 4));
        assertNotEquals(draw, streams.uniform(Purpose.EXIT, 1, 2, 3, 4));
        assertNotEquals(draw, streams.uniform(Purpose.AGENDA, 9, 2, 3, 4));
        assertNotEquals(draw, streams.uniform(Purpose.AGENDA, 1, 9, 3, 4));
        assertNotEquals(draw, streams.uniform(Purpose.AGENDA, 1, 2, 9, 4));
        assertNotEquals(draw, streams.uniform(Purpose.AGENDA, 1, 2, 3, 9));
    }

    @Test
    void neighbouringSeedsAndReplicatesDoNotShareStreams() {
        assertNotEquals(
                new Streams(1, 1).uniform(Purpose.EXIT, 0, 0, 0, 0),
                new Streams(2, 0).uniform(Purpose.EXIT, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void countedAddressesGiveUniformDraws(Purpose purpose) {
        var streams = new Streams(20240704, 3);
        int[] bins = new int[100];
        for (int n = 0; n < DRAWS; n++) {
            bins[(int) (100 * streams.uniform(purpose, n, 0, 0, 0))]++;
        }
        double chiSquare = 0;
        for (int bin : bins) {
            chiSquare += (bin - DRAWS / 100.0) * (bin - DRAWS / 100.0) / (DRAWS / 100.0);
        }
        // 99 degrees of freedom: the 1 - 10^-6 quantile is 181.
        assertTrue(chiSquare < 181, "chi-square " + chiSquare);
    }

    @Test
    void drawsOfNeighbouringDaysAreUncorrelated() {
        var streams = new Streams(5, 0);
        double sum = 0;
        for (int day = 0; day < DRAWS; day++) {
            sum += (streams.uniform(Purpose.EXIT, 7, 8, day, 0) - 0.5)
                    * (streams.uniform(Purpose.EXIT, 7, 8, day + 1, 0) - 0.5);
        }
        double correlation = 12 * sum / DRAWS;
        assertEquals(0, correlation, 5 / StrictMath.sqrt(DRAWS));
    }

    /** Tabulated quantiles, to 15 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.95996398454005",
        "0.025, -1.95996398454005",
        "0.9, 1.28155156554460",
        "0.99, 2.32634787404084",
        "0.0001, -3.71901648545568",
        "1e-10, -6.36134090240406",
        "1e-20, -9.26234008979841"
    })
    void normalQuantilesAgreeWithR(double probability, double quantile) {
        assertEquals(quantile, Normal.quantile(probability), 1e-13 * Math.max(1, Math.abs(quantile)));
    }

    @Test
    void exponentialDrawsHaveMeanOne() {
        var streams = new Streams(9, 0);
        double sum = 0;
        for (int n = 0; n < DRAWS; n++) {
            sum += streams.exponential(Purpose.STANCE_OWN, n, 0, 0, 0);
        }
        assertEquals(1, sum / DRAWS, 5 / StrictMath.sqrt(DRAWS));
    }
}
