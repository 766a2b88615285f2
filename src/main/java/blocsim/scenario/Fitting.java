package blocsim.scenario;

import blocsim.input.JsonSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fits what parts say to the scenario that extends them: whom or what a part names and the scenario does not have is left out,
 * and noted. What stands in other files is left as it is, so that a mistyped code there is a problem.
 *
 * @param parts the files that are parts, as they were named
 * @param noted what was left out before
 */
record Fitting(SortedSet<String> parts, List<String> noted) {
    private static final List<String> ONE_STATE = List.of("objector", "sponsor", "candidate", "target", "state");

    /** Copies the collections. */
    Fitting {
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
        noted = List.copyOf(noted);
    }

    /**
     * A tree that fits.
     *
     * @param leftOut what was left out, each a line such as {@code blocs/sco.json: /events/x: no state MNG here; left out}
     */
    record Fitted(JsonSource.Members tree, List<String> leftOut) {}

    /** Fits a tree whose shape may be wrong. */
    Fitted fit(JsonSource.Members tree) {
        return parts.isEmpty() ? new Fitted(tree, noted) : new Pass(tree).fitted();
    }

    /** One pass over a tree. */
    private final class Pass {
        private final JsonSource.Members tree;
        private final Collection<String> states;
        private final Collection<String> blocs;
        private final Collection<String> onRecord;
        private final List<String> notes = new ArrayList<>(noted);

        Pass(JsonSource.Members tree) {
            this.tree = tree;
            this.states = Tree.object(tree, "states").members().keySet();
            this.blocs = Tree.object(tree, "blocs").members().keySet();
            this.onRecord = new TreeSet<>(blocs);
            onRecord.addAll(RecordedStandings.blocs());
        }

        Fitted fitted() {
            var members = new LinkedHashMap<>(tree.members());
            members.computeIfPresent("blocs", (key, table) -> each(table, this::bloc));
            members.computeIfPresent("events", (key, table) -> each(table, this::event));
            return new Fitted(new JsonSource.Members(tree.place(), members), List.copyOf(notes));
        }

        private interface Change {
            @Nullable JsonSource of(JsonSource.Members object);
        }

        /** The objects of a table, each changed or left out. */
        private JsonSource each(JsonSource table, Change change) {
            if (!(table instanceof JsonSource.Members object)) {
                return table;
            }
            var members = new LinkedHashMap<String, JsonSource>();
            object.members().forEach((key, value) -> {
                var changed = value instanceof JsonSource.Members below ? change.of(below) : value;
                if (changed != null) {
                    members.put(key, changed);
                }
            });
            return new JsonSource.Members(object.place(), members);
        }

        private JsonSource bloc(JsonSource.Members bloc) {
            var members = new LinkedHashMap<>(bloc.members());
            members.computeIfPresent("founders", (key, list) -> present(list, states, "state"));
            members.computeIfPresent("exclusiveWith", (key, list) -> present(list, onRecord, "bloc"));
            members.computeIfPresent("stances", (key, table) -> keysPresent(table));
            members.computeIfPresent("admission", (key, rule) -> admission(rule));
            members.computeIfPresent("gates", (key, gates) -> each(gates, this::gate));
            members.computeIfPresent("ladder", (key, ladder) -> each(ladder, this::rung));
            return new JsonSource.Members(bloc.place(), members);
        }

        private JsonSource rung(JsonSource.Members rung) {
            var members = new LinkedHashMap<>(rung.members());
            members.computeIfPresent("admission", (key, rule) -> admission(rule));
            return new JsonSource.Members(rung.place(), members);
        }

        private @Nullable JsonSource gate(JsonSource.Members gate) {
            var named = gate.get("states");
            if (named != null) {
                var members = new LinkedHashMap<>(gate.members());
                members.put("states", present(named, states, "state"));
                return new JsonSource.Members(gate.place(), members);
            }
            var list = gate.get("blocs");
            if (list == null) {
                return gate;
            }
            var others = present(list, blocs, "bloc");
            if (others != list
                    && others instanceof JsonSource.Items left
                    && left.items().isEmpty()) {
                return null;
            }
            var members = new LinkedHashMap<>(gate.members());
            members.put("blocs", others);
            return new JsonSource.Members(gate.place(), members);
        }

        private JsonSource admission(JsonSource value) {
            return value instanceof JsonSource.Members object && Shape.byDate(object)
                    ? each(object, this::rule)
                    : value instanceof JsonSource.Members rule ? rule(rule) : value;
        }

        private JsonSource rule(JsonSource.Members rule) {
            var members = new LinkedHashMap<>(rule.members());
            members.computeIfPresent("holders", (key, list) -> present(list, states, "state"));
            members.computeIfPresent("weights", (key, table) -> keysPresent(table));
            members.computeIfPresent(
                    "then", (key, then) -> then instanceof JsonSource.Members below ? rule(below) : then);
            return new JsonSource.Members(rule.place(), members);
        }

        /** The event with those states of its lists that are here; null if it cannot do without one that is not. */
        private @Nullable JsonSource event(JsonSource.Members event) {
            for (var key : ONE_STATE) {
                if (isMissing(event.get(key), states)) {
                    leftOut(event, "state", Tree.text(event, key, ""));
                    return null;
                }
            }
            if (isMissing(event.get("bloc"), blocs)) {
                leftOut(event, "bloc", Tree.text(event, "bloc", ""));
                return null;
            }
            var members = new LinkedHashMap<>(event.members());
            int least = Consistency.LONE.contains(Tree.text(event, "type", "")) ? 1 : 2;
            for (var key : List.of("states", "partners")) {
                if (event.get(key) instanceof JsonSource.Items all) {
                    var here = present(all, states, "state");
                    if (here != all
                            && here instanceof JsonSource.Items some
                            && some.items().size() < least) {
                        notes.add(
                                event.place().file() + ": " + event.place().pointer() + ": too few are left; left out");
                        return null;
                    }
                    members.put(key, here);
                }
            }
            return new JsonSource.Members(event.place(), members);
        }

        /** The items of a list but for those that a part names and the scenario has not; the same list if there are none. */
        private JsonSource present(JsonSource value, Collection<String> here, String what) {
            if (!(value instanceof JsonSource.Items list)) {
                return value;
            }
            var items = new ArrayList<JsonSource>();
            for (var item : list.items()) {
                if (item instanceof JsonSource.Text text && isMissing(item, here)) {
                    leftOut(item, what, text.text());
                } else {
                    items.add(item);
                }
            }
            return items.size() == list.items().size() ? list : new JsonSource.Items(list.place(), items);
        }

        private JsonSource keysPresent(JsonSource value) {
            if (!(value instanceof JsonSource.Members table)) {
                return value;
            }
            var members = new LinkedHashMap<>(table.members());
            table.members().forEach((code, member) -> {
                if (parts.contains(member.place().file()) && !states.contains(code)) {
                    leftOut(member, "state", code);
                    members.remove(code);
                }
            });
            return new JsonSource.Members(table.place(), members);
        }

        private boolean isMissing(@Nullable JsonSource value, Collection<String> here) {
            return value instanceof JsonSource.Text text
                    && parts.contains(text.place().file())
                    && !here.contains(text.text());
        }

        private void leftOut(JsonSource value, String what, String code) {
            var place = value.place();
            notes.add(place.file() + ": " + place.pointer() + ": no " + what + " " + code + " here; left out");
        }
    }
}
