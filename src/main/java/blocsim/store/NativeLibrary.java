package blocsim.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * DuckDB unpacks its library of 70 MB into the system's temporary folder and removes it when the program ends in good order. A
 * program that is killed would leave it there, so on Linux it is removed as soon as it is loaded: what is loaded stays usable.
 */
final class NativeLibrary {
    private static boolean forgotten;

    private NativeLibrary() {}

    static synchronized void forgetFile() {
        var maps = Path.of("/proc/self/maps");
        if (forgotten || !Files.isReadable(maps)) {
            return;
        }
        forgotten = true;
        var temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try (var lines = Files.lines(maps, StandardCharsets.UTF_8)) {
            var files = lines.map(line -> line.substring(Math.max(0, line.indexOf('/'))))
                    .filter(file -> file.matches(".*/libduckdb_java\\d+\\.so"))
                    .distinct()
                    .map(Path::of)
                    .filter(file -> temporary.equals(file.getParent()))
                    .toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            // It is removed when the program ends.
        }
    }
}
