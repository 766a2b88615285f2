package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.input.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ControlsTest {
    private static Scenario belarus() throws InputException {
        return new ScenarioReader().read(Path.of("scenarios/belarus-sco.json"), List.of());
    }

    private static Control control(String pointer) throws InputException {
        return Controls.of(belarus(), code -> code).stream()
                .filter(control -> control.pointer().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no control of " + pointer));
    }

    @Test
    void aDatedJudgementHasAControlForEachDate() throws InputException {
        var value = Objects.requireNonNull(
                control("/states/BLR/patrons/RUS/value/2015").standard());
        assertEquals("0.7", JsonText.canonical(value));
    }

    @Test
    void aControlKnowsTheEvidenceOfItsValue() throws InputException {
        var sources = control("/states/BLR/patrons/RUS/value/2015").evidence().stream()
                .map(Cited::source)
                .toList();
        assertEquals(List.of("A1", "A2"), sources);
    }

    @Test
    void anEventOfAnotherStateHasNoControl() throws InputException {
        assertTrue(Controls.of(belarus(), code -> code).stream()
                .noneMatch(control -> control.pointer().startsWith("/events/tajikistan-objects-iran")));
    }

    @Test
    void eachControlTakesItsOwnStandardBack() throws InputException {
        var scenario = belarus();
        for (var control : Controls.of(scenario, code -> code)) {
            if (control.standard() != null) {
                var again = Setting.parse(control.pointer() + "=" + JsonText.canonical(control.standard()));
                assertEquals(scenario.events(), scenario.with(List.of(again)).events(), control.pointer());
            }
        }
    }

    @Test
    void aSliderStaysWithinWhatIsAllowed() throws InputException {
        for (var control : Controls.of(belarus(), code -> code)) {
            boolean within = control.low() >= control.least() && control.high() <= control.most();
            assertTrue(within && control.low() <= control.high(), control.pointer());
            assertFalse(
                    control.standard() instanceof JsonSource.Numeral number
                            && (number.value() < control.low() || number.value() > control.high()),
                    control.pointer());
        }
    }
}
