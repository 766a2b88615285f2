package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final double[] P = {.1, .2, .3, .4, .4, .9};
    private static final boolean[] EVENT = {false, true, false, true, true, true};

    @Test
    void equalProbabilitiesShareABin() {
        var counts = Reliability.equalCount(P, EVENT, 3).stream()
                .map(Reliability.Bin::count)
                .toList();
        assertEquals(List.of(2, 3, 1), counts);
    }

    @Test
    void aBinHoldsItsMeanForecastAndItsShareWithWilsonsInterval() {
        var bin = Reliability.between(P, EVENT, 0, .25, 1).get(0);
        assertEquals(.15, bin.forecast(), 1e-15);
        assertEquals(Proportions.wilson(1, 2), bin.frequency());
    }

    @Test
    void anEdgeBelongsToTheBinAbove() {
        assertEquals(4, Reliability.between(P, EVENT, 0, .3, 1).get(1).count());
    }

    @Test
    void emptyBinsAreLeftOut() {
        assertEquals(2, Reliability.between(P, EVENT, 0, .5, .6, 1).size());
    }
}
