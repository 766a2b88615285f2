package blocsim.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.model.Hazard;
import org.junit.jupiter.api.Test;

class WorthTest {
    @Test
    void theNetworkIsWholeWhereEverybodyIsSharedAndEveryNeighbourIsAMember() {
        assertEquals(1, Worth.sharedBodies(1, 1, 1, 9) + Worth.neighbours(4, 4), 1e-15);
    }

    @Test
    void aBlocOfTwoIsJudgedByTwo() {
        assertEquals(0.35, Worth.sharedBodies(0.8, 0.6, 0, 2), 1e-15);
    }

    @Test
    void securityNeverLiftsAlignmentAboveOne() {
        assertEquals(0.05, Worth.security(0.5, 1, 1, 0.95), 1e-15);
    }

    @Test
    void prestigeGrowsWithTheRootOfTheWorldShareAndShrinksWithDemocracy() {
        assertEquals(0.5 * 0.75, Worth.prestige(0.25, 0.5, 0), 1e-15);
        assertEquals(0.5 * 1.25, Worth.prestige(0.25, 0, 0.25), 1e-15);
    }

    @Test
    void aPatronWithAllTheWeightIsNoCounterbalanceToItself() {
        assertEquals(0, Worth.counterbalance(1, 1, 1, 0.2), 1e-15);
        assertEquals(0.5 * 0.6 * 0.7 * 0.75 * 0.8, Worth.counterbalance(0.6, 0.7, 0.25, 0.2), 1e-15);
    }

    @Test
    void theGapOfRegimesIsHeldAtOne() {
        assertEquals(1, Worth.regimeGap(0.9, 0.2), 1e-15);
        assertEquals(0.4, Worth.regimeGap(0.5, 0.3), 1e-15);
    }

    @Test
    void aDiscontentedMemberLeavesSoonerButNotBeyondTheCap() {
        assertEquals(0.0025, Exit.perYear(0.0025, 4, 4, 10), 1e-18);
        assertEquals(0.0025 * StrictMath.E, Exit.perYear(0.0025, 3, 4, 10), 1e-15);
        assertEquals(0.025, Exit.perYear(0.0025, -9, 4, 10), 1e-18);
    }

    @Test
    void alignmentIsHeldBetweenMinusOneAndOne() {
        assertEquals(0.5, Alignment.of(1, 0, 0), 1e-15);
        assertEquals(-1, Alignment.of(3, -3, 0), 1e-15);
        assertEquals(1, Alignment.of(0, 0, 0.1), 1e-15);
    }

    @Test
    void convergenceClosesAShareOfTheGapAndFadesWithoutIt() {
        assertEquals(0.02 * 0.5, Convergence.next(0, 1, 0.5, 0.02, Convergence.kept(0.07, 1), 0.15), 1e-15);
        assertEquals(0.093, Convergence.next(0.1, 0, 0.5, 0.02, Convergence.kept(0.07, 1), 0.15), 1e-15);
        assertEquals(0.15, Convergence.next(0.15, 1, -1, 0.2, Convergence.kept(0, 1), 0.15), 1e-15);
    }

    @Test
    void twoHalfYearsFadeAsMuchAsOne() {
        double half = Convergence.next(0.1, 0, 0, 0.02 * 0.5, Convergence.kept(0.07, 0.5), 0.15);
        assertEquals(0.093, Convergence.next(half, 0, 0, 0.02 * 0.5, Convergence.kept(0.07, 0.5), 0.15), 1e-15);
    }

    @Test
    void onlyAFullMemberSharesABlocWithPartners() {
        assertEquals(0.5, Convergence.shared(1, 0.5), 1e-15);
        assertEquals(0, Convergence.shared(0.6, 0.5), 1e-15);
    }

    @Test
    void theWaitForAHazardIsTheInverseOfItsProbability() {
        double uniform = Hazard.within(0.3, 2);
        assertEquals(2, Hazard.wait(0.3, uniform), 1e-12);
        assertTrue(Hazard.within(0.3, 1) < uniform);
    }

    @Test
    void halvesMakeUpTheEconomyAndTheWayOutOfIsolation() {
        assertEquals(0.2, Worth.trade(0.4), 1e-15);
        assertEquals(0.15, Worth.investment(0.5, 0.6), 1e-15);
        assertEquals(0.4 * 0.75 / 2, Worth.isolation(0.4, 0.25), 1e-15);
    }

    @Test
    void aMeanAlignmentOfMinusOneIsNoAffinity() {
        assertEquals(0, Worth.affinity(-1), 1e-15);
        assertEquals(0.75, Worth.affinity(0.5), 1e-15);
    }

    @Test
    void theValueOfARungIsItsShareOfBenefitsLessThatOfTheCost() {
        assertEquals(0.6 * 5 - 0.15 * 2, Worth.of(0.6, 5, 0.15, 2), 1e-15);
    }

    @Test
    void withoutMembersOrNeighboursThereIsNoNetwork() {
        assertEquals(0, Worth.sharedBodies(0, 0, 0, 0), 0);
        assertEquals(0, Worth.neighbours(0, 0), 0);
    }

    @Test
    void aRungThatOpensHalfAsMuchSecurityAsOfTheRestLosesHalfOfThat() {
        assertEquals(-.5, Worth.otherwiseOpen(.25, .5, 2), 1e-12);
    }
}
