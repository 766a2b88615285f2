package blocsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of keys as a tree: a key, what may stand below it by name, and what may stand below it under a chosen name. */
final class KeyNode {
    private static final KeyNode ROOT = of("a scenario", Keys.all());

    private final Key key;
    private final Map<String, KeyNode> named = new LinkedHashMap<>();
    private @Nullable KeyNode wild;

    private KeyNode(Key key) {
        this.key = key;
    }

    /** The whole scenario. */
    static KeyNode root() {
        return ROOT;
    }

    /**
     * A whole file of another kind.
     *
     * @param what the file, such as "a scenario"
     * @param rows its keys, each after the one it stands in
     */
    static KeyNode of(String what, List<Key> rows) {
        var nodes = new LinkedHashMap<String, KeyNode>();
        var root = new KeyNode(new Key("", Kind.GROUP, what, "", 0, 0, "", "", true, List.of(), List.of()));
        nodes.put("", root);
        for (var row : rows) {
            var node = new KeyNode(row);
            var parent = nodes.get(row.parent());
            if (parent == null) {
                throw new IllegalStateException(row.pointer() + " stands before the row of " + row.parent());
            }
            nodes.put(row.pointer(), node);
            if (row.wild()) {
                parent.wild = node;
            } else {
                parent.named.put(row.name(), node);
            }
        }
        return root;
    }

    Key key() {
        return key;
    }

    /** What may stand below by name, in the order of the table. */
    Map<String, KeyNode> named() {
        return named;
    }

    /** What may stand below under a code or id of the user's choice, or as an item; null if nothing may. */
    @Nullable KeyNode wild() {
        return wild;
    }

    /** What says which of the others may stand beside it: {@code type}, or {@code rule} in a rule; null if nothing does. */
    @Nullable KeyNode kinds() {
        var type = named.get("type");
        return type != null ? type : named.get("rule");
    }

    /** The names that may stand below beside a {@code type}; all of them if the type is null. */
    List<String> names(@Nullable String type) {
        var names = new ArrayList<String>();
        named.forEach((name, node) -> {
            if (type == null || node.allows(type)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether it may stand beside a {@code type}. */
    boolean allows(String type) {
        return key.types().isEmpty() || key.types().contains(type);
    }
}
