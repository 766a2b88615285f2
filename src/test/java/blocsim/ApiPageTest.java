package blocsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs of the API's page print what stands under them; {@code mvn test -Dtest=ApiPageTest -Dupdate=true} writes it anew. They are
 * compiled as printed, against the classes alone.
 */
class ApiPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "api.md");
    private static final Pattern PROGRAM =
            Pattern.compile("<!-- runs: (\\w+) -->\n```java\n(.*?)```\n\n```text\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    static Stream<String> programs() throws IOException {
        return PROGRAM.matcher(Files.readString(PAGE)).results().map(program -> program.group(1));
    }

    @Test
    void thePageHasPrograms() throws IOException {
        assertTrue(programs().count() >= 3);
    }

    @Test
    void theFirstProgramHasAtMostTwentyLines() throws IOException {
        assertTrue(
                program(programs().findFirst().orElseThrow()).group(2).lines().count() <= 20);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programPrintsWhatStandsUnderIt(String name) throws Exception {
        var program = program(name);
        String printed = printed(name, program.group(2));
        if (Boolean.getBoolean("update")) {
            var text = Files.readString(PAGE);
            var renewed = new StringBuilder(text).replace(program.start(3), program.end(3), printed);
            Files.writeString(PAGE, renewed);
        } else {
            assertEquals(program.group(3), printed, PAGE + " is stale: run this test with -Dupdate=true");
        }
    }

    private static MatchResult program(String name) throws IOException {
        Matcher matcher = PROGRAM.matcher(Files.readString(PAGE));
        return matcher.results()
                .filter(found -> found.group(1).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String printed(String name, String source) throws Exception {
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        var said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        file.toString());
        assertEquals(0, status, said.toString(StandardCharsets.UTF_8));
        var out = System.out;
        var captured = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
                var stream = new PrintStream(captured, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(out);
        }
        return captured.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
