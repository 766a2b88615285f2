package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocNameTest {
    @ParameterizedTest
    @CsvSource({"SCO, the SCO", "EU, the EU", "NATO, NATO", "ASEAN, ASEAN", "BRICS, BRICS"})
    void onlyAnAbbreviationThatIsSpelledOutHasAnArticle(String code, String name) {
        assertEquals(name, BlocName.of(code));
    }
}
