package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The works that come with the program: the documents and facts that seed it, data sets and papers. */
public final class Bibliography {
    private static final String RESOURCE = "/blocsim/bibliography.json";
    private static final SortedMap<String, Work> BUNDLED = load();

    private Bibliography() {}

    /** The bundled works, by id. */
    public static SortedMap<String, Work> bundled() {
        return BUNDLED;
    }

    private static SortedMap<String, Work> load() {
        try (var stream = Bibliography.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var works = new TreeMap<String, Work>();
            if (JsonSource.parse(text, RESOURCE) instanceof JsonSource.Members entries) {
                entries.members().forEach((id, entry) -> works.put(id, work(id, entry)));
            }
            return Collections.unmodifiableSortedMap(works);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InputException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The work that an entry describes; what is missing in it is empty. */
    static Work work(String id, JsonSource entry) {
        return new Work(
                id,
                text(entry, "kind"),
                text(entry, "title"),
                text(entry, "author"),
                text(entry, "date"),
                text(entry, "doi"),
                text(entry, "url"),
                text(entry, "note"),
                texts(entry, "cites"));
    }

    private static String text(JsonSource entry, String key) {
        return entry instanceof JsonSource.Members object && object.get(key) instanceof JsonSource.Text text
                ? text.text()
                : "";
    }

    private static List<String> texts(JsonSource entry, String key) {
        var texts = new ArrayList<String>();
        if (entry instanceof JsonSource.Members object && object.get(key) instanceof JsonSource.Items list) {
            for (var item : list.items()) {
                if (item instanceof JsonSource.Text text) {
                    texts.add(text.text());
                }
            }
        }
        return texts;
    }
}
