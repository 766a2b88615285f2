package blocsim.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON values know where they stand, and merge as RFC 7396 says. */
class JsonSourceTest {
    private static JsonSource json(String text) throws InputException {
        return JsonSource.parse(text, "a.json");
    }

    private static Place placeOf(JsonSource tree, String pointer) {
        return Objects.requireNonNull(tree.at(pointer), pointer).place();
    }

    @Test
    void aValueKnowsItsFileLineColumnAndPointer() throws InputException {
        var tree = json("{\n  \"a\": [1,\n    {\"b/c~d\": true}]\n}");
        assertEquals(new Place("a.json", 3, 15, "/a/1/b~1c~0d"), placeOf(tree, "/a/1/b~1c~0d"));
    }

    @Test
    void aPointerToNothingFindsNothing() throws InputException {
        assertNull(json("{\"a\": [1]}").at("/a/1"));
    }

    /** The examples in appendix A of RFC 7396; null takes a key away also where a whole object is new. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "[\"a\",\"b\"] | [\"c\",\"d\"] | [\"c\",\"d\"]",
                "{\"a\":\"b\"} | [\"c\"] | [\"c\"]",
                "{\"a\":\"foo\"} | null | null",
                "{\"a\":\"foo\"} | \"bar\" | \"bar\"",
                "{\"e\":null} | {\"a\":1} | {\"a\":1,\"e\":null}",
                "[1,2] | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
            })
    void aMergePatchIsApplied(String target, String patch, String outcome) throws InputException {
        assertEquals(
                JsonText.canonical(json(outcome)),
                JsonText.canonical(json(target).patchedWith(json(patch))));
    }

    @Test
    void aPatchedValueKnowsThePatchAndTheRestItsOwnFile() throws InputException {
        var patched = json("{\"a\": {\"b\": 1, \"c\": 2}}")
                .patchedWith(JsonSource.parse("{\n\"a\": {\"b\": 3}}", "patch.json"));
        assertEquals(new Place("patch.json", 2, 12, "/a/b"), placeOf(patched, "/a/b"));
        assertEquals("a.json", placeOf(patched, "/a/c").file());
    }

    @Test
    void aWholeNumberMayBeWrittenWithAnExponent() throws InputException {
        assertEquals(
                true, assertInstanceOf(JsonSource.Numeral.class, json("5e2")).whole());
    }

    @Test
    void aNumberBeyondLongIsNotWhole() throws InputException {
        assertEquals(
                false,
                assertInstanceOf(JsonSource.Numeral.class, json("9223372036854775808"))
                        .whole());
    }

    @Test
    void minusZeroIsZero() throws InputException {
        var number = assertInstanceOf(JsonSource.Numeral.class, json("-0.0"));
        assertEquals(0.0, number.value());
    }

    @Test
    void textAfterTheEndIsRefused() {
        assertThrows(InputException.class, () -> json("{} {}"));
    }
}
