package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts are merged in turn, and fitted to the scenario that extends them. */
class PartsTest {
    private static final String LADDER = "\"ladder\": {\"partner\": {\"height\": 1}, \"member\": {\"height\": 3}}";
    private static final String SCO = """
            {
              "blocs": {"SCO": {"founders": ["CHN", "TJK"], "stances": {"CHN": 0.5, "RUS": 0.4}, %s}},
              "events": {
                "sco-odd": {"type": "objection", "bloc": "SCO", "objector": "TJK", "candidate": "BLR", "rungs": ["member"],
                  "from": "2005-01-01"},
                "sco-new": {"type": "leadership-change", "state": "UZB", "from": "2004-01-01"},
                "sco-road": {"type": "programme", "sponsor": "CHN", "states": ["BLR", "KAZ"], "from": "2005-01-01"},
                "sco-war": {"type": "war", "states": ["BLR", "KAZ"], "from": "2005-01-01"}
              }
            }
            """.formatted(LADDER);
    private static final String BRICS = """
            {"blocs": {"BRICS": {"founders": ["CHN", "UZB"], "exclusiveWith": ["SCO", "EU", "OAS"], %s}}}
            """.formatted(LADDER);
    private static final String WHOLE = """
            {
              "extends": ["blocs/sco", "blocs/brics.json"],
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2010-12-31"},
              "states": {"BLR": {}, "CHN": {}, "UZB": {}}
            }
            """;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path file = Path.of("set before each");

    @BeforeEach
    void write() throws IOException {
        java.nio.file.Files.createDirectory(folder.resolve("blocs"));
        SmallScenario.write(folder, "blocs/sco.json", SCO);
        SmallScenario.write(folder, "blocs/brics.json", BRICS);
        file = SmallScenario.write(folder, "whole.json", WHOLE);
    }

    private Scenario read() throws InputException {
        return new ScenarioReader().read(file, List.of());
    }

    @Test
    void theBlocsOfAllPartsAreThere() throws InputException {
        assertEquals(List.of("BRICS", "SCO"), List.copyOf(read().blocs().keySet()));
    }

    @Test
    void aLaterPartPatchesAnEarlierOne() throws IOException, InputException {
        SmallScenario.write(folder, "blocs/brics.json", "{\"blocs\": {\"SCO\": {\"title\": \"Later\"}}}");
        assertEquals("Later", Objects.requireNonNull(read().blocs().get("SCO")).title());
    }

    @Test
    void theFileItselfPatchesAllParts() throws IOException, InputException {
        SmallScenario.write(
                folder, "whole.json", WHOLE.replace("\"focus\"", "\"blocs\": {\"BRICS\": null}, \"focus\""));
        assertEquals(List.of("SCO"), List.copyOf(read().blocs().keySet()));
    }

    @Test
    void foundersAndEventsOfStatesThatAreNotThereAreLeftOut() throws InputException {
        var scenario = read();
        assertEquals(
                List.of("CHN"),
                Objects.requireNonNull(scenario.blocs().get("SCO")).founders());
        assertEquals(
                List.of("sco-new", "sco-road"),
                scenario.events().stream().map(Event::id).toList());
    }

    @Test
    void anInvestorKeepsTheStatesThatAreThere() throws InputException {
        assertEquals(List.of("BLR"), read().events().get(1).touches());
    }

    @Test
    void aBlocOnRecordThatShutsAnotherOutIsKept() throws InputException {
        assertEquals(
                List.of("SCO", "EU"),
                Objects.requireNonNull(read().blocs().get("BRICS")).exclusiveWith());
    }

    @Test
    void whatIsLeftOutIsNoted() throws InputException {
        var notes = read().leftOut().stream()
                .map(note -> note.replace(folder + "/", ""))
                .toList();
        assertEquals(
                List.of(
                        "blocs/sco.json: /blocs/SCO/founders/1: no state TJK here; left out",
                        "blocs/sco.json: /blocs/SCO/stances/RUS: no state RUS here; left out",
                        "blocs/brics.json: /blocs/BRICS/exclusiveWith/2: no bloc OAS here; left out",
                        "blocs/sco.json: /events/sco-odd: no state TJK here; left out",
                        "blocs/sco.json: /events/sco-road/states/1: no state KAZ here; left out",
                        "blocs/sco.json: /events/sco-war/states/1: no state KAZ here; left out",
                        "blocs/sco.json: /events/sco-war: too few are left; left out"),
                notes);
    }

