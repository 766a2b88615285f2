package blocsim.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.model.Hazard;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsensusTest {
    private static final int CASES = 200_000;
    private static final int VOTES = 1_000_000;

    /** Members who each stay silent with .95: design figures, and 0.95^n for independent ones. */
    @ParameterizedTest
    @CsvSource({"0, 6, 0.735", "0, 20, 0.358", "0.8, 6, 0.929", "0.8, 20, 0.911", "0.8, 1, 0.95", "0, 1, 0.95"})
    void equalMembersPassACandidateWithTheClosedForm(double shared, int members, double expected) {
        var consensus = new Consensus(shared);
        double logIntensity = StrictMath.log(-StrictMath.log(0.95));
        double passes = Consensus.passes(consensus.total(members * consensus.powered(logIntensity)));
        assertEquals(expected, passes, 0.0005);
    }

    @Test
    void asNoiseIsSharedAltogetherTheNumberOfMembersDoesNotMatter() {
        var consensus = new Consensus(0.999);
        double logIntensity = -0.5;
        double six = consensus.total(6 * consensus.powered(logIntensity));
        double sixty = consensus.total(60 * consensus.powered(logIntensity));
        assertEquals(1, sixty / six, 0.003);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8, 0.99, 1})
    void theSharedVariableHasTheLaplaceTransformOfItsIndex(double alpha) {
        var consensus = new Consensus(1 - alpha);
        var streams = new Streams(3, 0);
        double sum = 0;
        for (int n = 0; n < CASES; n++) {
            sum += StrictMath.exp(-0.7 * shared(consensus, streams, n));
        }
        assertEquals(
                StrictMath.exp(-StrictMath.pow(0.7, consensus.alpha())), sum / CASES, 5 * 0.5 / StrictMath.sqrt(CASES));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8})
    void drawnVotesAgreeWithTheClosedFormAndNameTheFirstObjector(double rho) {
        var consensus = new Consensus(rho);
        var streams = new Streams(17, 0);
        double[] powered = {consensus.powered(-3), consensus.powered(-1), consensus.powered(0.2)};
        double sum = powered[0] + powered[1] + powered[2];
        int passed = 0;
        int firstIsLast = 0;
        for (int n = 0; n < CASES; n++) {
            double shared = shared(consensus, streams, n);
            int first = -1;
            double soonest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < 3; j++) {
                double own = streams.exponential(Purpose.STANCE_OWN, n, j, 0, 0);
                if (Consensus.objects(shared, powered[j], own) && own / powered[j] < soonest) {
                    soonest = own / powered[j];
                    first = j;
                }
            }
            passed += first < 0 ? 1 : 0;
            firstIsLast += first == 2 ? 1 : 0;
        }
        double error = 5 * 0.5 / StrictMath.sqrt(CASES);
        double passes = Consensus.passes(consensus.total(sum));
        assertEquals(passes, (double) passed / CASES, error);
        assertEquals(
                Consensus.firstObjector(powered[2], sum),
                (double) firstIsLast / (CASES - passed),
                error / (1 - passes));
    }

    @Test
    void afterAStopTheSameStancesStopAgain() {
        assertEquals(0, Consensus.passesAfterStop(0.7, 0.7, 0), 1e-15);
    }

    @Test
    void afterAStopRenewedStancesAreAsGoodAsNew() {
        assertEquals(Consensus.passes(0.7), Consensus.passesAfterStop(0.7, 0.7, 1), 1e-15);
    }

    /**
     * Three members stop a candidate, two of them soften, and the case comes up again after three years, in which stances are
     * renewed at ν = .12 a year. The share that passes then is held against the closed form, within three standard errors.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void aMillionVotesAfterAStopPassAsOftenAsTheClosedFormSays(double rho) {
        var consensus = new Consensus(rho);
        var streams = new Streams(23, 0);
        double[] before = powered(consensus, 0.6, 0.3, 0.9);
        double[] after = powered(consensus, 0.2, 0.3, 0.4);
        double renewal = 0.12;
        double years = 3;
        int votes = 0;
        int passed = 0;
        for (int n = 0; votes < VOTES; n++) {
            if (isStopped(consensus, streams, n, 0, before)) {
                votes++;
                int epoch = streams.exponential(Purpose.STANCE_RENEWAL, n, 0, 0, 0) < renewal * years ? 1 : 0;
                passed += isStopped(consensus, streams, n, epoch, after) ? 0 : 1;
            }
        }
        double passes = Consensus.passesAfterStop(
                total(consensus, after), total(consensus, before), Hazard.within(renewal, years));
        double error = StrictMath.sqrt(passes * (1 - passes) / VOTES);
        assertEquals(passes, (double) passed / VOTES, 3 * error);
    }

    private static double[] powered(Consensus consensus, double... intensities) {
        return Arrays.stream(intensities)
                .map(h -> consensus.powered(StrictMath.log(h)))
                .toArray();
    }

    private static double total(Consensus consensus, double[] powered) {
        return consensus.total(Arrays.stream(powered).sum());
    }

    /** Whether anybody objects in a case, with the noise of one epoch. */
    private static boolean isStopped(Consensus consensus, Streams streams, int n, int epoch, double[] powered) {
        double shared = consensus.shared(
                streams.uniform(Purpose.STANCE_SHARED_ANGLE, n, 0, epoch, 0),
                streams.exponential(Purpose.STANCE_SHARED_SIZE, n, 0, epoch, 0));
        for (int j = 0; j < powered.length; j++) {
            if (Consensus.objects(shared, powered[j], streams.exponential(Purpose.STANCE_OWN, n, j, epoch, 0))) {
                return true;
            }
        }
        return false;
    }

    private static double shared(Consensus consensus, Streams streams, int n) {
        return consensus.shared(
                streams.uniform(Purpose.STANCE_SHARED_ANGLE, n, 0, 0, 0),
                streams.exponential(Purpose.STANCE_SHARED_SIZE, n, 0, 0, 0));
    }
}
