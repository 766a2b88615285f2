package blocsim.input;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value read from JSON or YAML, which knows where it stands; immutable, with everything below it. */
public sealed interface JsonSource {
    /** Where it stands. A value keeps its place when it is merged into another document. */
    Place place();

    /** What it is, in words for a message: {@code the text "high"}, {@code the number 3}, {@code a list}. */
    String described();

    /**
     * An object.
     *
     * @param members its values by key, in the order of the text
     */
    record Members(Place place, Map<String, JsonSource> members) implements JsonSource {
        /** Copies the map and keeps its order. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The value of a key; null if there is none. */
        public @Nullable JsonSource get(String key) {
            return members.get(key);
        }

        @Override
        public String described() {
            return "an object";
        }
    }

    /**
     * An array.
     *
     * @param items its values in order
     */
    record Items(Place place, List<JsonSource> items) implements JsonSource {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /** A string. */
    record Text(Place place, String text) implements JsonSource {
        @Override
        public String described() {
            return "the text " + Quote.of(text);
        }
    }

    /**
     * A number, as it was written.
     *
     * @param exact its exact value, whose nearest double is finite
     */
    record Numeral(Place place, BigDecimal exact) implements JsonSource {
        /** The nearest double; finite, and never minus zero. */
        public double value() {
            return exact.doubleValue() + 0.0;
        }

        /** Whether it is a whole number that a {@code long} holds. */
        public boolean whole() {
            var plain = exact.stripTrailingZeros();
            return plain.scale() <= 0
                    && plain.precision() - plain.scale() < 20
                    && plain.toBigInteger().bitLength() < Long.SIZE;
        }

        @Override
        public String described() {
            return "the number " + Quote.shorten(JsonText.number(exact), 40);
        }
    }

    /** True or false. */
    record Truth(Place place, boolean value) implements JsonSource {
        @Override
        public String described() {
            return value ? "true" : "false";
        }
    }

    /** Null, which in a merge patch takes a key away. */
    record Nothing(Place place) implements JsonSource {
        @Override
        public String described() {
            return "null";
        }
    }

    /**
     * Reads a file: YAML if its name ends in {@code .yaml} or {@code .yml}, else JSON.
     *
     * @throws InputException if it is missing, is not a readable file, is not UTF-8, is too large or is not well formed
     */
    static JsonSource read(Path file) throws InputException {
        return read(file, InputLimits.STANDARD);
    }

    /**
     * Reads a file within other limits than the usual.
     *
     * @throws InputException as {@link #read(Path)} does
     */
    static JsonSource read(Path file, InputLimits limits) throws InputException {
        return parse(TextFile.read(file, limits), file, limits);
    }

    /**
     * Reads a text as if it stood in a file: YAML if the file's name ends in {@code .yaml} or {@code .yml}, else JSON.
     *
     * @throws InputException if it is too large or is not well formed
     */
    static JsonSource parse(String text, Path file) throws InputException {
        return parse(text, file, InputLimits.STANDARD);
    }

    private static JsonSource parse(String text, Path file, InputLimits limits) throws InputException {
        var name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? TreeParser.yaml(text, name, limits)
                : TreeParser.json(text, name, limits);
    }

    /**
     * Reads JSON from a text.
     *
     * @param name what messages call the text
     * @throws InputException if it is not well formed
     */
    static JsonSource parse(String text, String name) throws InputException {
        return TreeParser.json(text, name, InputLimits.STANDARD);
    }

    /**
     * This value with a merge patch applied (RFC 7396): objects are merged, null takes a key away, all else is replaced. What comes
     * from the patch keeps the patch's places.
     */
    default JsonSource patchedWith(JsonSource patch) {
        if (!(patch instanceof Members changes)) {
            return patch;
        }
        var merged = new LinkedHashMap<String, JsonSource>();
        if (this instanceof Members base) {
            merged.putAll(base.members());
        }
        changes.members().forEach((key, value) -> {
            if (value instanceof Nothing) {
                merged.remove(key);
            } else {
                var before = merged.getOrDefault(key, new Nothing(value.place()));
                merged.put(key, before.patchedWith(value));
            }
        });
        var place = this instanceof Members ? place() : patch.place();
        return new Members(place, merged);
    }

    /**
     * The value at a pointer (RFC 6901); null if there is none.
     *
     * @param pointer empty for this value, else starting with a slash
     */
    default @Nullable JsonSource at(String pointer) {
        @Nullable JsonSource value = this;
        for (var key : keys(pointer)) {
            if (value instanceof Members object) {
                value = object.get(key);
            } else if (value instanceof Items list && key.matches("0|[1-9]\\d{0,8}")) {
                int index = Integer.parseInt(key);
                value = index < list.items().size() ? list.items().get(index) : null;
            } else {
                value = null;
            }
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    /** The keys of a pointer, with their escapes undone. */
    static List<String> keys(String pointer) {
        var keys = new ArrayList<String>();
        if (!pointer.isEmpty()) {
            for (var part : pointer.substring(1).split("/", -1)) {
                keys.add(part.replace("~1", "/").replace("~0", "~"));
            }
        }
        return keys;
    }
}
