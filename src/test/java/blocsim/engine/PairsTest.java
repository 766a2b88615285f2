package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of few states have a slot each, those of many are hashed: both must find what was added. */
class PairsTest {
    /** Every third of all pairs of 40 states that lie far apart, the second state named first. */
    private static SortedMap<Integer, Integer> fill(Pairs pairs, int states) {
        var numbers = new TreeMap<Integer, Integer>();
        for (int n = 0; n < 40 * 40; n += 3) {
            int i = n / 40 * (states / 40);
            int j = n % 40 * (states / 40);
            if (i < j) {
                numbers.put(i * states + j, pairs.add(j, i));
            }
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 257, 5000})
    void eachPairIsFoundUnderItsOwnNumberInEitherOrder(int states) {
        var pairs = new Pairs(states);
        fill(pairs, states).forEach((pair, number) -> {
            assertEquals(number, pairs.find(pair / states, pair % states));
            assertEquals(number, pairs.find(pair % states, pair / states));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 5000})
    void aPairThatWasNotAddedHasNoNumber(int states) {
        var pairs = new Pairs(states);
        var added = fill(pairs, states);
        int apart = states / 40;
        long found = IntStream.range(0, 40 * 40)
                .filter(n -> n / 40 < n % 40)
                .filter(n -> !added.containsKey(n / 40 * apart * states + n % 40 * apart))
                .filter(n -> pairs.find(n / 40 * apart, n % 40 * apart) >= 0)
                .count();
        assertEquals(0, found);
    }

    @Test
    void whatIsAddedAgainKeepsItsNumber() {
        var pairs = new Pairs(300);
        int first = pairs.add(7, 290);
        pairs.add(1, 2);
        assertEquals(first, pairs.add(290, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 5000})
    void nothingIsFoundAfterForgetting(int states) {
        var pairs = new Pairs(states);
        var added = fill(pairs, states);
        pairs.clear();
        pairs.add(0, states - 1);
        assertEquals(
                0,
                added.keySet().stream()
                        .filter(pair -> pairs.find(pair / states, pair % states) >= 0)
                        .count());
    }
}
