package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionsTest {
    /** Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonsIntervalAgreesWithNewcombesTable(int successes, int trials, double lower, double upper) {
        var interval = Proportions.wilson(successes, trials);
        assertEquals(lower, interval.lower(), 0.00005);
        assertEquals(upper, interval.upper(), 0.00005);
    }

    @Test
    void aShareOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Proportions.wilson(0, 0));
    }

    @Test
    void thePairedDifferenceIsSecondLessFirst() {
        assertEquals(0.2, Proportions.pairedDifference(5, 25, 100).value(), 1e-15);
    }

    @Test
    void pairsThatNeverDifferGiveAnIntervalAroundNothing() {
        var interval = Proportions.pairedDifference(0, 0, 500);
        assertEquals(0, interval.value(), 0);
        assertTrue(interval.lower() < 0 && interval.upper() > 0 && interval.upper() < 0.01);
    }

    @Test
    void thePairedIntervalCoversTheTruthAboutNineteenTimesInTwenty() {
        var random = new Random(6);
        int covered = 0;
        int studies = 4000;
        for (int study = 0; study < studies; study++) {
            int first = 0;
            int second = 0;
            for (int n = 0; n < 100; n++) {
                double draw = random.nextDouble();
                first += draw < 0.08 ? 1 : 0;
                second += draw > 0.85 ? 1 : 0;
            }
            var interval = Proportions.pairedDifference(first, second, 100);
            covered += interval.lower() <= 0.07 && 0.07 <= interval.upper() ? 1 : 0;
        }
        assertEquals(0.95, (double) covered / studies, 0.015);
    }

    /** Type 7 quantiles of 1, 2, 4, 8 worked by hand. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1.75", "0.5, 3", "0.9, 6.8", "1, 8"})
    void quantilesInterpolateBetweenOrderStatistics(double probability, double quantile) {
        assertEquals(quantile, Quantiles.of(new double[] {1, 2, 4, 8}, probability), 1e-12);
    }

    @Test
    void aQuantileAmongThoseThatNeverHappenIsInfinite() {
        var sample = new double[] {1, 2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        assertEquals(Double.POSITIVE_INFINITY, Quantiles.of(sample, 0.5), 0);
        assertEquals(Double.POSITIVE_INFINITY, Quantiles.of(sample, 0.9), 0);
    }

    /** Four pairs, one of six discordant, and a tie in y: (4 - 1)/√(6·5). */
    @Test
    void kendallsTauAllowsForTies() {
        double tau = RankCorrelation.kendall(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 3});
        assertEquals(3 / StrictMath.sqrt(30), tau, 1e-12);
    }
}
