package blocsim.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON as the program writes it. */
class JsonTextTest {
    /** A value to write. */
    public record Run(String name, LocalDate day, double mean, Path file) {}

    @Test
    void aRecordIsWrittenInTheOrderOfItsParts() {
        assertEquals(
                "{\n  \"name\" : \"a\",\n  \"day\" : \"2015-07-10\",\n  \"mean\" : 0.5,\n  \"file\" : \"b.csv\"\n}\n",
                JsonText.write(new Run("a", LocalDate.of(2015, 7, 10), .5, Path.of("b.csv"))));
    }

    @Test
    void aMapKeepsItsOrder() {
        var map = new LinkedHashMap<String, Object>();
        map.put("b", 1);
        map.put("a", List.of());
        assertEquals("{\n  \"b\" : 1,\n  \"a\" : [ ]\n}\n", JsonText.write(map));
    }

    /** Double.toString gives 1.9999999999999998E23 before Java 19. */
    @Test
    void aNumberIsSpelledInTheFewestDigitsOnEveryJava() {
        assertEquals("[\n  2.0E23\n]\n", JsonText.write(List.of(Double.parseDouble("2e23"))));
    }

    @Test
    void aNumberThatIsNotFiniteBecomesNull() {
        assertEquals("[\n  null\n]\n", JsonText.write(List.of(Double.NaN)));
    }

    @Test
    void aTreeIsWrittenAsWhatItHolds() throws InputException {
        var tree = JsonSource.parse("{\"b\": [1.50, \"x\", true, null], \"a\": {}}", "a.json");
        assertEquals(JsonText.canonical(tree), JsonText.canonical(JsonSource.parse(JsonText.write(tree), "written")));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> JsonText.write(Map.of("a", new Object())));
    }

    @ParameterizedTest
    @CsvSource({"1.50,1.5", "5e2,500", "0.000,0", "-0,0", "1e300,1E+300", "1e-300,1E-300", "100,100", "0.07,0.07"})
    void aNumberHasOneSpelling(String written, String spelling) throws InputException {
        assertEquals(spelling, JsonText.canonical(JsonSource.parse(written, "a.json")));
    }

    @Test
    void theOrderOfKeysDoesNotMatter() throws InputException {
        assertEquals(
                JsonText.canonical(JsonSource.parse("{\"a\":1,\"b\":2}", "a.json")),
                JsonText.canonical(JsonSource.parse("{\"b\":2.0,\"a\":1}", "a.json")));
    }

    /** The digest of the empty text in FIPS 180-4's examples. */
    @Test
    void theHashIsSha256() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", JsonText.sha256(""));
    }
}
