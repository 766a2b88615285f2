package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled scenarios beside Belarus's are read, with what-ifs that change a little and say beforehand what that does. */
class BundledScenariosTest {
    private static Scenario read(String name) throws InputException {
        return new ScenarioReader().read(Path.of("scenarios", name + ".json"), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus-crossroads", "brics-2024", "iran-sco", "caucasus-2025", "nato-nordic-2022"})
    void everyWhatIfDiffersAndSaysWhatItExpects(String name) throws InputException {
        var scenario = read(name);
        assertEquals(3, scenario.whatIfs().size());
        for (var whatIf : scenario.whatIfs()) {
            var other = new ScenarioReader().read(whatIf.file(), List.of());
            assertNotEquals(scenario.hash(), other.hash());
            assertTrue(!whatIf.expected().isEmpty(), whatIf.file().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "belarus-sco",
                "belarus-crossroads",
                "brics-2024",
                "iran-sco",
                "caucasus-2025",
                "nato-nordic-2022"
            })
    void noWhatIfTakesAwayWhatIsExpectedOfIt(String name) throws InputException {
        var scenario = read(name);
        assertEquals(
                scenario.whatIfs().size(), WhatIfs.read(scenario, List.of()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus-crossroads", "brics-2024", "iran-sco", "caucasus-2025", "nato-nordic-2022"})
    void aWhatIfIsAboutTenLines(String name) throws InputException, IOException {
        for (var whatIf : read(name).whatIfs()) {
            assertTrue(
                    Files.readAllLines(whatIf.file()).size() <= 12,
                    whatIf.file().toString());
        }
    }

    @Test
    void fiveBlocsMeetAtTheCrossroads() throws InputException {
        assertEquals(
                List.of("BRICS", "CIS", "CSTO", "EAEU", "SCO"),
                List.copyOf(read("belarus-crossroads").blocs().keySet()));
    }

    @Test
    void eightBlocsMeetInEurasia() throws InputException {
        assertEquals(
                List.of("ASEAN", "BRICS", "CIS", "CSTO", "EAEU", "EU", "NATO", "SCO"),
                List.copyOf(read("eurasia").blocs().keySet()));
    }

    @Test
    void theWorldIsTheMembersOfTheUnitedNations() throws InputException {
        var states = read("world").states();
        assertEquals(193, states.size());
        assertTrue(states.containsKey("TUV") && !states.containsKey("TWN"));
    }

    @Test
    void britainsLeavingIsNotPutIn() throws InputException {
        assertTrue(read("eurasia").events().stream().noneMatch(Event.Expulsion.class::isInstance));
    }

    @Test
    void nothingIsLeftOutAtTheCrossroads() throws InputException {
        assertEquals(List.of(), read("belarus-crossroads").leftOut());
    }

    @Test
    void indiaAndPakistanAreDecidedOnTogetherButInTheFirstScenario() throws InputException {
        assertTrue(ids("belarus-crossroads").contains("sco-india-with-pakistan"));
        assertTrue(!ids("belarus-sco").contains("sco-india-with-pakistan"));
    }

    @Test
    void argentinasRefusalIsNotPutIn() throws InputException {
        var ofArgentina = new ArrayList<String>();
        for (var event : read("brics-2024").events()) {
            if (event.touches().contains("ARG")) {
                ofArgentina.add(event.id());
            }
        }
        assertEquals(
                List.of("brics-six-together", "brics-argentina-government", "brics-argentina-turns-west"), ofArgentina);
    }

    @Test
    void pressClaimsAgainstTheTwoCaucasiansAreMarked() throws InputException {
        var scenario = read("caucasus-2025");
        for (var id : List.of("india-objects-azerbaijan", "pakistan-objects-armenia")) {
            assertTrue(
                    scenario.cited().stream()
                            .anyMatch(cited -> cited.pointer().equals("/events/" + id)
                                    && cited.words().contains("press")),
                    id);
        }
    }

    @Test
    void armeniaHasNoSayInTheSecurityTreatyFromFebruary2024() throws InputException {
        var suspension = read("belarus-crossroads").events().stream()
                .filter(event -> event.id().equals("csto-armenia-suspended"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new Event.Suspension("csto-armenia-suspended", "CSTO", "ARM", LocalDate.of(2024, 2, 22), null),
                suspension);
    }

    @Test
    void nobodyAsksForPartnershipOfBricsBeforeKazan() throws InputException {
        var ladder =
                Objects.requireNonNull(read("brics-2024").blocs().get("BRICS")).ladder();
        assertEquals(
                LocalDate.of(2024, 10, 23), ladder.rung(ladder.index("partner")).from());
    }

    private static List<String> ids(String name) throws InputException {
        return read(name).events().stream().map(Event::id).toList();
    }
}
