package blocsim.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file holds, the user gets one clear message. */
class HostileFilesTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private String problem(String name, String text) throws IOException {
        return problem(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String problem(String name, byte[] bytes) throws IOException {
        return problem(Files.write(folder.resolve(name), bytes));
    }

    private String problem(Path file) {
        var problems =
                assertThrows(InputException.class, () -> JsonSource.read(file)).problems();
        assertEquals(1, problems.size());
        return problems.get(0).toString().replace(folder + "/", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,\\n \"a\": 2} | a.json:2: the key \"a\" stands twice in one object; keep one of the two.",
                "{\"a\": NaN} | a.json:1: NaN is no number in JSON; give a finite number.",
                "{\"a\": Infinity} | a.json:1: Infinity is no number in JSON; give a finite number.",
                "{\"a\": 1e999} | a.json:1 /a: the number 1e999 is too large; give a number of an ordinary size.",
                "{\"a\": 1e-999} | a.json:1 /a: the number 1e-999 is too close to 0; give a number of an ordinary size.",
                "{\"a\": 1e99999999999} | a.json:1 /a: the number 1e99999999999 is too large; give a number of an ordinary size.",
                "{\"a\": 01} | a.json:1: invalid numeric value: Leading zeroes not allowed; check brackets, commas and quotes on this line and the one before.",
                "{\"a\": 1 | a.json:1: unexpected end-of-input: expected close marker for Object; check brackets, commas and quotes on this line and the one before.",
                "{\\n\"a\": 1,} | a.json:2: unexpected character ('}'): was expecting double-quote to start field name; check brackets, commas and quotes on this line and the one before.",
                "{} {} | a.json:1: more text follows the end of the document; keep one document in a file.",
            })
    void brokenJsonIsNamedWithItsLine(String text, String message) throws IOException {
        assertEquals(message, problem("a.json", text.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: &x [1, 2]\\nb: *x | a.yaml:1 /a: YAML anchors and aliases (& and *) are not allowed; write the value out.",
                "a: 1\\nb: *x | a.yaml:2 /b: YAML anchors and aliases (& and *) are not allowed; write the value out.",
                "a: !!java.net.URL [x] | a.yaml:1 /a: YAML tags (!) are not allowed; write the value without a tag.",
                "a: .nan | a.yaml:1 /a: \".nan\" is not a number as JSON writes it; write a finite decimal number such as 0.5, or put a text into quotes.",
                "a: 1\\na: 2 | a.yaml:2: the key \"a\" stands twice in one object; keep one of the two.",
                "a: 1\\n---\\nb: 2 | a.yaml:3: more text follows the end of the document; keep one document in a file.",
                "a: [1 | a.yaml:1: while parsing a flow sequence; check brackets, commas and quotes on this line and the one before.",
            })
    void brokenYamlIsNamedWithItsLine(String text, String message) throws IOException {
        assertEquals(message, problem("a.yaml", text.replace("\\n", "\n")));
    }

    @Test
    void aBillionLaughsAreRefusedAtTheFirst() throws IOException {
        var text = new StringBuilder("a0: &a0 [ha]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        assertEquals(
                "laughs.yaml:1 /a0: YAML anchors and aliases (& and *) are not allowed; write the value out.",
                problem("laughs.yaml", text.toString()));
    }

    @ParameterizedTest
    @CsvSource({"deep.json", "deep.yaml"})
    void deepNestingIsRefused(String name) throws IOException {
        var problem = problem(name, "[".repeat(100_000));
        assertEquals(name + ":1: more than 64 objects or lists stand in each other", problem.replaceFirst(";.*", ""));
    }

    @Test
    void aVeryLongNumberIsRefused() throws IOException {
        assertEquals(
                "long.json:1: a number has more than 60 characters",
                problem("long.json", "[" + "9".repeat(100_000) + "]"));
    }

    @Test
    void aVeryLongTextIsRefused() throws IOException {
        assertEquals(
                "long.json:1: a text has more than 100,000 characters",
                problem("long.json", "[\"" + "x".repeat(200_000) + "\"]"));
    }

    @Test
    void aVeryLongKeyIsRefused() throws IOException {
        assertEquals(
                "long.json:1: a key has more than 1000 characters",
                problem("long.json", "{\"" + "x".repeat(60_000) + "\": 1}"));
    }

    @Test
    void tooManyValuesAreRefused() throws IOException {
        var file = Files.writeString(folder.resolve("many.json"), "[" + "1,".repeat(2000) + "1]");
        var limits = new InputLimits(10_000, 64, 1000, 100);
        var problems = assertThrows(InputException.class, () -> JsonSource.read(file, limits))
                .problems();
        assertEquals(
                "the file has more than 1,000 keys and values", problems.get(0).what());
    }

    @Test
    void aHundredMegabytesAreRefusedUnread() throws IOException {
        var file = folder.resolve("huge.json");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L << 20);
        }
        assertEquals(
                "huge.json: the file is larger than 16,777,216 bytes; a scenario or study is a few hundred kilobytes at most;"
                        + " put series into CSV files.",
                problem(file));
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        assertEquals(
                "latin.json:2: the text is not UTF-8 from byte 9 on; save the file in the encoding UTF-8.",
                problem("latin.json", "{\n\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aByteOrderMarkIsAccepted() throws IOException, InputException {
        var file = Files.writeString(folder.resolve("bom.json"), "\uFEFF{\"a\": 1}");
        assertEquals("{\"a\":1}", JsonText.canonical(JsonSource.read(file)));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertEquals("empty.json:1: the file is empty; write an object: { … }.", problem("empty.json", ""));
    }

    @Test
    void aDirectoryIsRefused() {
        assertEquals(
                folder + ": is a directory, not a file; name a file in it.",
                problem(folder).toString());
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals(
                "none.json: there is no such file; check the name and the folder.",
                problem(folder.resolve("none.json")));
    }
}
