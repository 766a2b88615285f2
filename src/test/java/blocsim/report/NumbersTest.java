package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u2212', '-');
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "1, 100 %",
        ".423, 42 %",
        ".041, 4.1 %",
        ".0999, 10 %",
        ".956, 95.6 %",
        ".0001, under 0.1 %",
        ".9999, over 99.9 %"
    })
    void sharesHaveDigitsThatTell(double share, String text) {
        assertEquals(text, plain(Numbers.percent(share)));
    }

    @Test
    void aShareComesWithItsInterval() {
        assertEquals("42 % (95 % interval 38 to 46 %)", plain(Numbers.percent(new Estimate(.42, .38, .46))));
    }

    @Test
    void aDifferenceIsSigned() {
        assertEquals(
                "-0.9 points (95 % interval -2.1 to +0.3)", plain(Numbers.points(new Estimate(-.009, -.021, .003))));
    }

    @Test
    void nothingHasNoSign() {
        assertEquals("0.0 points", plain(Numbers.points(-.0001)));
    }

    @Test
    void aDayIsInWords() {
        assertEquals("4 July 2024", plain(Numbers.day(LocalDate.of(2024, 7, 4))));
    }

    @Test
    void aDateNotReachedIsNever() {
        assertEquals("never", Numbers.month(null));
    }
}
