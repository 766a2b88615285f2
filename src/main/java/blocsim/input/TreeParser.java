package blocsim.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Turns a text into a tree of {@link JsonSource}, with Jackson's streaming parsers. */
final class TreeParser {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int LONGEST_NUMBER = 60;

    private static final String SYNTAX_REMEDY = "Check brackets, commas and quotes on this line and the one before.";
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
    private static final Pattern NOT_FINITE = Pattern.compile("Non-standard token '([^']*)'");

    private final JsonParser parser;
    private final String file;

    private TreeParser(JsonParser parser, String file) {
        this.parser = parser;
        this.file = file;
    }

    static JsonSource json(String text, String file, InputLimits limits) throws InputException {
        JsonFactory factory = new JsonFactoryBuilder()
                .streamReadConstraints(constraints(limits))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return parse(factory, text, file, limits);
    }

    static JsonSource yaml(String text, String file, InputLimits limits) throws InputException {
        var loader = new LoaderOptions();
        loader.setMaxAliasesForCollections(0);
        loader.setNestingDepthLimit(limits.depth());
        loader.setCodePointLimit(limits.bytes());
        JsonFactory factory = YAMLFactory.builder()
                .loaderOptions(loader)
                .streamReadConstraints(constraints(limits))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return parse(factory, text, file, limits);
    }

