package blocsim.scenario;

import blocsim.input.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of scenario files, written out of {@link Keys}, for editors and other programs.
 *
 * <p>It says what a file may look like; that codes exist and dates are in order, only {@link ScenarioReader} checks.
 */
public final class ScenarioSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String YEAR_OR_DAY = "^(" + Shape.YEAR + "|" + Shape.DAY + ")$";

    private static final Map<String, Object> NULL = Map.of("type", "null");
    private static final Key EVIDENCE = Key.of("/evidence", Kind.EVIDENCE, "");
    private static final Key DAY = Key.of("/knownFrom", Kind.DATE, "");

    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final boolean patch;

    private ScenarioSchema(boolean patch) {
        this.patch = patch;
    }

    /** The schema as JSON text. */
    public static String json() {
        return JsonText.write(new ScenarioSchema(true).schema());
    }

    /** The schema of study files as JSON text, written out of {@link StudyKeys}. */
    static String study() {
        var schema = object("$schema", DRAFT, "title", "A blocsim study");
        schema.put(
                "description", "Runs of one scenario with factors varied by a design, and what is read off each run.");
        schema.put("type", "object");
        schema.putAll(new ScenarioSchema(false).group(StudyKeys.ROOT));
        schema.put("allOf", List.of(needs(StudyKeys.ROOT)));
        return JsonText.write(schema);
    }

    private Map<String, Object> schema() {
        var schema = object("$schema", DRAFT, "title", "A blocsim scenario");
        schema.put(
                "description",
                "States, blocs with their dated rules, events and parameters. With \"extends\" the file is a merge patch (RFC 7396),"
                        + " in which null takes a key away and nothing need stand. Without \"focus\", \"horizon\" and \"states\" it is a"
                        + " part that scenarios extend.");
        schema.put("type", "object");
        schema.putAll(group(KeyNode.root()));
        var complete = needs(KeyNode.root());
        var part = new LinkedHashMap<>(complete);
        part.put("required", List.of("blocs"));
        schema.put("if", object("required", List.of("extends")));
        schema.put("else", object("if", wholeOnly(), "then", reference("complete"), "else", reference("part")));
        definitions.put("complete", complete);
        definitions.put("part", part);
        schema.put("$defs", definitions);
        return schema;
    }

    /** Has what only a whole scenario has. */
    private static Map<String, Object> wholeOnly() {
        return object(
                "anyOf",
                Extended.WHOLE.stream()
                        .map(key -> object("required", List.of(key)))
                        .toList());
    }

    /** What may stand at a key of a file; null is always allowed, as it takes the key away. */
    private Map<String, Object> value(KeyNode node) {
        var key = node.key();
        var schema = object("description", description(key));
        switch (key.kind()) {
            case GROUP, TABLE -> {
                schema.put("type", patch ? List.of("object", "null") : "object");
                schema.putAll(group(node));
            }
            case DATED_GROUP -> schema.put("anyOf", List.of(strictly(node), byDate(strictly(node)), NULL));
            case GROUPS -> {
                var wild = node.wild();
                schema.put("type", List.of("array", "null"));
                schema.put("items", wild == null ? Map.of() : strictly(wild));
            }
            case PILLAR -> schema.put("anyOf", List.of(judgement(key), strictly(node)));
            case FIXED, FIXED_COUNT, DATED, DATED_COUNT, YEARS -> schema.putAll(judgement(key));
            default -> schema.put("anyOf", patch ? List.of(leaf(key), NULL) : List.of(leaf(key)));
        }
        return schema;
    }

    private Map<String, Object> strictly(KeyNode node) {
        var schema = object("type", "object");
        schema.putAll(group(node));
        return schema;
    }

    private static Map<String, Object> byDate(Map<String, Object> each) {
        var schema = object("type", "object", "patternProperties", object(YEAR_OR_DAY, each));
        schema.put("additionalProperties", false);
        schema.put("minProperties", 1);
        return schema;
    }

    /** What may stand below, and with which type. */
    private Map<String, Object> group(KeyNode node) {
        var schema = new LinkedHashMap<String, Object>();
        var properties = new LinkedHashMap<String, Object>();
        node.named().forEach((name, child) -> properties.put(name, value(child)));
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        var wild = node.wild();
        if (wild != null) {
            schema.put("patternProperties", object(pattern(node, wild), value(wild)));
        }
        schema.put("additionalProperties", false);
        var types = node.kinds();
        if (types != null) {
            var cases = new ArrayList<Object>();
            for (var type : types.key().words()) {
                var names = object("propertyNames", object("enum", node.names(type)));
                cases.add(object("if", isType(types, type), "then", names));
            }
            schema.put("allOf", cases);
        }
        return schema;
    }

    private static Map<String, Object> isType(KeyNode types, String type) {
        var name = types.key().name();
        return object("required", List.of(name), "properties", object(name, object("const", type)));
    }

    /** What a complete scenario must give below; empty where that is nothing. */
    private static Map<String, Object> needs(KeyNode node) {
        var schema = new LinkedHashMap<String, Object>();
        var always = required(node, null);
        if (!always.isEmpty()) {
            schema.put("required", always);
        }
        var types = node.kinds();
        if (types != null) {
            var cases = new ArrayList<Object>();
            for (var type : types.key().words()) {
                var due = required(node, type);
                due.removeAll(always);
                if (!due.isEmpty()) {
                    cases.add(object("if", isType(types, type), "then", object("required", due)));
                }
            }
            schema.put("allOf", cases);
        }
        var properties = new LinkedHashMap<String, Object>();
        node.named().forEach((name, child) -> {
            var below = needs(child);
            if (!below.isEmpty()) {
                properties.put(name, below);
            }
        });
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        var wild = node.wild();
        var below = wild == null ? Map.<String, Object>of() : needs(wild);
        if (wild != null && !below.isEmpty()) {
            if (node.key().kind() == Kind.GROUPS) {
                schema.put("items", below);
            } else {
                schema.put("patternProperties", object(pattern(node, wild), below));
            }
        }
        if (node.key().kind() == Kind.DATED_GROUP) {
            var dates = object("propertyNames", object("pattern", YEAR_OR_DAY), "minProperties", 1);
            return object("if", dates, "then", object("additionalProperties", schema), "else", schema);
        }
        return schema;
    }

    /** The pattern of keys of the user's choice, which are not among those with a name. */
    private static String pattern(KeyNode node, KeyNode wild) {
        var named = String.join("|", node.named().keySet());
        var regex = Wildcard.of(wild.key().name()).regex();
        return named.isEmpty() ? regex : "^(?!(" + named + ")$)" + regex.substring(1);
    }

    private static List<String> required(KeyNode node, @Nullable String type) {
        var names = new ArrayList<String>();
        node.named().forEach((name, child) -> {
            boolean due = child.key().types().isEmpty() || (type != null && child.allows(type));
            if (child.key().required() && due) {
                names.add(name);
            }
        });
        return names;
    }

    private Map<String, Object> judgement(Key key) {
        var kind = key.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var name = key.kind() == Kind.YEARS
                ? kind
                : kind + "-from-" + Numbers.plain(key.least()) + "-to-" + Numbers.plain(key.most());
        if (!definitions.containsKey(name)) {
            var bare = new ArrayList<Object>();
            bare.add(leaf(key));
            if (key.kind().dated()) {
                bare.add(byDate(object("anyOf", List.of(leaf(key), NULL))));
            }
            bare.add(NULL);
            var judged = object(
                    "type",
                    "object",
                    "properties",
                    object(
                            "value",
                            object("anyOf", List.copyOf(bare)),
                            "evidence",
                            object("anyOf", List.of(leaf(EVIDENCE), NULL)),
                            "knownFrom",
                            object("anyOf", List.of(leaf(DAY), NULL))));
            judged.put("additionalProperties", false);
            bare.add(judged);
            definitions.put(name, object("anyOf", bare));
        }
        return reference(name);
    }

    private static Map<String, Object> leaf(Key key) {
        return switch (key.kind()) {
            case NUMBER, FIXED, DATED, PILLAR -> number("number", key);
            case COUNT, FIXED_COUNT, DATED_COUNT -> number("integer", key);
            case SEED -> object("type", "integer", "minimum", -Shape.LARGEST_SEED, "maximum", Shape.LARGEST_SEED);
            case YEARS -> listOf(object("type", "integer", "minimum", 1900, "maximum", 2199));
            case TRUTH -> object("type", "boolean");
            case TEXT -> object("type", "string", "maxLength", Shape.LONGEST_TEXT);
            case PATHS -> {
                var path = object("type", "string", "maxLength", Shape.LONGEST_TEXT);
                yield object("anyOf", List.of(path, listOf(path)));
            }
            case POINTER -> text(Shape.POINTER);
            case POINTERS -> object("type", "array", "items", text(Shape.POINTER), "minItems", 1);
            case NUMBERS -> object("type", "array", "items", object("type", "number"), "minItems", 1);
            case VALUES ->
                object(
                        "anyOf",
                        List.of(
                                object("type", "array", "items", object("type", "number"), "minItems", 1),
                                object(
                                        "type",
                                        "array",
                                        "items",
                                        object("type", "string", "minLength", 1),
                                        "minItems",
                                        1),
                                object("type", "object", "minProperties", 1)));
            case COLUMN -> text(Wildcard.COLUMN);
            case NAME -> text(Shape.nameRegex());
            case STATE -> wildcard(Wildcard.STATE);
            case BLOC -> wildcard(Wildcard.BLOC);
            case RUNG -> wildcard(Wildcard.RUNG);
            case DATE -> text(Shape.DAY);
            case MONTH_DAY -> text(Shape.MONTH_DAY);
            case STATES -> listOf(wildcard(Wildcard.STATE));
            case BLOCS -> listOf(wildcard(Wildcard.BLOC));
            case RUNGS -> listOf(wildcard(Wildcard.RUNG));
            case SOURCES -> listOf(wildcard(Wildcard.SOURCE));
            case DATES -> listOf(text(Shape.DAY));
            case WORD -> object("enum", key.words());
            case WORDS -> listOf(object("enum", key.words()));
            case EVIDENCE -> {
                var citation = text(Shape.CITATION);
                citation.put("maxLength", Shape.LONGEST_TEXT);
                yield object("anyOf", List.of(citation, listOf(citation)));
            }
            default -> throw new IllegalStateException(key.pointer() + " is not a leaf");
        };
    }

    private static Map<String, Object> number(String type, Key key) {
        var schema = object("type", type);
        if (key.least() > Double.NEGATIVE_INFINITY) {
            schema.put("minimum", plain(key.least()));
            schema.put("maximum", plain(key.most()));
        }
        return schema;
    }

    private static Object plain(double value) {
        return value == StrictMath.rint(value) ? (Object) (long) value : (Object) value;
    }

    private static Map<String, Object> listOf(Object item) {
        return object("type", "array", "items", item);
    }

    private static Map<String, Object> wildcard(Wildcard wildcard) {
        return object("type", "string", "pattern", wildcard.regex());
    }

    private static Map<String, Object> text(String regex) {
        return object("type", "string", "pattern", "^(" + regex + ")$");
    }

    private static Map<String, Object> reference(String definition) {
        return object("$ref", "#/$defs/" + definition);
    }

    /** Keys and values in turn, in this order. */
    private static Map<String, Object> object(Object... keysAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    private static String description(Key key) {
        var text = new StringBuilder(key.meaning());
        if (!key.unit().isEmpty() && !key.unit().equals("1")) {
            text.append("; in ").append(key.unit());
        }
        if (!key.standard().isEmpty()) {
            text.append("; else ").append(key.standard());
        }
        return text.toString();
    }
}
