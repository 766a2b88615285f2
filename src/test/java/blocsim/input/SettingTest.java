package blocsim.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting puts one value in place. */
class SettingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a/b=2 | {\"a\":{\"b\":2,\"c\":[1,2]}}",
                "/a/b=.5 | {\"a\":{\"b\":0.5,\"c\":[1,2]}}",
                "/a/b=-.5e1 | {\"a\":{\"b\":-5,\"c\":[1,2]}}",
                "/a/b=1.5 | {\"a\":{\"b\":1.5,\"c\":[1,2]}}",
                "/a/b=word | {\"a\":{\"b\":\"word\",\"c\":[1,2]}}",
                "/a/b=\"2\" | {\"a\":{\"b\":\"2\",\"c\":[1,2]}}",
                "/a/b={\"x\":.5} | {\"a\":{\"b\":\"{\\\"x\\\":.5}\",\"c\":[1,2]}}",
                "/a/b={\"x\":1} | {\"a\":{\"b\":{\"x\":1},\"c\":[1,2]}}",
                "/a/b=null | {\"a\":{\"c\":[1,2]}}",
                "/a/c/1=7 | {\"a\":{\"b\":1,\"c\":[1,7]}}",
                "/a/c=a=b | {\"a\":{\"b\":1,\"c\":\"a=b\"}}",
                "/d/e~1f=true | {\"a\":{\"b\":1,\"c\":[1,2]},\"d\":{\"e/f\":true}}",
            })
    void aValueIsPutInPlace(String set, String outcome) throws InputException {
        var tree = JsonSource.parse("{\"a\":{\"b\":1,\"c\":[1,2]}}", "a.json");
        assertEquals(outcome, JsonText.canonical(Setting.parse(set).applyTo(tree)));
    }

    @Test
    void whatWasSetKnowsWhereItCameFrom() throws InputException {
        var tree = Setting.parse("/a/b={\"c\":1}").applyTo(JsonSource.parse("{}", "a.json"));
        var value = Objects.requireNonNull(tree.at("/a/b/c"));
        assertEquals(new Place("--set", 0, 0, "/a/b/c"), value.place());
    }

    @Test
    void nothingStandsBelowANumber() throws InputException {
        var tree = JsonSource.parse("{\"a\":1}", "a.json");
        var setting = Setting.parse("/a/b=1");
        assertThrows(InputException.class, () -> setting.applyTo(tree));
    }

    @Test
    void aListHasNoItemBeyondItsEnd() throws InputException {
        var tree = JsonSource.parse("[1]", "a.json");
        var setting = Setting.parse("/1=1");
        assertThrows(InputException.class, () -> setting.applyTo(tree));
    }

    @Test
    void aSettingWithoutPointerIsRefused() {
        assertThrows(InputException.class, () -> Setting.parse("a=1"));
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1", "0.30000000000000004,0.30000000000000004", "100,100", "-0.0,0", "2e-3,0.002"})
    void aNumberIsSetInItsShortestSpelling(double number, String spelling) {
        assertEquals(spelling, JsonText.canonical(Setting.of("/a", number).value()));
    }
}
