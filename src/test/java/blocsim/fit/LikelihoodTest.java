package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.TestWorlds;
import blocsim.engine.OneStep;
import blocsim.history.Cells;
import blocsim.input.InputException;
import blocsim.model.Parameter;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final LocalDate ORIGIN = TestWorlds.START.minusDays(1);
    private static final double D = .75;
    private static final double D_O = .7;
    private static final int BLR = 0;
    private static final int CHN = 1;

    /** From the origin to 1 July. */
    private static final double T = 182 / 365.25;

    /** One member, one outsider, to whom nothing weighs but the effort, so that η = -effort for each of three rungs. */
    private static World tiny(double spread) {
        return TestWorlds.of("BLR", "CHN")
                .members("CHN")
                .years(1)
                .with(Parameter.NETWORK, 0)
                .with(Parameter.ALIGNMENT, 0)
                .with(Parameter.ECONOMY, 0)
                .with(Parameter.STATUS, 0)
                .with(Parameter.AUTONOMY, 0)
                .with(Parameter.PATRONS, 0)
                .with(Parameter.REGIME_COST, 0)
                .with(Parameter.FACE, 0)
                .with(Parameter.SIZE, 0)
                .with(Parameter.EFFORT_OUTSIDER, 1)
                .with(Parameter.AGENDA_BASE, -.5)
                .with(Parameter.AGENDA_ALIGNMENT, 0)
                .with(Parameter.AGENDA_REGIME, 0)
                .with(Parameter.AGENDA_DIGESTION, 0)
                .with(Parameter.OBJECTION_BASE, -1)
                .with(Parameter.OBJECTION_DISTANCE, 0)
                .with(Parameter.OBJECTION_REGIME, 0)
                .with(Parameter.OBJECTION_DILUTION, 0)
                .with(Parameter.OBJECTION_TRADE, 0)
                .with(Parameter.OBJECTION_BORDER, 0)
                .with(Parameter.SUMMIT_SPREAD, spread)
                .build();
    }

    private static Unit unit(Unit.Event event, int rung, double asked) {
        return new Unit(
                BLR,
                List.of(0),
                event == Unit.Event.NOTHING ? -1 : 0,
                0,
                0,
                event,
                rung,
                asked,
                event == Unit.Event.ASKED_STOPPED ? List.of(CHN) : List.of());
    }

    private static double probability(World world, Unit... units) {
        var year = new Likelihood.Year(ORIGIN, OneStep.of(world), List.of(units));
        return Math.exp(new Likelihood(List.of(year)).log(Point.of(world.parameters(), D, D_O)));
    }

    // By hand: effort 1, three rungs: P(m) = e⁻¹/(1 + 3e⁻¹), r = .5·3·P(m), π = 1/3; u = 1/(1 + e^.5); P = exp(-e⁻¹),
    // as one voter's Λ
    // is its h.
    private static final double RATE = .5 * 3 * Math.exp(-1) / (1 + 3 * Math.exp(-1));
    private static final double TAKEN_UP = 1 / (1 + Math.exp(.5));
    private static final double PASSES = Math.exp(-Math.exp(-1));

    @Test
    void aRequestOnADayIsTheRateTimesWhatTheSummitDidNot() {
        double pending = 1 - TAKEN_UP + TAKEN_UP * (1 - PASSES) * (1 - D_O);
        assertEquals(
                D * RATE / 3 * Math.exp(-RATE * .25) * pending,
                probability(tiny(0), unit(Unit.Event.ASKED, 1, .25)),
                1e-12);
    }

    @Test
    void aRequestTooLateForTheSummitIsTheRateAlone() {
        assertEquals(D * RATE / 3 * Math.exp(-RATE * .75), probability(tiny(0), unit(Unit.Event.ASKED, 1, .75)), 1e-12);
    }

    @Test
    void anApprovalOfARequestIsTheRateTimesUptakeAndPassage() {
        assertEquals(
                D * RATE / 3 * Math.exp(-RATE * .25) * TAKEN_UP * PASSES,
                probability(tiny(0), unit(Unit.Event.ASKED_RAISED, 1, .25)),
                1e-12);
    }

    @Test
    void aRiseWithoutARequestIsOneThatNobodySaw() {
        assertEquals(
                (1 - D) * (1 - Math.exp(-RATE * T)) / 3 * TAKEN_UP * PASSES,
                probability(tiny(0), unit(Unit.Event.RAISED, 1, Double.NaN)),
                1e-12);
    }

    @Test
    void nothingOnRecordIsNoRequestOrOneThatNobodySawGranted() {
        double unseen = 1 - Math.exp(-RATE) - (1 - Math.exp(-RATE * T)) * TAKEN_UP * PASSES;
        assertEquals(Math.exp(-RATE) + (1 - D) * unseen, probability(tiny(0), unit(Unit.Event.NOTHING, 0, 0)), 1e-12);
    }

    @Test
    void allThatMayHappenAddsUpToOne() {
        var world = tiny(.8);
        var rule = new GaussIntegratorFactory();
        double sum = probability(world, unit(Unit.Event.NOTHING, 0, 0));
        for (int rung = 1; rung <= 3; rung++) {
            int asked = rung;
            sum += probability(world, unit(Unit.Event.RAISED, rung, Double.NaN));
            for (var event : List.of(Unit.Event.ASKED, Unit.Event.ASKED_RAISED, Unit.Event.ASKED_STOPPED)) {
                sum += rule.legendre(7, 0, T).integrate(t -> probability(world, unit(event, asked, t)));
            }
            sum += rule.legendre(7, T, 1).integrate(t -> probability(world, unit(Unit.Event.ASKED, asked, t)));
        }
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void whatASummitDoesAddsUpToOne() {
        double sum = 0;
        for (var event : List.of(Unit.Event.RAISED, Unit.Event.STOPPED, Unit.Event.NOTHING)) {
            sum += Likelihood.atSummit(event, .3, .8, 1, .7);
        }
        assertEquals(1, sum, 1e-15);
    }

    @Test
    void cellsOfOneSummitShareItsReadiness() {
        var world = tiny(2);
        var granted = unit(Unit.Event.ASKED_RAISED, 1, .25);
        double one = probability(world, granted);
        double two = probability(world, granted, granted);
        assertEquals(true, two > 1.2 * one * one);
    }

    @Test
    void theGradientIsTheSlopeOfTheLikelihood() throws InputException {
        var scenario = new ScenarioReader().read(Path.of("scenarios/eurasia.json"), List.of());
        var likelihood =
                Likelihood.of(new Origins(scenario), 2003, 2004, Panel.bundled().asOf(Cells.origin(2005)));
        var space = Fit.space(Factor.STANDARD, List.of("EU"), List.of("NATO"), scenario.parameters(), D, D_O);
        var at = new double[space.factors().size()];
        double[] gradient = Gradient.of(likelihood, space, at).total();
        var slope = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            var above = at.clone();
            var below = at.clone();
            above[k] = 1e-4;
            below[k] = -1e-4;
            slope[k] = (likelihood.log(space.point(above)) - likelihood.log(space.point(below))) / 2e-4;
        }
        assertArrayEquals(slope, gradient, 1e-4);
    }
}
