package blocsim.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "scenarios/belarus-sco.json, scenarios/belarus-sco.json",
                "my scenarios/a.json, 'my scenarios/a.json'",
                "it's.json, 'it'\\''s.json'",
                "/states/BLR/patrons/RUS=0.2, '/states/BLR/patrons/RUS=0.2'"
            })
    void aWordThatAShellWouldChangeIsQuoted(String word, String quoted) {
        assertEquals(quoted, Quote.forShell(word));
    }
}
