package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.Parameter;
import blocsim.model.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calibrated scenario says how sure its numbers are, and draws them. */
class PosteriorTest {
    private static final String NETWORK = "/parameters/weightNetwork=5";
    private static final String EFFORT = "/blocs/SCO/effort=-1";
    private static final String TWO = calibration(
            factor("/parameters/weightNetwork", "5", "linear", "0.04"),
            factor("/blocs/SCO/effort", "-1", "linear", "0.03,0.09"));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static String factor(String pointers, String modes, String scale, String covariance) {
        return "{\"pointers\":[\"" + pointers.replace(",", "\",\"") + "\"],\"mode\":[" + modes + "],\"scale\":\""
                + scale + "\",\"covariance\":[" + covariance + "]}";
    }

    private static String calibration(String... factors) {
        return "/calibration={\"until\":\"2000-12-31\",\"factors\":[" + String.join(",", factors) + "]}";
    }

    private Scenario read(String... sets) throws IOException, InputException {
        return SmallScenario.read(folder, sets);
    }

    private static Posterior.Draw draw(Scenario scenario, int replicate) {
        return Objects.requireNonNull(scenario.posterior()).draw(scenario.parameters(), new Streams(7, replicate));
    }

    private static double effort(Scenario scenario, int replicate) {
        return Objects.requireNonNull(draw(scenario, replicate).efforts().get("SCO"));
    }

    private static double network(Scenario scenario, int replicate) {
        return draw(scenario, replicate).parameters().get(Parameter.NETWORK);
    }

    @Test
    void drawsHaveTheCovarianceGiven() throws IOException, InputException {
        var scenario = read(NETWORK, EFFORT, TWO);
        int draws = 20_000;
        double product = 0;
        for (int n = 0; n < draws; n++) {
            product += (network(scenario, n) - 5) * (effort(scenario, n) + 1) / draws;
        }
        assertEquals(.03, product, .002);
    }

    @Test
    void drawsLieAroundTheFittedValue() throws IOException, InputException {
        var scenario = read(NETWORK, EFFORT, TWO);
        double mean = 0;
        for (int n = 0; n < 20_000; n++) {
            mean += effort(scenario, n) / 20_000;
        }
        assertEquals(-1, mean, .01);
    }

    @Test
    void aDrawHangsOnItsReplicateAlone() throws IOException, InputException {
        var scenario = read(NETWORK, EFFORT, TWO);
        double third = network(scenario, 3);
        assertNotEquals(third, network(scenario, 4));
        assertEquals(third, network(scenario, 3));
    }

    @Test
    void aNumberSetByHandIsNotDrawn() throws IOException, InputException {
        var scenario = read(EFFORT, TWO, "/parameters/weightNetwork=6");
        assertEquals(6, network(scenario, 3));
    }

    @Test
    void aNumberSetByHandShiftsNoOtherDraw() throws IOException, InputException {
        assertEquals(
                effort(read(NETWORK, EFFORT, TWO), 3), effort(read(EFFORT, TWO, "/parameters/weightNetwork=6"), 3));
    }

    @Test
    void numbersOfOneFactorKeepTheirRatioOnTheLogScale() throws IOException, InputException {
        var scenario = read(
                "/parameters/objectionDispute=3",
                "/parameters/objectionRival=2",
                calibration(factor("/parameters/objectionDispute,/parameters/objectionRival", "3,2", "log", "0.5")));
        var drawn = draw(scenario, 1).parameters();
        assertNotEquals(3, drawn.get(Parameter.OBJECTION_DISPUTE));
        assertEquals(1.5, drawn.get(Parameter.OBJECTION_DISPUTE) / drawn.get(Parameter.OBJECTION_RIVAL), 1e-12);
    }

    @Test
    void aShareStaysOneOnTheLogitScale() throws IOException, InputException {
        var scenario = read(
                "/parameters/objectionShared=0.8",
                calibration(factor("/parameters/objectionShared", "0.8", "logit", "9")));
        double[] shares = Stream.iterate(0, n -> n < 200, n -> n + 1)
                .mapToDouble(n -> draw(scenario, n).parameters().get(Parameter.OBJECTION_SHARED))
                .sorted()
                .toArray();
        assertTrue(shares[0] > 0 && shares[199] < 1 && shares[0] < 0.2, Arrays.toString(shares));
    }

    @Test
    void theEffortOfABlocThatIsNotThereIsLeftOut() throws IOException, InputException {
        var scenario = read(calibration(factor("/blocs/EU/effort", "1", "linear", "1")));
        assertEquals(0, Objects.requireNonNull(scenario.posterior()).drawn());
    }

    @Test
    void aFitThatCouldNotYetBeKnownIsNone() throws IOException, InputException {
        assertNull(read(NETWORK, EFFORT, TWO, "/dataUntil=1999-12-31").posterior());
    }

    @Test
    void theDayOfTheFitIsRead() throws IOException, InputException {
        assertEquals(
                LocalDate.of(2000, 12, 31),
                Objects.requireNonNull(read(TWO).posterior()).until());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/parameters/weightNetwork | 5,6 | linear | 1 | mode: there are 2 fitted values for 1 pointers; give one for each pointer.",
                "/parameters/weightNetwork | 5 | linear | 1,1 | covariance: there are 2 covariances where there should be 1;",
                "/parameters/weightNetwork | 5 | linear | 0 | covariance: the covariance is not positive definite:",
                "/parameters/weightNetwrok | 5 | linear | 1 | pointers: there is no parameter at \"/parameters/weightNetwrok\"; did you mean \"weightNetwork\"?",
                "/states/BLR/need | 0.5 | linear | 1 | pointers: \"/states/BLR/need\" cannot be drawn;",
                "/parameters/weightNetwork,/parameters/weightNetwork | 5,5 | linear | 1 | pointers: another factor moves",
                "/parameters/objectionShared | 1 | logit | 1 | mode: on the logit scale a value lies between 0 and 1,",
                "/parameters/weightNetwork | 5 | cubic | 1 | scale: \"cubic\" is not known here;",
            })
    void aWrongFactorIsNamedWithWhatWouldBeRight(
            String pointers, String modes, String scale, String covariance, String message) throws IOException {
        var problems = SmallScenario.problems(folder, calibration(factor(pointers, modes, scale, covariance)));
        assertTrue(
                problems.stream().anyMatch(problem -> problem.contains("/calibration/factors/0/" + message)),
                problems.toString());
    }
}
