package blocsim.web;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.input.Setting;
import blocsim.scenario.Control;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has set, by pointer, in the order in which it is put in place. What would stand below something taken away is left out.
 *
 * @param values what stands there, null taking it away
 */
record Changes(Map<String, JsonSource> values) {
    private static final int MOST = 200;

    /** Copies the map and keeps its order. */
    Changes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The changes of a request.
     *
     * @param list objects of pointer and value
     * @throws InputException if one has no pointer, or the pointer is none of the scenario's controls
     */
    static Changes of(JsonSource list, Shelf.Opened opened) throws InputException {
        var problems = new ArrayList<InputProblem>();
        var values = new LinkedHashMap<String, JsonSource>();
        if (!(list instanceof JsonSource.Items items) || items.items().size() > MOST) {
            throw new InputException(List.of(new InputProblem(
                    "request", 0, "/changes", "this is no list of changes", "Give at most " + MOST + ".")));
        }
        for (var item : items.items()) {
            if (item instanceof JsonSource.Members change
                    && change.get("pointer") instanceof JsonSource.Text pointer
                    && change.get("value") != null) {
                if (opened.control(pointer.text()) == null) {
                    problems.add(new InputProblem(
                            "request", 0, pointer.text(), "nothing can be set here", "Set one of the controls."));
                } else {
                    values.put(pointer.text(), Objects.requireNonNull(change.get("value")));
                }
            } else {
                problems.add(new InputProblem(
                        "request", 0, "/changes", "a change lacks its pointer or value", "Give both."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        values.keySet()
                .removeIf(pointer -> values.entrySet().stream()
                        .anyMatch(other -> other.getValue() instanceof JsonSource.Nothing
                                && pointer.startsWith(other.getKey() + "/")));
        return new Changes(values);
    }

    /** As the command line gives them after {@code --set}. */
    List<String> sets() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + JsonText.canonical(entry.getValue()))
                .toList();
    }

    private List<Setting> settings() throws InputException {
        var settings = new ArrayList<Setting>();
        for (var set : sets()) {
            settings.add(Setting.parse(set));
        }
        return settings;
    }

    /**
     * A scenario with the changes, ready to run.
     *
     * @throws InputException if what results is no valid scenario
     */
    Prepared applyTo(Prepared base) throws InputException {
        if (values.isEmpty()) {
            return base;
        }
        return base.like(base.scenario().with(settings()));
    }

    /**
     * A scenario file of the changes.
     *
     * @param base what the file extends, and what it says besides
     */
    String file(Shelf.Opened opened, Map<String, Object> base) {
        var scenario = opened.prepared().scenario();
        var file = new LinkedHashMap<String, Object>();
        file.put("extends", base.getOrDefault("extends", ""));
        file.put("name", shortened(scenario.name()) + "-what-if");
        file.put("title", "What if? " + scenario.title());
        file.put("description", description(opened));
        base.forEach((key, value) -> file.putIfAbsent(key, value));
        values.forEach((pointer, value) -> {
            var was = scenario.tree().at(pointer);
            put(file, JsonSource.keys(pointer), replacing(was, value));
        });
        if (file.get("extends") instanceof String none && none.isEmpty()) {
            file.remove("extends");
        }
        return JsonText.write(file);
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 70)).replaceFirst("-what-if$", "");
    }

    private String description(Shelf.Opened opened) {
        var said = new ArrayList<String>();
        values.forEach((pointer, value) -> {
            Control control = opened.control(pointer);
            String label = control == null ? pointer : control.label();
            said.add(label + ": " + (value instanceof JsonSource.Nothing ? "taken away" : JsonText.canonical(value)));
        });
        return said.isEmpty() ? "Nothing is changed." : String.join("; ", said) + ".";
    }

    /** A value as it stands in a merge patch, in which keys of an object that it replaces must be taken away by name. */
    private static Object replacing(@Nullable JsonSource was, JsonSource value) {
        if (!(was instanceof JsonSource.Members before) || !(value instanceof JsonSource.Members now)) {
            return value;
        }
        var patch = new LinkedHashMap<String, Object>(now.members());
        before.members().keySet().forEach(key -> patch.putIfAbsent(key, new JsonSource.Nothing(value.place())));
        return patch;
    }

    @SuppressWarnings("unchecked") // only maps made here, or out of objects, stand on the way
    private static void put(Map<String, Object> tree, List<String> keys, Object value) {
        var key = keys.get(0);
        if (keys.size() == 1) {
            tree.put(key, value);
            return;
        }
        var below = tree.get(key);
        if (below instanceof JsonSource.Members members) {
            below = new LinkedHashMap<String, Object>(members.members());
        }
        if (!(below instanceof Map)) {
            below = new LinkedHashMap<String, Object>();
        }
        tree.put(key, below);
        put((Map<String, Object>) below, keys.subList(1, keys.size()), value);
    }
}
