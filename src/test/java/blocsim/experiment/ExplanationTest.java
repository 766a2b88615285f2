package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final Path FILE = Path.of("scenarios", "belarus-sco.json");

    private static Explanation explain(String state, LocalDate date, int replicates, String... sets)
            throws InputException {
        var scenario = new ScenarioReader().read(FILE, List.of(sets));
        return Explanation.of(scenario, state, "SCO", date, "", replicates, 2);
    }

    private static LocalDate first(int year) {
        return LocalDate.of(year, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "IRN, 2016, TJK, member",
        "IRN, 2017, TJK, member",
        "BLR, 2012, UZB, observer",
        "BLR, 2014, UZB, observer"
    })
    void theDatedDisputeNamesTheObjectorOfTheRecord(String state, int year, String objector, String rung)
            throws InputException {
        var explanation = explain(state, first(year), 0);
        assertEquals(List.of(objector), explanation.objectors());
        var ladder = explanation.prepared().world().blocs().get(0).ladder();
        assertEquals(rung, ladder.id(explanation.bid().rung()));
    }

    @Test
    void withoutTheDisputeAnotherAnswerComesOut() throws InputException {
        var without = explain("IRN", first(2016), 0, "/events/tajikistan-objects-iran/strength=0");
        assertFalse(without.objectors().contains("TJK"));
        assertTrue(without.bid().passes() > explain("IRN", first(2016), 0).bid().passes() + 0.1);
    }

    private static Explanation sweden(String date, String... sets) throws InputException {
        var scenario = new ScenarioReader().read(Path.of("scenarios", "nato-nordic-2022.json"), List.of(sets));
        return Explanation.of(scenario, "SWE", "NATO", LocalDate.parse(date), "", 0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-06-15", "2022-07-01", "2023-01-01", "2023-07-01"})
    void turkeyStandsInSwedensWay(String date) throws InputException {
        assertEquals(List.of("TUR"), sweden(date).objectors());
    }

    @Test
    void withoutTurkeysDisputeNobodyStandsInSwedensWay() throws InputException {
        var without = sweden("2022-07-01", "/events/nato-tur-objects-swe=null");
        assertEquals(List.of(), without.objectors());
        assertTrue(without.bid().passes() > sweden("2022-07-01").bid().passes() + 0.1);
    }

    @Test
    void withoutTurkeysDisputeHungaryIsTheOneAYearLater() throws InputException {
        assertEquals(
                List.of("HUN"),
                sweden("2023-07-01", "/events/nato-tur-objects-swe=null").objectors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"un-sanctions-2010"})
    void sanctionsOfTheUnitedNationsShutTheGateToIranUntil2016(String gate) throws InputException {
        assertTrue(explain("IRN", LocalDate.of(2014, 1, 1), 0).gates().contains(gate));
        assertFalse(explain("IRN", first(2017), 0).gates().contains(gate));
    }

    @Test
    void aRequestPendingOnRecordIsTheOneInQuestion() throws InputException {
        var explanation = explain("BLR", first(2013), 0);
        assertEquals(new StandingAt.Recorded(1, explanation.bid().rung(), 0), explanation.standing());
    }

    @Test
    void aRequestPendingOnRecordHasBeenMade() throws InputException {
        assertEquals(1, explain("BLR", first(2013), 0).bid().asksWithinYear(), 0);
    }

    @Test
    void motivesAddUpToTheValueOfTheRung() throws InputException {
        var explanation = explain("BLR", first(2012), 0);
        double sum = explanation.motives().values().stream().mapToDouble(v -> v).sum();
        assertEquals(explanation.bid().value(), sum, 1e-12);
    }

    @Test
    void theFlipTurnsTheOutcomeAtItsValue() throws InputException {
        var flip = assertNotNullFlip(explain("BLR", first(2012), 100).flip());
        assertTrue(flip.turns());
        assertTrue(flip.before().value() < 0.5 == flip.after().value() >= 0.5);
        assertTrue(flip.difference().excludes(0));
        assertTrue(flip.share() > 0 && flip.share() <= 1);
    }

    private static Explanation simulated(String state, String rung, LocalDate date, int threads, String... sets)
            throws InputException {
        var scenario = new ScenarioReader().read(FILE, List.of(sets));
        return Explanation.of(scenario, state, "SCO", date, rung, 0, threads);
    }

    private static StandingAt.Simulated standing(Explanation explanation) {
        return (StandingAt.Simulated) explanation.standing();
    }

    @Test
    void theDayAfterTheLastThatMayBeKnownIsStillExplainedFromTheRecord() throws InputException {
        String until = "/dataUntil=\"2013-12-31\"";
        assertTrue(explain("BLR", first(2014), 0, until).standing() instanceof StandingAt.Recorded);
        assertTrue(explain("BLR", LocalDate.of(2014, 1, 2), 0, until).standing() instanceof StandingAt.Simulated);
    }

    @Test
    void simulatedStandingsAreThoseOfTheScenariosOwnRuns() throws InputException {
        var explanation = simulated("TUR", "partner", first(2030), 2);
        var prepared = Prepared.read(FILE, List.of());
        var ensemble = prepared.run(prepared.scenario().seed(), Explanation.REPLICATES, 2, () -> {});
        int state = prepared.world().state("TUR");
        for (int rung = 0; rung <= 3; rung++) {
            assertEquals(
                    ensemble.count(2030 - 2001 - 1, 0, state, rung),
                    standing(explanation).held().getOrDefault(rung, 0));
        }
    }

    @Test
    void onlyReplicatesBelowTheRungCount() throws InputException {
        var explanation = simulated("TUR", "partner", first(2030), 2);
        var standing = standing(explanation);
        assertEquals(standing.below(), explanation.bid().replicates());
        assertTrue(standing.below() <= standing.held().getOrDefault(0, 0));
        assertTrue(standing.below() < standing.replicates());
    }

    @Test
    void simulatedStandingsDoNotHangOnThreads() throws InputException {
        var one = simulated("TUR", "", LocalDate.of(2030, 7, 1), 1);
        var three = simulated("TUR", "", LocalDate.of(2030, 7, 1), 3);
        assertEquals(one.bid(), three.bid());
        assertEquals(one.standing(), three.standing());
    }

    @Test
    void sharesOfFirstObjectorsAddUpToOne() throws InputException {
        double sum = simulated("TUR", "partner", first(2030), 2).bid().stances().stream()
                .mapToDouble(Bid.Stance::first)
                .sum();
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void aFeudAfterTheRecordNamesItsObjector() throws InputException {
        var explanation = simulated(
                "TUR",
                "partner",
                first(2030),
                2,
                "/events/feud={\"type\": \"objection\", \"bloc\": \"SCO\", \"objector\": \"CHN\", "
                        + "\"candidate\": \"TUR\", \"from\": \"2027-01-01\", \"strength\": 1, "
                        + "\"rungs\": [\"partner\", \"member\"]}");
        assertEquals(List.of("CHN"), explanation.objectors());
    }

    @Test
    void whereNoReplicateIsBelowTheRungTheUserIsTold() {
        var wrong = assertThrows(
                InputException.class, () -> simulated("CHN", "partner", first(2030), 2, "/parameters/exitRate=0"));
        assertTrue(
                wrong.problems()
                        .get(0)
                        .what()
                        .startsWith("in all 200 replicates the state is partner or higher on 2030-01-01"),
                wrong.problems()::toString);
    }

    @Test
    void theFlipOfSimulatedStandingsCountsTheReplicatesBelow() throws InputException {
        var explanation = explain("TUR", first(2030), 20);
        var flip = assertNotNullFlip(explanation.flip());
        double below = standing(explanation).below();
        assertEquals(Math.rint(flip.after().value() * below), flip.after().value() * below, 1e-9);
    }

    private static Flip assertNotNullFlip(@org.jspecify.annotations.Nullable Flip flip) {
        assertNotNull(flip);
        return java.util.Objects.requireNonNull(flip);
    }
}
