package blocsim.fit;

import blocsim.input.JsonSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that a study names, as seen from its own. */
final class Beside {
    private Beside() {}

    /** The file of a name; null if no file can be called so. */
    static @Nullable Path file(Path study, String name) {
        try {
            return study.resolveSibling(name).normalize();
        } catch (InvalidPathException unusable) {
            return null;
        }
    }

    /** The scenario that a value names, with or without its ending; null if there is none. */
    static @Nullable Path scenario(Path study, @Nullable JsonSource value) {
        if (value instanceof JsonSource.Text text) {
            for (String ending : List.of("", ".json", ".yaml", ".yml")) {
                Path path = file(study, text.text() + ending);
                if (path != null && Files.isRegularFile(path)) {
                    return path;
                }
            }
        }
        return null;
    }
}
