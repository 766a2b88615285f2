package blocsim.web;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.scenario.Control;
import blocsim.scenario.Controls;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios that may be opened: those of the folder of scenarios, one named at the start, and those dropped on the page, which are
 * kept in memory. A request names one by its id and never by a path.
 */
final class Shelf {
    private static final int MOST_DROPPED = 12;
    private static final int MOST_OPEN = 12;
    private static final Pattern SCENARIO = Pattern.compile(".*\\.(json|yaml|yml)");

    private final Path folder;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final Map<String, Dropped> dropped = new LinkedHashMap<>();
    private final Map<String, Opened> open = new LinkedHashMap<>(16, 0.75f, true);
    private int drops;

    /** A scenario dropped on the page, and what of it a file that extends the same may say. */
    private record Dropped(Scenario scenario, JsonSource.Members text) {}

    /**
     * A scenario on the desk.
     *
     * @param id by which requests name it
     * @param prepared its world
     * @param controls what may be set in it
     */
    record Opened(String id, Prepared prepared, List<Control> controls) {
        /** Copies the list. */
        Opened {
            controls = List.copyOf(controls);
        }

        /** The control of a value; null if that may not be set. */
        @Nullable Control control(String pointer) {
            return controls.stream()
                    .filter(control -> control.pointer().equals(pointer))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A line of the list of scenarios. */
    record Listed(String id, String title, String what) {}

    /**
     * @param folder of scenarios; it need not be there
     * @param first a scenario that is opened first; null for none
     */
    Shelf(Path folder, @Nullable Path first) throws IOException {
        this.folder = folder;
        if (Files.isDirectory(folder)) {
            try (var walk = Files.walk(folder, 2)) {
                walk.filter(file -> SCENARIO.matcher(file.toString()).matches())
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> files.put(id(folder.relativize(file)), file));
            }
        }
        if (first != null && !files.containsValue(first.normalize())) {
            files.put(id(Objects.requireNonNullElse(first.getFileName(), first)), first);
        }
    }

    private static String id(Path file) {
        return file.toString().replace('\\', '/').replaceFirst("\\.(json|yaml|yml)$", "");
    }

    /** The id of a file; null if it is not on the shelf. */
    @Nullable String idOf(Path file) {
        return files.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(file) || entry.getValue().equals(file.normalize()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The files that are scenarios, with their titles; what is a study, a part or broken is left out. */
    synchronized List<Listed> list() {
        var list = new ArrayList<Listed>();
        files.forEach((id, file) -> {
            try {
                if (JsonSource.read(file) instanceof JsonSource.Members members
                        && (members.get("extends") != null || members.get("focus") != null)
                        && !id.startsWith("studies/")
                        && !id.startsWith("schema/")) {
                    list.add(new Listed(id, text(members, "title", id), text(members, "description", "")));
                }
            } catch (InputException broken) {
                // A broken file is told of when it is dropped or validated.
            }
        });
        dropped.forEach((id, one) ->
                list.add(new Listed(id, one.scenario().title(), one.scenario().description())));
        return list;
    }

    private static String text(JsonSource.Members members, String key, String otherwise) {
        return members.get(key) instanceof JsonSource.Text text ? text.text() : otherwise;
    }

    /**
     * A scenario of the shelf; null if there is none of the id.
     *
     * @throws InputException with every problem in its files
     */
    synchronized @Nullable Opened open(String id) throws InputException {
        var before = open.get(id);
        if (before != null) {
            return before;
        }
        Scenario scenario;
        var one = dropped.get(id);
        if (one != null) {
            scenario = one.scenario();
        } else {
            var file = files.get(id);
            if (file == null) {
                return null;
            }
            scenario = new ScenarioReader().read(file, List.of());
        }
        var prepared = Prepared.of(scenario);
        var names = prepared.world().states().stream()
                .collect(Collectors.toMap(state -> state.code(), state -> state.name()));
        Function<String, String> name = code ->
                prepared.panel().country(code).map(country -> country.name()).orElse(names.getOrDefault(code, code));
        var opened = new Opened(id, prepared, Controls.of(scenario, name::apply));
        open.put(id, opened);
        trim(open, MOST_OPEN);
        return opened;
    }

    /**
     * Takes in a scenario that was dropped on the page.
     *
     * @param name the file's name
     * @param text its text, JSON or YAML by the ending of its name
     * @return its id
     * @throws InputException with every problem in it
     */
    synchronized String drop(String name, String text) throws InputException {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        if (!SCENARIO.matcher(plain).matches()) {
            throw new InputException(List.of(new InputProblem(
                    plain,
                    0,
                    "",
                    "only files that end in .json, .yaml or .yml can be dropped",
                    "Save it as one of these first.")));
        }
        var scenario = new ScenarioReader().parse(text, plain, folder);
        Prepared.of(scenario);
        drops++;
        String id = "dropped-" + drops;
        dropped.put(id, new Dropped(scenario, (JsonSource.Members) JsonSource.parse(text, Path.of(plain))));
        trim(dropped, MOST_DROPPED);
        return id;
    }

    /** What a file must extend, and what it must say besides, to be the scenario of an id. */
    synchronized Map<String, Object> base(String id) {
        var base = new LinkedHashMap<String, Object>();
        var one = dropped.get(id);
        if (one != null) {
            one.text().members().forEach((key, value) -> {
                if (!List.of("$schema", "name", "title", "description", "whatIfs")
                        .contains(key)) {
                    base.put(key, value);
                }
            });
        } else {
            base.put("extends", id);
        }
        return base;
    }

    private static void trim(Map<String, ?> kept, int most) {
        Iterator<String> eldest = kept.keySet().iterator();
        while (kept.size() > most) {
            eldest.next();
            eldest.remove();
        }
    }
}
