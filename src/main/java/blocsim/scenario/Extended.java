package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario file with all that it extends, merged into one tree. */
final class Extended {
    /** What a scenario says of itself, and what one that extends it does not take over. */
    private static final List<String> OWN = List.of("name", "title", "description", "whatIfs");

    private static final List<String> ENDINGS = List.of("", ".json", ".yaml", ".yml");

    private final Problems problems;

    private Extended(Problems problems) {
        this.problems = problems;
    }

    /** The merged tree; null if there is nothing to go on with. Problems of every file on the way are added. */
    static JsonSource.@Nullable Members read(Path file, Problems problems) {
        return new Extended(problems).chain(file);
    }

    private JsonSource.@Nullable Members chain(Path file) {
        Deque<JsonSource.Members> layers = new ArrayDeque<>();
        Map<Path, Path> seen = new LinkedHashMap<>();
        @Nullable Path next = file;
        boolean whole = true;
        while (next != null) {
            var path = next;
            seen.put(identity(path), path);
            next = null;
            var layer = layer(path);
            if (layer == null) {
                whole = false;
                continue;
            }
            layers.addFirst(layer);
            var base = layer.get("extends");
            whole &= base == null || base instanceof JsonSource.Text || base instanceof JsonSource.Nothing;
            if (layer.get("extends") instanceof JsonSource.Text extended) {
                next = resolve(path, extended);
                whole &= next != null;
                if (next != null && seen.containsKey(identity(next))) {
                    var names = new ArrayList<>(seen.values());
                    names.add(next);
                    problems.at(
                            extended,
                            "the scenarios extend each other in a circle: "
                                    + String.join(
                                            " → ",
                                            names.stream().map(Path::toString).toList()),
                            "Take one \"extends\" away.");
                    return null;
                }
            }
        }
        return whole ? merged(layers) : null;
    }

    private JsonSource.@Nullable Members layer(Path path) {
        try {
            var tree = JsonSource.read(path);
            if (tree instanceof JsonSource.Members object) {
                Shape.checkFile(object, problems);
                return object;
            }
            problems.at(tree, "a scenario is an object, and this is " + tree.described(), "Write { … }.");
        } catch (InputException unreadable) {
            problems.addAll(unreadable.problems());
        }
        return null;
    }

    private static JsonSource.Members merged(Deque<JsonSource.Members> layers) {
        var first = layers.getFirst();
        var tree = new JsonSource.Members(first.place(), Map.of());
        for (var layer : layers) {
            var members = new LinkedHashMap<>(tree.members());
            OWN.forEach(members::remove);
            tree = (JsonSource.Members) new JsonSource.Members(tree.place(), members).patchedWith(layer);
        }
        var members = new LinkedHashMap<>(tree.members());
        members.remove("extends");
        members.remove("$schema");
        return new JsonSource.Members(layers.getLast().place(), members);
    }

    private @Nullable Path resolve(Path file, JsonSource.Text name) {
        try {
            for (var ending : ENDINGS) {
                var path = file.resolveSibling(name.text() + ending).normalize();
                if (Files.isRegularFile(path)) {
                    return path;
                }
            }
        } catch (InvalidPathException unusable) {
            // falls through to the message below
        }
        problems.at(
                name,
                "there is no scenario " + Quote.of(name.text()) + " beside this file",
                "Give a path from this file, such as \"../belarus-sco\".");
        return null;
    }

    private static Path identity(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** A file's name without its ending, made fit for a name. */
    static String nameOf(Path file) {
        var last = file.getFileName();
        var stem = last == null ? "" : last.toString().replaceFirst("\\.[^.]*$", "");
        var name = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "scenario" : name.substring(0, Math.min(80, name.length()));
    }
}
