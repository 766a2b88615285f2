package blocsim.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One value put in place of another, as by {@code --set POINTER=VALUE}.
 *
 * @param pointer where it goes (RFC 6901); objects on the way are made where they are missing
 * @param value what goes there; null takes the key away
 */
public record Setting(String pointer, JsonSource value) {
    /** What messages call the command line's settings. */
    public static final String NAME = "--set";

    private static final Pattern LEADING_POINT = Pattern.compile("(-?)(\\.\\d+([eE][+-]?\\d+)?)");

    /**
     * Reads {@code POINTER=VALUE}. The value is JSON; what is not JSON is a text.
     *
     * @throws InputException if there is no pointer or no equals sign
     */
    public static Setting parse(String text) throws InputException {
        int equals = text.indexOf('=');
        if (equals < 0 || !text.startsWith("/")) {
            throw new InputException(List.of(Place.of(NAME)
                    .problem(
                            Quote.of(text) + " is not of the form POINTER=VALUE",
                            "Write for example --set /parameters/weightNetwork=6.")));
        }
        var pointer = text.substring(0, equals);
        return new Setting(pointer, value(text.substring(equals + 1), pointer));
    }

    /**
     * A setting of a number.
     *
     * @param number finite
     */
    public static Setting of(String pointer, double number) {
        return new Setting(pointer, new JsonSource.Numeral(place(pointer), shortest(number)));
    }

    /** The shortest decimal that stands for a number and no other; unlike Double.toString, the same on every Java. */
    private static BigDecimal shortest(double number) {
        var exact = new BigDecimal(number);
        for (int digits = 15; digits < 17; digits++) {
            var rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17));
    }

    private static JsonSource value(String text, String pointer) {
        try {
            var point = LEADING_POINT.matcher(text.strip());
            var json = point.matches() ? point.group(1) + "0" + point.group(2) : text;
            return moved(JsonSource.parse(json, NAME), pointer);
        } catch (InputException notJson) {
            return new JsonSource.Text(place(pointer), text);
        }
    }

    private static Place place(String pointer) {
        return new Place(NAME, 0, 0, pointer);
    }

    /** The value as if it stood at the pointer on the command line. */
    private static JsonSource moved(JsonSource value, String pointer) {
        var place = place(pointer);
        if (value instanceof JsonSource.Members object) {
            var members = new LinkedHashMap<String, JsonSource>();
            object.members().forEach((key, member) -> members.put(key, moved(member, Place.below(pointer, key))));
            return new JsonSource.Members(place, members);
        }
        if (value instanceof JsonSource.Items list) {
            var items = new ArrayList<JsonSource>();
            for (var item : list.items()) {
                items.add(moved(item, Place.below(pointer, Integer.toString(items.size()))));
            }
            return new JsonSource.Items(place, items);
        }
        if (value instanceof JsonSource.Text text) {
            return new JsonSource.Text(place, text.text());
        }
        if (value instanceof JsonSource.Numeral number) {
            return new JsonSource.Numeral(place, number.exact());
        }
        return value instanceof JsonSource.Truth truth
                ? new JsonSource.Truth(place, truth.value())
                : new JsonSource.Nothing(place);
    }

    /**
     * A tree with the value in place; the tree itself stays as it is.
     *
     * @throws InputException if something that holds no keys stands in the way
     */
    public JsonSource applyTo(JsonSource tree) throws InputException {
        return put(tree, JsonSource.keys(pointer), 0, "");
    }

    private JsonSource put(JsonSource tree, List<String> keys, int depth, String above) throws InputException {
        if (depth == keys.size()) {
            return value;
        }
        var key = keys.get(depth);
        var below = Place.below(above, key);
        if (tree instanceof JsonSource.Items list) {
            int index = key.matches("0|[1-9]\\d{0,8}") ? Integer.parseInt(key) : -1;
            if (index < 0 || index >= list.items().size()) {
                throw inTheWay(above, "a list of " + list.items().size() + ", which has no item " + Quote.of(key));
            }
            var items = new ArrayList<>(list.items());
            items.set(index, put(items.get(index), keys, depth + 1, below));
            return new JsonSource.Items(list.place(), items);
        }
        if (!(tree instanceof JsonSource.Members object)) {
            throw inTheWay(above, tree.described() + ", below which nothing can stand");
        }
        var members = new LinkedHashMap<>(object.members());
        if (depth == keys.size() - 1 && value instanceof JsonSource.Nothing) {
            members.remove(key);
        } else {
            var before = members.getOrDefault(key, new JsonSource.Members(place(below), Map.of()));
            members.put(key, put(before, keys, depth + 1, below));
        }
        return new JsonSource.Members(object.place(), members);
    }

    private static InputException inTheWay(String pointer, String what) {
        return new InputException(
                List.of(place(pointer).problem("here stands " + what, "Set the value at " + pointer + " itself.")));
    }
}
