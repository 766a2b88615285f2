package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Charts drawn anew beside those that a command left. */
final class Redrawn {
    private Redrawn() {}

    /** Draws a folder's charts into another one, and expects the bytes of those that stand in a third. */
    static void same(Path folder, Path charts, Path into) throws IOException {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        int status = Main.commandLine(writer, writer)
                .execute("charts", folder.toString(), "--out", into.toString(), "--format", "svg");
        assertEquals(0, status, text::toString);
        var expected = svgs(charts);
        assertFalse(expected.isEmpty());
        assertEquals(expected, svgs(into));
    }

    private static Map<String, String> svgs(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".svg")).toList()) {
                found.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }
}
