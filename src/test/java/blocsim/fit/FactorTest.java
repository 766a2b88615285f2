package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.model.Parameter;
import blocsim.model.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactorTest {
    private static Factor factor(String name) {
        return Factor.named(name).orElseThrow();
    }

    @Test
    void thePriorOfAWeightIsCentredWhereItWasSetBeforeTheFit() {
        assertEquals(7, factor("weightNetwork").value(0), 1e-12);
    }

    @Test
    void aWeightRisesByItsPriorsSpreadOnTheLogScale() {
        assertEquals(7 * Math.exp(.7), factor("weightNetwork").value(1), 1e-12);
    }

    @Test
    void aLevelRisesByItsPriorsSpread() {
        assertEquals(10.5, factor("effortOutsider").value(1), 1e-12);
    }

    @Test
    void theSharedNoiseHasABetaPriorWithItsPeakAtSevenEighths() {
        var shared = factor("objectionShared");
        double peak = shared.scaled(.875);
        assertTrue(shared.logPrior(peak) > shared.logPrior(peak + .01)
                && shared.logPrior(peak) > shared.logPrior(peak - .01));
    }

    @Test
    void aPlaceOnTheScaleIsThatOfItsValue() {
        for (String name : Factor.STANDARD) {
            assertEquals(.7, factor(name).scaled(factor(name).value(.7)), 1e-9, name);
        }
    }

    @Test
    void theFactorOfStancesScalesThePriorsCentresAndNotTheFittedDefaults() {
        var space = new Space(List.of(factor(Factor.ALL_STANCES)), Parameters.standard(), .75, .7);
        var point = space.point(new double[] {factor(Factor.ALL_STANCES).scaled(2)});
        assertEquals(
                2 * Parameter.OBJECTION_DISPUTE.prior(), point.parameters().get(Parameter.OBJECTION_DISPUTE), 1e-9);
    }

    @Test
    void theFactorOfStancesScalesAWeightThatTheScenarioSets() {
        var space = new Space(
                List.of(factor(Factor.ALL_STANCES)),
                Parameters.with(Map.of(Parameter.OBJECTION_DISPUTE, 5.0)),
                .75,
                .7);
        var point = space.point(new double[] {factor(Factor.ALL_STANCES).scaled(2)});
        assertEquals(10, point.parameters().get(Parameter.OBJECTION_DISPUTE), 1e-9);
    }

    @Test
    void theFactorOfStancesLeavesTheirBase() {
        var space = new Space(List.of(factor(Factor.ALL_STANCES)), Parameters.standard(), .75, .7);
        assertEquals(
                Parameter.OBJECTION_BASE.standard(),
                space.point(new double[] {1}).parameters().get(Parameter.OBJECTION_BASE));
    }
}
