package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyReaderTest {
    private static final String STUDY = """
            {
              "scenario": "small",
              "factors": {
                "network": {"pointer": "/parameters/weightNetwork", "type": "range", "low": 5, "high": 9},
                "rule": {"pointer": "/blocs/SCO/admission", "type": "list", "values": {
                  "all": {"rule": "no-objection"}, "most": {"rule": "majority", "share": 0.6}}}
              },
              "design": {"type": "latin-hypercube", "points": 10},
              "outputs": {
                "member_from": {"type": "first-date", "bloc": "SCO", "state": "BLR", "status": "member"}
              }
            }
            """;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @BeforeEach
    void writeScenario() throws IOException {
        SmallScenario.write(folder, "small.json", SmallScenario.JSON);
    }

    private Study read(String text) throws IOException, InputException {
        return StudyReader.read(SmallScenario.write(folder, "study.json", text));
    }

    private List<String> problems(String text) throws IOException {
        try {
            read(text);
            return List.of();
        } catch (InputException wrong) {
            return wrong.problems().stream()
                    .map(InputProblem::toString)
                    .map(each -> each.replace(folder + "/", ""))
                    .toList();
        }
    }

    private static boolean fitsSchema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(StudyKeys.schema())
                .validate(text, InputFormat.JSON)
                .isEmpty();
    }

    @Test
    void aValueByLabelIsARuleOfDecision() throws IOException, InputException {
        var most = read(STUDY).factors().get(1).grid(1);
        assertEquals("most", most.cell());
    }

    @Test
    void theSeedIsTheScenariosUnlessGiven() throws IOException, InputException {
        assertEquals(1, read(STUDY).seed());
    }

    @Test
    void everyProblemIsToldAtOnceWithItsLine() throws IOException {
        var wrong = STUDY.replace("\"bloc\": \"SCO\"", "\"bloc\": \"SCP\"")
                .replace("\"low\": 5", "\"low\": 15")
                .replace("\"points\": 10", "\"points\": 0");
        assertEquals(
                List.of(
                        "study.json:4 /factors/network/low: the least value is not below the greatest; give a \"low\" below 9.",
                        "study.json:8 /design/points: the number 0 is out of range; give a whole number from 1 to 100000000.",
                        "study.json:10 /outputs/member_from/bloc: the scenario has no bloc \"SCP\"; did you mean \"SCO\"? Give one"
                                + " of its own."),
                problems(wrong));
    }

    @Test
    void aValueThatTheScenarioCannotHaveIsAProblemOfItsFactor() throws IOException {
        var found = problems(STUDY.replace("\"high\": 9", "\"high\": 900"));
        assertEquals(1, found.size());
        assertTrue(
                found.get(0)
                        .startsWith("study.json:4 /factors/network/pointer: the scenario is not valid with \"900\""),
                found.get(0));
    }

    @Test
    void aColumnOfEveryStudyIsNoNameForAnOutput() throws IOException {
        assertTrue(problems(STUDY.replace("member_from", "replicate")).get(0).contains("another column \"replicate\""));
    }

    @Test
    void anIntervalIsAskedOfANumberOnly() throws IOException {
        var until =
                STUDY.replace("\"design\"", "\"until\": {\"output\": \"member_from\", \"halfWidth\": 0.1}, \"design\"");
        assertTrue(problems(until).get(0).contains("there is no output \"member_from\" that is a number"));
    }

    @Test
    void aListOfPointsIsReadByTheNamesOfFactors() throws IOException, InputException {
        Files.writeString(folder.resolve("points.csv"), "rule,network\nmost,5.5\nall,7\n");
        var study = read(STUDY.replace("\"latin-hypercube\", \"points\": 10", "\"list\", \"file\": \"points.csv\""));
        assertEquals(
                List.of(List.of(5.5, "most"), List.of(7.0, "all")),
                study.listed().stream()
                        .map(row -> row.stream().map(Level::cell).toList())
                        .toList());
    }

    @Test
    void aWrongValueInAListOfPointsIsToldWithItsLine() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "rule,network\nmost,5.5\nnone,7\n");
        assertEquals(
                List.of("points.csv:3 rule: \"none\" is no value of this factor; give one of all, most."),
                problems(STUDY.replace("\"latin-hypercube\", \"points\": 10", "\"list\", \"file\": \"points.csv\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus-sweep", "belarus-morris", "belarus-sobol", "admission-rules"})
    void theBundledStudiesAreValidAndFitTheSchema(String name) throws IOException, InputException {
        var file = Path.of("scenarios", "studies", name + ".json");
        StudyReader.read(file);
        assertTrue(fitsSchema(Files.readString(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"points\": 10|\"points\": \"many\"",
                "\"design\"|\"desing\"",
                "\"high\": 9|\"levels\": 3",
                "\"type\": \"range\"|\"type\": \"list\"",
                "\"scenario\": \"small\"|\"scenario\": null",
                "member_from|memberFrom"
            })
    void whatTheReaderRefusesForItsShapeTheSchemaDoesToo(String change) throws IOException {
        var parts = change.split("\\|", -1);
        var wrong = STUDY.replace(parts[0], parts[1]);
        assertFalse(problems(wrong).isEmpty());
        assertFalse(fitsSchema(wrong));
    }

    @Test
    void anEmptyLabelIsAProblemSinceItCouldNotBeToldFromAMissingValue() throws IOException {
        assertEquals(
                List.of(
                        "study.json:6 /factors/rule/values/: the value has an empty label; give it a name that can stand in a table."),
                problems(STUDY.replace("\"all\"", "\"\"")));
    }
}
