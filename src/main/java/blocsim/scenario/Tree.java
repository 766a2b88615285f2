package blocsim.scenario;

import blocsim.input.JsonSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values out of a tree whose shape may be wrong: what does not fit is as if it were not there. */
final class Tree {
    private Tree() {}

    static @Nullable String text(JsonSource.Members object, String key) {
        return object.get(key) instanceof JsonSource.Text text ? text.text() : null;
    }

    static String text(JsonSource.Members object, String key, String otherwise) {
        var text = text(object, key);
        return text == null ? otherwise : text;
    }

    static @Nullable LocalDate day(JsonSource.Members object, String key) {
        var text = text(object, key);
        return text == null ? null : Shape.fullDay(text);
    }

    static @Nullable BigDecimal number(JsonSource.Members object, String key) {
        return object.get(key) instanceof JsonSource.Numeral number ? number.exact() : null;
    }

    static double number(JsonSource.Members object, String key, double otherwise) {
        return object.get(key) instanceof JsonSource.Numeral number ? number.value() : otherwise;
    }

    static int count(JsonSource.Members object, String key, int otherwise) {
        return object.get(key) instanceof JsonSource.Numeral number && number.whole()
                ? (int) number.value()
                : otherwise;
    }

    /** The object at a key; an empty one if there is none. */
    static JsonSource.Members object(JsonSource.Members object, String key) {
        return object.get(key) instanceof JsonSource.Members below
                ? below
                : new JsonSource.Members(object.place(), Map.of());
    }

    /** The objects in the table at a key, by their own keys. */
    static Map<String, JsonSource.Members> objects(JsonSource.Members object, String key) {
        var objects = new LinkedHashMap<String, JsonSource.Members>();
        object(object, key).members().forEach((name, value) -> {
            if (value instanceof JsonSource.Members member) {
                objects.put(name, member);
            }
        });
        return objects;
    }

    static List<JsonSource> items(JsonSource.Members object, String key) {
        return object.get(key) instanceof JsonSource.Items list ? list.items() : List.of();
    }

    static List<String> texts(JsonSource.Members object, String key) {
        var texts = new ArrayList<String>();
        for (var item : items(object, key)) {
            if (item instanceof JsonSource.Text text) {
                texts.add(text.text());
            }
        }
        return texts;
    }

    static List<LocalDate> days(JsonSource.Members object, String key) {
        var days = new ArrayList<LocalDate>();
        for (var text : texts(object, key)) {
            var day = Shape.fullDay(text);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    /** The values that an object gives by date. */
    static Map<LocalDate, JsonSource> byDay(JsonSource.Members dated) {
        var values = new LinkedHashMap<LocalDate, JsonSource>();
        dated.members().forEach((key, value) -> {
            var day = Shape.day(key);
            if (day != null) {
                values.put(day, value);
            }
        });
        return values;
    }
}
