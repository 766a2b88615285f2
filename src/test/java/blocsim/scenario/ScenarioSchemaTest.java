package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema and the reader accept and refuse the same files, as far as shape goes. */
class ScenarioSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.json());

    @TempDir
    private Path folder = Path.of("set by JUnit");

    static List<String> errors(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static boolean accepts(String text) {
        return errors(text).isEmpty();
    }

    private boolean reads(String text) throws IOException {
        SmallScenario.write(folder, "base.json", SmallScenario.JSON);
        return SmallScenario.problemsOf(SmallScenario.write(folder, "case.json", text))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "belarus-sco.json",
                "belarus-crossroads.json",
                "brics-2024.json",
                "iran-sco.json",
                "caucasus-2025.json",
                "forecast-2035.json",
                "forecast-2035/calibrated.json",
                "belarus-crossroads/brics-stays-shut.json",
                "iran-sco/no-un-sanctions.json",
                "belarus-sco/objection-never-lifted.json",
                "belarus-sco/no-guarantee.json",
                "belarus-sco/west-stays-open.json",
                "belarus-sco/kremlin-reliance-halved.json"
            })
    void theBundledScenariosFitTheSchema(String file) throws IOException {
        assertEquals(List.of(), errors(Files.readString(Path.of("scenarios").resolve(file))));
    }

    @Test
    void theSmallScenarioFitsTheSchema() {
        assertEquals(List.of(), errors(SmallScenario.JSON));
    }

    /** Patches that are right, each on the small scenario. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"seed\": -3",
                "\"horizon\": {\"step\": \"P1M\"}",
                "\"dataUntil\": \"2005-01-01\"",
                "\"dataUntil\": null",
                "\"states\": {\"IND\": {}, \"UZB\": {\"need\": {\"2005\": 0.5, \"2007-02-03\": 1}}}",
                "\"states\": {\"BLR\": {\"need\": {\"value\": {\"2005\": 1}, \"evidence\": [\"A3: x\", \"A5: y\"], \"knownFrom\": \"2015-07-01\"}}}",
                "\"states\": {\"BLR\": {\"electionYears\": [2001, 2006]}}",
                "\"states\": {\"BLR\": {\"electionYears\": {\"value\": [2001]}}}",
                "\"states\": {\"BLR\": {\"gdp\": 1e9}}",
                "\"blocs\": {\"SCO\": {\"capacity\": {\"2005\": 2}, \"depth\": {\"value\": 0.1}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"rule\": \"no-objection\"}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"2005\": {\"rule\": \"no-objection\"}}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"rule\": \"majority\", \"share\": 0.5, \"evidence\": \"RULES: x\"}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"2005\": {\"rule\": \"veto-holders\", \"holders\": [\"CHN\"]}}}}",
                "\"blocs\": {\"SCO\": {\"ladder\": {\"member\": {\"admission\": {\"rule\": \"sponsor-required\", \"then\": {\"rule\": \"unanimity\"}}}}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"rule\": \"weighted-majority\", \"share\": 1, \"weights\": {\"CHN\": 2}}}}",
                "\"blocs\": {\"SCO\": {\"security\": {\"rats\": {\"value\": {\"2004\": 0.5}}, \"exercises\": 1}}}",
                "\"blocs\": {\"SCO\": {\"security\": {\"2004\": 0.5}}}",
                "\"blocs\": {\"SCO\": {\"ladder\": {\"partner\": {\"security\": {\"value\": 0.2}}}}}",
                "\"events\": {\"o\": {\"type\": \"offer\", \"bloc\": \"SCO\", \"rung\": \"partner\", \"states\": [\"BLR\"], \"from\": \"2005-01-01\"}}",
                "\"blocs\": {\"SCO\": {\"gates\": {\"g\": {\"type\": \"minimum-years\", \"years\": 1.5, \"rungs\": [\"member\"]}}}}",
                "\"blocs\": {\"SCO\": {\"summits\": {\"usual\": \"--07-01\", \"held\": [\"2001-06-15\"]}}}",
                "\"blocs\": {\"SCO\": {\"ladder\": {\"member\": {\"entryMonths\": {\"value\": 23}}}}}",
                "\"events\": {\"w\": {\"type\": \"war\", \"states\": [\"CHN\", \"UZB\"], \"from\": \"2005-01-01\"}}",
                "\"events\": {\"s\": {\"type\": \"sanctions\", \"sender\": \"UN\", \"target\": \"BLR\", \"inForce\": false, \"from\": \"2005-01-01\"}}",
                "\"parameters\": {\"weightNetwork\": {\"value\": 3}, \"discount\": 1}",
                "\"evidence\": {\"X1\": {\"kind\": \"note\", \"title\": \"t\", \"cites\": [\"D2\"]}, \"notUsed\": {\"A1\": \"why\"}}",
                "\"whatIfs\": [{\"file\": \"base.json\", \"expect\": []}]",
            })
    void bothAccept(String patch) throws IOException {
        var text = "{\"extends\": \"base\", " + patch + "}";
        assertEquals(List.of(), errors(text));
        assertEquals(List.of(), problems(text));
    }

    private List<String> problems(String text) throws IOException {
        SmallScenario.write(folder, "base.json", SmallScenario.JSON);
        return SmallScenario.problemsOf(SmallScenario.write(folder, "case.json", text));
    }

    /** Patches that are wrong, each on the small scenario. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sed\": 3",
                "\"seed\": 1.5",
                "\"seed\": \"1\"",
                "\"seed\": 1e30",
                "\"name\": \"A b\"",
                "\"replicates\": 0",
                "\"horizon\": []",
                "\"horizon\": {\"step\": \"P1D\"}",
                "\"horizon\": {\"start\": \"2001\"}",
                "\"horizon\": {\"start\": \"1801-01-01\"}",
                "\"states\": {\"Blr\": {}}",
                "\"states\": {\"BLR\": {\"need\": 1.5}}",
                "\"states\": {\"BLR\": {\"need\": true}}",
                "\"states\": {\"BLR\": {\"need\": {\"05\": 1}}}",
                "\"states\": {\"BLR\": {\"need\": {\"2005\": 2}}}",
                "\"states\": {\"BLR\": {\"need\": {\"value\": 2}}}",
                "\"states\": {\"BLR\": {\"need\": {\"value\": 1, \"evidense\": \"A1: x\"}}}",
                "\"states\": {\"BLR\": {\"need\": {\"value\": 1, \"evidence\": \"A1\"}}}",
                "\"states\": {\"BLR\": {\"electionYears\": [\"2001\"]}}",
                "\"states\": {\"BLR\": {\"electionYears\": {\"2001\": true}}}",
                "\"states\": {\"BLR\": {\"patrons\": {\"rus\": 1}}}",
                "\"states\": {\"BLR\": 1}",
                "\"blocs\": {\"sco\": {}}",
                "\"blocs\": {\"SCO\": {\"founders\": \"CHN\"}}",
                "\"blocs\": {\"SCO\": {\"capacity\": 1.5}}",
                "\"blocs\": {\"SCO\": {\"ladder\": {\"none\": {\"height\": 1}}}}",
                "\"blocs\": {\"SCO\": {\"ladder\": {\"member\": {\"entryMonths\": {\"2005\": 1}}}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"rule\": \"consensus\"}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"2005\": \"no-objection\"}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"rule\": \"unanimity\", \"share\": 0.5}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"2005\": {\"rule\": \"majority\", \"share\": 2}}}}",
                "\"blocs\": {\"SCO\": {\"admission\": {\"rule\": \"weighted-majority\", \"weights\": {\"chn\": 2}}}}",
                "\"events\": {\"o\": {\"type\": \"offer\", \"until\": \"2005-01-01\"}}",
                "\"extends\": [7]",
                "\"blocs\": {\"SCO\": {\"security\": {\"rats\": 2}}}",
                "\"blocs\": {\"SCO\": {\"security\": {\"drones\": 1}}}",
                "\"blocs\": {\"SCO\": {\"security\": {\"2004\": 0.5, \"rats\": 1}}}",
                "\"blocs\": {\"SCO\": {\"ladder\": {\"partner\": {\"security\": 2}}}}",
                "\"blocs\": {\"SCO\": {\"gates\": {\"g\": {\"type\": \"open\", \"rungs\": []}}}}",
                "\"blocs\": {\"SCO\": {\"gates\": {\"g\": {\"type\": \"closed\", \"rungs\": [], \"years\": 1}}}}",
                "\"blocs\": {\"SCO\": {\"gates\": {\"g\": {\"type\": \"region\", \"rungs\": [], \"continents\": [\"Eurasia\"]}}}}",
                "\"blocs\": {\"SCO\": {\"summits\": {\"usual\": \"07-41\"}}}",
                "\"events\": {\"w\": {\"type\": \"war\", \"objector\": \"CHN\"}}",
                "\"events\": {\"w\": {\"type\": \"expulsion\", \"until\": \"2005-01-01\"}}",
                "\"events\": {\"s\": {\"type\": \"sanctions\", \"inForce\": \"no\"}}",
                "\"parameters\": {\"weightNetwork\": -1}",
                "\"parameters\": {\"weightNetwork\": {\"2005\": 1}}",
                "\"parameters\": {\"weightNetwrok\": 1}",
                "\"evidence\": {\"X1\": {\"kind\": \"rumour\", \"title\": \"t\"}}",
                "\"whatIfs\": {}",
                "\"whatIfs\": [3]",
            })
    void bothRefuse(String patch) throws IOException {
        var text = "{" + (patch.startsWith("\"extends") ? "" : "\"extends\": \"base\", ") + patch + "}";
        assertEquals(List.of(false, false), List.of(accepts(text), reads(text)));
    }

    /** Parts of the small scenario without which it is not complete. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"focus\": {\"state\": \"BLR\", \"bloc\": \"SCO\"},",
                ", \"bloc\": \"SCO\"",
                "\"horizon\": {\"start\": \"2001-01-01\", \"end\": \"2010-12-31\"},",
                ", \"end\": \"2010-12-31\"",
                "\"states\": {\"BLR\": {}, \"CHN\": {}, \"UZB\": {}},",
                "\"ladder\": {\"partner\": {\"height\": 1}, \"member\": {\"height\": 3}},",
                "\"height\": 1",
            })
    void bothMissWhatMustBeGiven(String part) throws IOException {
        var text = SmallScenario.JSON.replace(part, "");
        assertEquals(List.of(false, false), List.of(accepts(text), reads(text)));
    }

    @Test
    void bothMissWhatAnEventOfItsTypeMustGive() throws IOException {
        var text = SmallScenario.JSON.replace(
                "\"events\": {}", "\"events\": {\"w\": {\"type\": \"war\", \"from\": \"2005-01-01\"}}");
        assertEquals(List.of(false, false), List.of(accepts(text), reads(text)));
    }
}
