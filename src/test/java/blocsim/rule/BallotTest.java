package blocsim.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.model.AdmissionRule;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BallotTest {
    private static final int CASES = 1_000_000;
    private static final AdmissionRule TWO_THIRDS = new AdmissionRule.Majority(2.0 / 3);

    private static double[] equal(int voters) {
        double[] weights = new double[voters];
        Arrays.fill(weights, 1.0 / voters);
        return weights;
    }

    private static boolean[] against(int voters, int objectors) {
        boolean[] objects = new boolean[voters];
        Arrays.fill(objects, 0, objectors, true);
        return objects;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9, 27, 30, 60, 99})
    void aMajorityOfTwoThirdsIsReachedExactlyAtTwoThirds(int voters) {
        assertTrue(Ballot.admits(TWO_THIRDS, voters, voters, against(voters, voters / 3), equal(voters)));
        assertFalse(Ballot.admits(TWO_THIRDS, voters, voters, against(voters, voters / 3 + 1), equal(voters)));
    }

    @Test
    void weightedVotesCountByWeight() {
        var rule = new AdmissionRule.WeightedMajority(0.6, Map.of());
        double[] weights = {0.5, 0.3, 0.2};
        assertFalse(Ballot.admits(rule, 3, 3, new boolean[] {true, false, false}, weights));
        assertTrue(Ballot.admits(rule, 3, 3, new boolean[] {false, true, false}, weights));
        assertFalse(Ballot.admits(rule, 3, 3, new boolean[] {false, true, true}, weights));
    }

    @Test
    void oneObjectionStopsUnderUnanimityAndUnderNoObjection() {
        assertFalse(Ballot.admits(new AdmissionRule.Unanimity(), 30, 30, against(30, 1), equal(30)));
        assertFalse(Ballot.admits(new AdmissionRule.NoObjection(), 30, 30, against(30, 1), equal(30)));
        assertTrue(Ballot.admits(new AdmissionRule.NoObjection(), 30, 30, against(30, 0), equal(30)));
    }

    @Test
    void aSponsorChangesWhoIsTakenUpAndNotHowVotesCount() {
        var rule = new AdmissionRule.SponsorRequired(TWO_THIRDS);
        assertTrue(rule.needsSponsor());
        assertTrue(Ballot.admits(rule, 3, 3, against(3, 1), equal(3)));
    }

    /** Independent voters, each for with .9: the binomial law, 1 - .9^5·... summed by hand for at most two of six against. */
    @Test
    void independentEqualVotersFollowTheBinomialLaw() {
        var consensus = new Consensus(0);
        double[] powered = new double[6];
        Arrays.fill(powered, -StrictMath.log(0.9));
        double expected =
                StrictMath.pow(0.9, 6) + 6 * 0.1 * StrictMath.pow(0.9, 5) + 15 * 0.01 * StrictMath.pow(0.9, 4);
        assertEquals(expected, new Ballot(consensus).passes(TWO_THIRDS, 6, 6, powered, equal(6)), 1e-12);
    }

    /** Of nine voters four are sure to object: five of nine pass if none of the other five does, each for with .9. */
    @Test
    void votersSureToObjectTakeUpTheirShareOfThoseAllowed() {
        double[] powered = new double[9];
        Arrays.fill(powered, 0, 4, 1000);
        Arrays.fill(powered, 4, 9, -StrictMath.log(0.9));
        var ballot = new Ballot(new Consensus(0));
        assertEquals(
                StrictMath.pow(0.9, 5),
                ballot.passes(new AdmissionRule.Majority(5.0 / 9), 9, 9, powered, equal(9)),
                1e-12);
    }

    /** Of 30 voters that object with 1 % each, more than ten do less often than once in 10^13. */
    @Test
    void aMajorityPassesForSureWhereTooFewObjectToStopIt() {
        double[] powered = new double[30];
        Arrays.fill(powered, 0.01);
        double passes = new Ballot(new Consensus(0)).passes(TWO_THIRDS, 30, 30, powered, equal(30));
        assertEquals(1, passes, 1e-13);
    }

    @Test
    void moreVotersSureToObjectThanAllowedStopACandidate() {
        double[] powered = new double[9];
        Arrays.fill(powered, 0, 5, 1000);
        var ballot = new Ballot(new Consensus(0));
        assertEquals(0, ballot.passes(new AdmissionRule.Majority(5.0 / 9), 9, 9, powered, equal(9)));
    }

    @Test
    void aMajorityOfAllIsConsensus() {
        var consensus = new Consensus(0.8);
        double[] powered = {consensus.powered(-1), consensus.powered(0.3)};
        var ballot = new Ballot(consensus);
        assertEquals(
                ballot.passes(new AdmissionRule.NoObjection(), 2, 2, powered, equal(2)),
                ballot.passes(new AdmissionRule.Majority(1), 2, 2, powered, equal(2)),
                0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8})
    void theClosedFormAgreesWithAMillionDrawnVotes(double rho) {
        var consensus = new Consensus(rho);
        var streams = new Streams(31, 0);
        double[] logs = {-2, -1, -0.5, 0, 0.3, 0.8};
        double[] powered = Arrays.stream(logs).map(consensus::powered).toArray();
        double[] weights = {0.3, 0.25, 0.15, 0.12, 0.1, 0.08};
        var majority = new AdmissionRule.Majority(0.5);
        var weighted = new AdmissionRule.WeightedMajority(0.75, Map.of());
        int[] admitted = new int[3];
        boolean[] objects = new boolean[6];
        for (int n = 0; n < CASES; n++) {
            double shared = consensus.shared(
                    streams.uniform(Purpose.STANCE_SHARED_ANGLE, n, 0, 0, 0),
                    streams.exponential(Purpose.STANCE_SHARED_SIZE, n, 0, 0, 0));
            for (int j = 0; j < 6; j++) {
                objects[j] = Consensus.objects(shared, powered[j], streams.exponential(Purpose.STANCE_OWN, n, j, 0, 0));
            }
            admitted[0] += Ballot.admits(new AdmissionRule.NoObjection(), 6, 6, objects, weights) ? 1 : 0;
            admitted[1] += Ballot.admits(majority, 6, 6, objects, weights) ? 1 : 0;
            admitted[2] += Ballot.admits(weighted, 6, 6, objects, weights) ? 1 : 0;
        }
        var ballot = new Ballot(consensus);
        double sampling = 5 * 0.5 / StrictMath.sqrt(CASES);
        double slices = 0.004;
        assertEquals(
                ballot.passes(new AdmissionRule.NoObjection(), 6, 6, powered, weights),
                (double) admitted[0] / CASES,
                sampling);
        assertEquals(ballot.passes(majority, 6, 6, powered, weights), (double) admitted[1] / CASES, sampling + slices);
        assertEquals(ballot.passes(weighted, 6, 6, powered, weights), (double) admitted[2] / CASES, sampling + slices);
    }

    /** The median of Lévy's law, α = 1/2 with E[exp(-sS)] = exp(-√s): S = 1/(2 Z²) at Z = .6744898. */
    @Test
    void quantilesOfTheStableLawAgreeWithLevysLaw() {
        assertEquals(1 / (2 * 0.6744897501960817 * 0.6744897501960817), StableQuantiles.middles(0.5, 1)[0], 1e-4);
    }
}
