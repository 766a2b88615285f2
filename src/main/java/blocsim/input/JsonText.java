package blocsim.input;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.HexFormat;
import java.util.TreeMap;

/** JSON as the program writes it: two spaces a level, line feeds, keys in the order given, a line feed at the end. */
public final class JsonText {
    private static final ObjectWriter WRITER = writer();

    private JsonText() {}

    /**
     * Writes a value made of maps, lists, records, strings, numbers, booleans, enums, dates, paths and null. A number that is not
     * finite becomes null, as JSON has no word for it. A {@link JsonSource} is written as what it holds.
     *
     * @throws IllegalArgumentException if there is something else in it
     */
    public static String write(Object value) {
        try {
            return WRITER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("the value cannot be written as JSON", unwritable);
        }
    }

    /** The same in one line without a line feed, for what only programs read. */
    public static String compact(Object value) {
        try {
            return WRITER.with((PrettyPrinter) null).writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("the value cannot be written as JSON", unwritable);
        }
    }

    /** The value as one line with sorted keys and numbers in one spelling: equal values give equal texts. */
    public static String canonical(JsonSource value) {
        var text = new StringBuilder();
        canonical(value, text);
        return text.toString();
    }

    /** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static void canonical(JsonSource value, StringBuilder text) {
        if (value instanceof JsonSource.Members object) {
            char separator = '{';
            for (var member : new TreeMap<>(object.members()).entrySet()) {
                text.append(separator).append(quoted(member.getKey())).append(':');
                canonical(member.getValue(), text);
                separator = ',';
            }
            text.append(object.members().isEmpty() ? "{}" : "}");
        } else if (value instanceof JsonSource.Items list) {
            char separator = '[';
            for (var item : list.items()) {
                text.append(separator);
                canonical(item, text);
                separator = ',';
            }
            text.append(list.items().isEmpty() ? "[]" : "]");
        } else if (value instanceof JsonSource.Text string) {
            text.append(quoted(string.text()));
        } else if (value instanceof JsonSource.Numeral number) {
            text.append(number(number.exact()));
        } else if (value instanceof JsonSource.Truth truth) {
            text.append(truth.value());
        } else {
            text.append("null");
        }
    }

    /** A number in the one spelling: plain where that is short, without trailing zeros. */
    static String number(BigDecimal exact) {
        var shortest = exact.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) <= 30 ? shortest.toPlainString() : shortest.toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }

    private static ObjectWriter writer() {
        var module = new SimpleModule();
        module.addSerializer(Temporal.class, new ToStringSerializer(Temporal.class));
        module.addSerializer(TemporalAmount.class, new ToStringSerializer(TemporalAmount.class));
        module.addSerializer(Path.class, new ToStringSerializer(Path.class));
        module.addSerializer(Double.class, new FiniteOrNull());
        module.addSerializer(double.class, new FiniteOrNull());
        module.addSerializer(JsonSource.class, new Tree());
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        // Double.toString spells some numbers differently from one Java to the next; this writer is the same on all.
        var factory = new JsonFactoryBuilder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        return JsonMapper.builder(factory).addModule(module).build().writer(printer);
    }

    private static final class FiniteOrNull extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value.doubleValue());
            } else {
                out.writeNull();
            }
        }
    }

    private static final class Tree extends JsonSerializer<JsonSource> {
        @Override
        public void serialize(JsonSource value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value instanceof JsonSource.Members object) {
                out.writeStartObject();
                for (var member : object.members().entrySet()) {
                    out.writeFieldName(member.getKey());
                    serialize(member.getValue(), out, provider);
                }
                out.writeEndObject();
            } else if (value instanceof JsonSource.Items list) {
                out.writeStartArray();
                for (var item : list.items()) {
                    serialize(item, out, provider);
                }
                out.writeEndArray();
            } else if (value instanceof JsonSource.Text text) {
                out.writeString(text.text());
            } else if (value instanceof JsonSource.Numeral number) {
                out.writeNumber(number(number.exact()));
            } else if (value instanceof JsonSource.Truth truth) {
                out.writeBoolean(truth.value());
            } else {
                out.writeNull();
            }
        }
    }
}
