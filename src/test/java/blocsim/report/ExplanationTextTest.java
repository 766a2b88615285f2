package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Explanation;
import blocsim.input.InputException;
import blocsim.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Belarus and the SCO on the first day of 2012, when it is a partner and asks for the observer's rung. */
class ExplanationTextTest {
    private static ExplanationText text = new ExplanationText(explanation());

    private static Explanation explanation() {
        try {
            var scenario = new ScenarioReader().read(Path.of("scenarios", "belarus-sco.json"), List.of());
            return Explanation.of(scenario, "BLR", "SCO", LocalDate.of(2012, 1, 1), "", 0, 1);
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean says(String words) {
        return text.lines().stream().anyMatch(line -> line.contains(words));
    }

    @Test
    void theStandingIsThatOfTheRecord() {
        assertTrue(says("Standing: partner, asks for observer"));
        assertEquals("observer", text.tree().get("asked"));
    }

    @Test
    void nothingHasNoSignAndMinusIsOneSign() {
        assertTrue(text.lines().contains("  cost        0.00"), text.lines().toString());
        assertTrue(says("alignment   +"));
    }

    @Test
    void withoutASearchNothingIsSaidOfWhatWouldTurnIt() {
        assertFalse(says("What would turn it"), text.lines().toString());
    }

    @Test
    void whatIsWorkedOutFromTheDayAloneIsSaidToBeSo() {
        assertTrue(says("within five years, if nothing else changes, "));
    }

    /** Belarus and full membership of the SCO in 2016, were it to shut out members of the CSTO. */
    private static Explanation torn() throws InputException {
        var scenario = new ScenarioReader()
                .read(Path.of("scenarios", "belarus-crossroads.json"), List.of("/blocs/SCO/exclusiveWith=[\"CSTO\"]"));
        return Explanation.of(scenario, "BLR", "SCO", LocalDate.of(2016, 1, 1), "member", 0, 1);
    }

    @Test
    void whatWouldEndElsewhereIsNamed() throws InputException {
        String ended = Numbers.decimal(torn().bid().forgone());
        assertTrue(new ExplanationText(torn())
                .lines().stream()
                        .anyMatch(line -> line.endsWith(" now and " + ended + " in blocs that it would leave for it")));
        assertFalse(says("would leave"));
    }

    @Test
    void theWaterfallSetsTheRungAgainstAllThatItWouldEnd() throws InputException {
        var bid = torn().bid();
        String now = Numbers.decimal(bid.valueNow() + bid.forgone());
        String words = ExplanationCharts.of(torn()).get(0).description();
        assertTrue(words.endsWith(" against " + now + " now as observer with what it would leave."), words);
    }
}
