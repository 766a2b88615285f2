package blocsim.gui;

import java.util.Map;
import java.util.TreeMap;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/** Preferences that end with the program: MASON would write its own into the user's home folder unasked. */
public final class MemoryPreferences implements PreferencesFactory {
    /** Found by its name. */
    public MemoryPreferences() {}

    /** Has the program keep its preferences in memory; to be called before any is asked for. */
    static void install() {
        System.setProperty("java.util.prefs.PreferencesFactory", MemoryPreferences.class.getName());
    }

    @Override
    public Preferences systemRoot() {
        return Root.NODE;
    }

    @Override
    public Preferences userRoot() {
        return Root.NODE;
    }

    /** Made only when asked for: the first node there is has Java choose its factory for good. */
    private static final class Root {
        static final Preferences NODE = new Node(null, "");
    }

    private static final class Node extends AbstractPreferences {
        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, Node> children = new TreeMap<>();

        Node(@Nullable AbstractPreferences parent, String name) {
            super(parent, name);
        }

        @Override
        protected void putSpi(String key, String value) {
            values.put(key, value);
        }

        @Override
        @SuppressWarnings("NullAway") // Null is how this interface says that there is none.
        protected String getSpi(String key) {
            return values.get(key);
        }

        @Override
        protected void removeSpi(String key) {
            values.remove(key);
        }

        @Override
        protected void removeNodeSpi() {}

        @Override
        protected String[] keysSpi() {
            return values.keySet().toArray(String[]::new);
        }

        @Override
        protected String[] childrenNamesSpi() {
            return children.keySet().toArray(String[]::new);
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return children.computeIfAbsent(name, key -> new Node(this, key));
        }

        @Override
        protected void syncSpi() {}

        @Override
        protected void flushSpi() {}
    }
}
