package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.Place;
import blocsim.input.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A scenario file with all that it extends, merged into one tree. */
final class Extended {
    /** What a scenario says of itself, and what one that extends it does not take over. */
    private static final List<String> OWN = List.of("name", "title", "description", "whatIfs");

    /** What only a whole scenario has, and no part. */
    static final List<String> WHOLE = List.of("focus", "horizon", "states");

    private static final List<String> ENDINGS = List.of("", ".json", ".yaml", ".yml");

    private static final int MOST_FILES = 100;

    private final Problems problems;
    private final Map<Path, Path> open = new LinkedHashMap<>();
    private final List<JsonSource.Members> layers = new ArrayList<>();
    private final SortedSet<String> parts = new TreeSet<>();
    private final List<Path> paths = new ArrayList<>();
    private int files;
    private boolean whole = true;

    private final @Nullable Path within;

    private Extended(Problems problems, @Nullable Path within) {
        this.problems = problems;
        this.within = within;
    }

    /**
     * Files merged into one tree.
     *
     * @param parts the files among them that are parts, as they were named
     */
    record Merged(JsonSource.Members tree, SortedSet<String> parts) {}

    /** The merged tree; null if there is nothing to go on with. Problems of every file on the way are added. */
    static @Nullable Merged read(Path file, Problems problems) {
        var extended = new Extended(problems, null);
        extended.add(file);
        return extended.whole ? new Merged(merged(extended.layers), extended.parts) : null;
    }

    /**
     * A text merged with what it extends; null if there is nothing to go on with.
     *
     * @param file the file it would be
     * @param within the folder outside of which it may name no file
     */
    static @Nullable Merged parse(String text, Path file, Path within, Problems problems) {
        var extended = new Extended(problems, within);
        try {
            if (JsonSource.parse(text, file) instanceof JsonSource.Members object) {
                Shape.checkFile(object, problems);
                var panel = object.get("panel");
                if (panel != null) {
                    problems.at(panel, "a scenario that is no file cannot bring tables", "Run it from a file instead.");
                }
                var own = new LinkedHashMap<>(object.members());
                own.remove("whatIfs");
                extended.add(file, new JsonSource.Members(object.place(), own));
            } else {
                problems.add(Place.of(file.toString()).problem("a scenario is an object", "Write { … }."));
                return null;
            }
        } catch (InputException unreadable) {
            problems.addAll(unreadable.problems());
            return null;
        }
        return extended.whole ? new Merged(merged(extended.layers), extended.parts) : null;
    }

    /** The files that a file is merged from, each as it was found; some more than once. */
    static List<Path> files(Path file) {
        var extended = new Extended(new Problems(), null);
        extended.add(file);
        return extended.paths;
    }

    /** Whether a tree is a part of scenarios: it describes blocs, and has nothing that only a whole scenario has. */
    static boolean isPart(JsonSource.Members tree) {
        return tree.get("blocs") != null
                && tree.get("extends") == null
                && WHOLE.stream().allMatch(key -> tree.get(key) == null);
    }

    /** Adds what a file extends, then the file itself. */
    private void add(Path path) {
        var layer = layer(path);
        if (layer == null) {
            files++;
            paths.add(path);
            whole = false;
            return;
        }
        add(path, layer);
    }

    private void add(Path path, JsonSource.Members layer) {
        files++;
        paths.add(path);
        open.put(identity(path), path);
        if (isPart(layer)) {
            parts.add(layer.place().file());
        }
        for (var base : bases(layer)) {
            if (base instanceof JsonSource.Text text) {
                extend(path, text);
            } else {
                whole = false;
            }
        }
        open.remove(identity(path));
        layers.add(layer);
    }

    private static List<JsonSource> bases(JsonSource.Members layer) {
        var base = layer.get("extends");
        if (base instanceof JsonSource.Items list) {
            return list.items();
        }
        return base == null || base instanceof JsonSource.Nothing ? List.of() : List.of(base);
    }

    private void extend(Path path, JsonSource.Text name) {
        var next = resolve(path, name);
        if (next == null) {
            whole = false;
        } else if (open.containsKey(identity(next))) {
            var names = new ArrayList<>(open.values());
            names.add(next);
            problems.at(
                    name,
                    "the scenarios extend each other in a circle: "
                            + String.join(
                                    " → ", names.stream().map(Path::toString).toList()),
                    "Take one \"extends\" away.");
            whole = false;
        } else if (files >= MOST_FILES) {
            problems.at(name, "more than " + MOST_FILES + " files extend each other", "Extend fewer.");
            whole = false;
        } else {
            add(next);
        }
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

    private static JsonSource.Members merged(List<JsonSource.Members> layers) {
        var first = layers.get(0);
        var tree = new JsonSource.Members(first.place(), Map.of());
        for (var layer : layers) {
            var members = new LinkedHashMap<>(tree.members());
            OWN.forEach(members::remove);
            tree = (JsonSource.Members) new JsonSource.Members(tree.place(), members).patchedWith(layer);
        }
        var members = new LinkedHashMap<>(tree.members());
        members.remove("extends");
        members.remove("$schema");
        return new JsonSource.Members(layers.get(layers.size() - 1).place(), members);
    }

    private @Nullable Path resolve(Path file, JsonSource.Text name) {
        try {
            for (var ending : ENDINGS) {
                var path = file.resolveSibling(name.text() + ending).normalize();
                if (within == null || !file.equals(paths.get(0))) {
                    if (Files.isRegularFile(path)) {
                        return path;
                    }
                } else {
                    var inside = inside(within, name.text() + ending);
                    if (inside != null) {
                        return inside;
                    }
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

    /** The file that a text names, as if it stood in the folder or in one within it; null if that is outside or not there. */
    private static @Nullable Path inside(Path folder, String name) {
        for (var path : List.of(folder.resolve(name), folder.resolve("x").resolve(name))) {
            var plain = path.normalize();
            if (plain.startsWith(folder.normalize())
                    && Files.isRegularFile(plain)
                    && identity(plain).startsWith(identity(folder))) {
                return plain;
            }
        }
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