    @Test
    void aWrongCodeInTheFileItselfIsAProblem() throws IOException {
        SmallScenario.write(
                folder,
                "whole.json",
                WHOLE.replace("\"focus\"", "\"events\": {\"sco-new\": {\"state\": \"UZN\"}}, \"focus\""));
        assertEquals(
                List.of(
                        "whole.json:3 /events/sco-new/state: no state has the code \"UZN\"; did you mean \"UZB\"? Codes stand"
                                + " under /states."),
                SmallScenario.problemsOf(file));
    }

    @Test
    void aWrongCodeInASettingIsAProblem() {
        assertEquals(
                1, SmallScenario.problemsOf(file, "/events/sco-new/state=UZN").size());
    }

    @Test
    void aStateTakenAwayLaterTakesItsEventsAlong() throws InputException {
        var scenario = read().with(List.of(Setting.parse("/states/UZB=null")));
        assertTrue(scenario.events().stream().noneMatch(event -> event.id().equals("sco-new")));
    }

    @Test
    void aStateAddedBySettingBringsItsEventsIn() throws InputException {
        var scenario = new ScenarioReader().read(file, List.of("/states/TJK={}"));
        assertTrue(scenario.events().stream().anyMatch(event -> event.id().equals("sco-odd")));
    }

    @Test
    void aPartIsNoScenario() {
        assertEquals(
                List.of(
                        "blocs/sco.json:1: this is a part of scenarios, with no focus, horizon or states of its own; name it under"
                                + " \"extends\" of a scenario."),
                SmallScenario.problemsOf(folder.resolve("blocs/sco.json")).stream()
                        .map(problem -> problem.replace(folder + "/", "blocs/").replace("blocs/blocs/", "blocs/"))
                        .map(problem -> problem.startsWith("blocs/") ? problem : "blocs/" + problem)
                        .toList());
    }

    @Test
    void aPartIsCheckedByItself() throws InputException {
        assertEquals(new Part(List.of("SCO"), 4), new ScenarioReader().part(folder.resolve("blocs/sco.json")));
    }

    @Test
    void aScenarioIsNoPart() throws InputException {
        assertNull(new ScenarioReader().part(file));
    }

    @Test
    void whatAPartMustGiveIsMissed() throws IOException {
        var part = SmallScenario.write(folder, "part.json", SCO.replace(", \"bloc\": \"SCO\"", ""));
        var wrong = assertThrows(InputException.class, () -> new ScenarioReader().part(part));
        assertEquals(
                List.of("/events/sco-odd/bloc"),
                wrong.problems().stream().map(problem -> problem.pointer()).toList());
    }

    @Test
    void aStateThatThePanelLacksIsAProblemInAPart() throws IOException {
        var part = SmallScenario.write(folder, "part.json", SCO);
        var reader = new ScenarioReader(code -> !code.equals("TJK"));
        var wrong = assertThrows(InputException.class, () -> reader.part(part));
        assertEquals("/blocs/SCO/founders/1", wrong.problems().get(0).pointer());
    }

    @Test
    void filesThatExtendEachOtherTwiceOverAreTooManyInTheEnd() throws IOException {
        for (int i = 0; i < 20; i++) {
            var next = "\"f" + (i + 1) + "\"";
            SmallScenario.write(folder, "f" + i + ".json", "{\"extends\": [" + next + ", " + next + "]}");
        }
        SmallScenario.write(folder, "f20.json", SmallScenario.JSON);
        var problems = SmallScenario.problemsOf(folder.resolve("f0.json"));
        assertTrue(problems.get(0).contains("more than 100 files extend each other"), problems.get(0));
    }

    @Test
    void anItemThatIsNoPathIsNamed() throws IOException {
        SmallScenario.write(folder, "whole.json", WHOLE.replace("\"blocs/sco\"", "7"));
        assertEquals(
                List.of(
                        "whole.json:2 /extends/0: the number 7 does not fit here; give a path such as \"../belarus-sco\", or a list"
                                + " of paths."),
                SmallScenario.problemsOf(file));
    }
}