    private static StreamReadConstraints constraints(InputLimits limits) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.textLength())
                .maxNameLength(1000)
                .maxNumberLength(LONGEST_NUMBER)
                .maxTokenCount(limits.values())
                .build();
    }

    private static JsonSource parse(JsonFactory factory, String text, String file, InputLimits limits)
            throws InputException {
        try (var parser = factory.createParser(text)) {
            try {
                return new TreeParser(parser, file).document();
            } catch (StreamConstraintsException beyond) {
                throw fault(file, parser.currentLocation(), tooMuch(beyond.getOriginalMessage(), limits), "");
            }
        } catch (JsonProcessingException syntax) {
            throw syntax(file, syntax);
        } catch (MarkedYAMLException syntax) {
            int line = syntax.getProblemMark() == null
                    ? 0
                    : syntax.getProblemMark().getLine() + 1;
            throw new InputException(List.of(
                    new Place(file, line, 0, "").problem(plain(String.valueOf(syntax.getProblem())), SYNTAX_REMEDY)));
        } catch (IOException | RuntimeException unforeseen) {
            throw new InputException(List.of(Place.of(file)
                    .problem("the text cannot be read: " + plain(String.valueOf(unforeseen.getMessage())), "")));
        }
    }

    private JsonSource document() throws IOException, InputException {
        if (parser.nextToken() == null) {
            throw fault(file, parser.currentLocation(), "the file is empty", "Write an object: { … }.");
        }
        var root = value("");
        if (parser.nextToken() != null) {
            throw fault(
                    file,
                    parser.currentTokenLocation(),
                    "more text follows the end of the document",
                    "Keep one document in a file.");
        }
        return root;
    }

    private JsonSource value(String pointer) throws IOException, InputException {
        var start = parser.currentTokenLocation();
        var place = new Place(file, Math.max(0, start.getLineNr()), Math.max(0, start.getColumnNr()), pointer);
        refuseYamlExtras(place);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            case VALUE_STRING -> new JsonSource.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonSource.Truth(place, parser.currentToken() == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new JsonSource.Nothing(place);
            default -> throw problem(place, "this cannot be read as a value", "");
        };
    }

    private JsonSource object(Place place) throws IOException, InputException {
        var members = new LinkedHashMap<String, JsonSource>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            refuseYamlExtras(place);
            parser.nextToken();
            members.put(key, value(Place.below(place.pointer(), key)));
        }
        return new JsonSource.Members(place, members);
    }

    private JsonSource list(Place place) throws IOException, InputException {
        var items = new ArrayList<JsonSource>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(Place.below(place.pointer(), Integer.toString(items.size()))));
        }
        return new JsonSource.Items(place, items);
    }

    private static JsonSource number(Place place, String text) throws InputException {
        if (!NUMBER.matcher(text).matches()) {
            throw problem(
                    place,
                    Quote.of(text) + " is not a number as JSON writes it",
                    "Write a finite decimal number such as 0.5, or put a text into quotes.");
        }
        if (text.length() > LONGEST_NUMBER) {
            throw problem(place, "the number has more than " + LONGEST_NUMBER + " characters", "Round it.");
        }
        double value = Double.parseDouble(text);
        boolean vanishes = value == 0 && text.split("[eE]", 2)[0].matches(".*[1-9].*");
        if (Double.isInfinite(value) || vanishes) {
            throw problem(
                    place,
                    "the number " + Quote.shorten(text, 40) + (vanishes ? " is too close to 0" : " is too large"),
                    "Give a number of an ordinary size.");
        }
        return new JsonSource.Numeral(place, value == 0 ? BigDecimal.ZERO : new BigDecimal(text));
    }

    /** Aliases can make a small file enormous, and tags name program types: neither has a use here. */
    private void refuseYamlExtras(Place place) throws IOException, InputException {
        if (parser instanceof YAMLParser yaml && yaml.currentToken() != null) {
            if (yaml.isCurrentAlias() || yaml.getObjectId() != null) {
                throw problem(place, "YAML anchors and aliases (& and *) are not allowed", "Write the value out.");
            }
            if (yaml.getTypeId() != null) {
                throw problem(place, "YAML tags (!) are not allowed", "Write the value without a tag.");
            }
        }
    }

    private static InputException syntax(String file, JsonProcessingException syntax) {
        var message = syntax.getOriginalMessage();
        var twice = DUPLICATE.matcher(message);
        if (twice.find()) {
            var what = "the key " + Quote.of(twice.group(1)) + " stands twice in one object";
            return fault(file, syntax.getLocation(), what, "Keep one of the two.");
        }
        var token = NOT_FINITE.matcher(message);
        if (token.find()) {
            var what = token.group(1) + " is no number in JSON";
            return fault(file, syntax.getLocation(), what, "Give a finite number.");
        }
        return fault(file, syntax.getLocation(), plain(message), SYNTAX_REMEDY);
    }

    /** A parser's message on one line, without codes and what only programmers can do about it. */
    private static String plain(String message) {
        var line = message.strip().lines().findFirst().orElse("the text is not well formed");
        line = line.replaceAll(" ?\\(code \\d+[^)]*\\)", "")
                .replaceAll(" ?\\((start marker|for |token|enable).*$", "")
                .replaceAll(": maybe a \\(non-standard\\) comment\\?.*$", "; comments are not part of JSON");
        return Quote.shorten(Character.toLowerCase(line.charAt(0)) + line.substring(1), 200);
    }

    private static String tooMuch(String message, InputLimits limits) {
        if (message.contains("nesting depth")) {
            return "more than " + limits.depth() + " objects or lists stand in each other";
        }
        if (message.contains("Number value length")) {
            return "a number has more than " + LONGEST_NUMBER + " characters";
        }
        if (message.contains("String value length")) {
            return String.format(Locale.ROOT, "a text has more than %,d characters", limits.textLength());
        }
        if (message.contains("Name length")) {
            return "a key has more than 1000 characters";
        }
        return String.format(Locale.ROOT, "the file has more than %,d keys and values", limits.values());
    }

    private static InputException fault(String file, @Nullable JsonLocation where, String what, String remedy) {
        int line = where == null ? 0 : Math.max(0, where.getLineNr());
        int column = where == null ? 0 : Math.max(0, where.getColumnNr());
        return problem(new Place(file, line, column, ""), what, remedy);
    }

    private static InputException problem(Place place, String what, String remedy) {
        return new InputException(List.of(place.problem(what, remedy)));
    }
}
