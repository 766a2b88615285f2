package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-3, -3",
        "0.5, 0.5",
        "0.000001, 0.000001",
        "0.0000004, 0",
        "-0.0000004, 0",
        "0.0000006, 0.000001",
        "0.1234565, 0.123457",
        "-12.040, -12.04",
        "100, 100",
        "1e12, 1000000000000"
    })
    void aNumberHasAtMostSixDecimalsAndNoZerosAtTheirEnd(double value, String text) {
        assertEquals(text, Decimals.of(value));
    }

    @Test
    void whatIsNotANumberIsEmpty() {
        assertEquals("", Decimals.of(Double.NaN));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Decimals.of(Double.NEGATIVE_INFINITY));
    }
}
