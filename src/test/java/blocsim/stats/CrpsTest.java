package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrpsTest {
    @Test
    void aCertainForecastScoresItsAbsoluteError() {
        assertEquals(3, Crps.ofEnsemble(new double[] {5, 5, 5}, 2), 1e-15);
    }

    /** Members 0 and 1, observed 1: mean error 1/2, mean distance of pairs 1/2, so 1/2 - 1/4. */
    @Test
    void anEnsembleOfTwoIsScoredByHand() {
        assertEquals(0.25, Crps.ofEnsemble(new double[] {1, 0}, 1), 1e-15);
    }

    /** A Poisson law of mean 1 for 0: Σ_k (1 - F(k))², summed to k = 4 by hand. */
    @Test
    void aPoissonLawIsScoredByItsDistribution() {
        double[] f = {0.36787944, 0.73575888, 0.91969860, 0.98101184, 0.99634015};
        double sum = 0;
        for (double below : f) {
            sum += (1 - below) * (1 - below);
        }
        assertEquals(sum, Crps.ofPoisson(1, 0), 1e-5);
    }

    @Test
    void aLargeSampleOfAPoissonLawScoresLikeTheLaw() {
        var random = new Random(8);
        double[] sample = new double[200_000];
        for (int n = 0; n < sample.length; n++) {
            double limit = Math.exp(-4.2);
            double product = random.nextDouble();
            while (product > limit) {
                sample[n]++;
                product *= random.nextDouble();
            }
        }
        assertEquals(Crps.ofPoisson(4.2, 7), Crps.ofEnsemble(sample, 7), 0.02);
    }
}
