package blocsim.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known word that a mistyped one was probably meant to be. */
class NearestTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "ca,abc,3", "UZN,UZB,1", "ab,ba,1", "a,'',1", "same,same,0"})
    void distanceCountsChangesAndSwaps(String a, String b, int distance) {
        assertEquals(distance, Nearest.distance(a, b));
    }

    @Test
    void theFirstOfTheNearestIsTaken() {
        assertEquals("patrons", Nearest.of("patron", List.of("panel", "patrons", "patronx")));
    }

    @Test
    void nothingIsNearAWordThatIsQuiteDifferent() {
        assertNull(Nearest.of("zzz", List.of("patrons", "panel")));
    }
}
