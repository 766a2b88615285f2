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

    /** Of twenty forecasts half are alike: they fill two of four bins, and the ten others share the two that are left. */
    @Test
    void aTieThatFillsSeveralBinsLeavesTheOthersWhole() {
        var p = new double[20];
        for (int k = 10; k < 20; k++) {
            p[k] = k / 20.0;
        }
        var counts = Reliability.equalCount(p, new boolean[20], 4).stream()
                .map(Reliability.Bin::count)
                .toList();
        assertEquals(List.of(10, 5, 5), counts);
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

    /** Held .1 and .9, came 3 and 7 times in ten: the odds that came are ln(7/3)/ln 9 of those held, on their logarithms. */
    @Test
    void forecastsThatAreTooBoldHaveASlopeBelowOne() {
        var p = new double[20];
        var event = new boolean[20];
        for (int k = 0; k < 20; k++) {
            p[k] = k < 10 ? .1 : .9;
            event[k] = k < 3 || k >= 13;
        }
        var line = Reliability.calibration(p, event);
        assertEquals(0, line.intercept(), 1e-9);
        assertEquals(Math.log(7 / 3.0) / Math.log(9), line.slope(), 1e-9);
    }
}
