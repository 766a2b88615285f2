package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WideCsvTest {
    private static WideCsv parse(String text, int codes) {
        return WideCsv.parse(text.getBytes(StandardCharsets.US_ASCII), codes, 1);
    }

    @Test
    void cellsAreReadRowByRow() {
        WideCsv table = parse("iso3,1995,1996\nAAA,1.5,\nBBB,,-2\n", 1);
        assertEquals(List.of("AAA", "BBB"), table.keys());
        assertArrayEquals(new double[] {1.5, Double.NaN, Double.NaN, -2}, table.values());
    }

    @Test
    void pairsHaveTwoCodes() {
        assertEquals(
                List.of("AAA", "BBB", "AAA", "CCC"),
                parse("a,b,2000\nAAA,BBB,1\nAAA,CCC,2\n", 2).keys());
    }

    @Test
    void codesAreListedOnceInOrder() {
        assertEquals(
                List.of("AAA", "BBB", "CCC"),
                parse("a,b,2000\nBBB,CCC,1\nAAA,CCC,2\n", 2).codes());
    }

    @Test
    void decimalsAreReadToTheLastBit() {
        var random = new SplittableRandom(7);
        for (int draw = 0; draw < 1000; draw++) {
            String text = random.nextLong(1_000_000_000L) + "." + random.nextInt(1_000_000);
            assertEquals(
                    Double.parseDouble(text),
                    parse("iso3,1995\nAAA," + text + "\n", 1).values()[0]);
        }
    }

    @Test
    void wordsAreRefused() {
        assertThrows(IllegalStateException.class, () -> parse("iso3,1995\nAAA,x\n", 1));
    }

    @Test
    void yearsMustFollowEachOther() {
        assertThrows(IllegalStateException.class, () -> parse("iso3,1995,1997\nAAA,1,2\n", 1));
    }
}
