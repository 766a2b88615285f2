package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.model.Dated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads judgements and rules of a valid tree, without what one could not yet know, and notes what they rest on. */
final class Knowledge {
    private final @Nullable LocalDate limit;
    private final List<Cited> cited = new ArrayList<>();

    /** @param limit the last day of which anything may be known; null for no limit */
    Knowledge(@Nullable LocalDate limit) {
        this.limit = limit;
    }

    @Nullable LocalDate limit() {
        return limit;
    }

    List<Cited> cited() {
        return cited;
    }

    /** Whether something could be known that became known on a day; null for always. */
    boolean has(@Nullable LocalDate day) {
        return limit == null || day == null || !day.isAfter(limit);
    }

    /** Whether a rule or event could be known; its evidence is noted if so. */
    boolean has(JsonSource.Members rule, String begins) {
        return has(rule, Tree.day(rule, begins));
    }

    /** Whether a rule could be known that holds from a day, null for always; its evidence is noted if so. */
    boolean has(JsonSource.Members rule, @Nullable LocalDate begins) {
        var stated = Tree.day(rule, "knownFrom");
        var known = stated == null ? begins : stated;
        if (!has(known)) {
            return false;
        }
        cite(rule, known);
        return true;
    }

    /** The day at a key, if one could know of it then. */
    @Nullable LocalDate end(JsonSource.Members rule, String key) {
        var day = Tree.day(rule, key);
        return has(day) ? day : null;
    }

    /** A judgement that holds throughout; the other value where there is none. */
    double fixed(JsonSource.Members object, String key, double otherwise) {
        return known(object.get(key)) instanceof JsonSource.Numeral number ? number.value() : otherwise;
    }

    /** Years of a judgement. */
    List<Integer> years(JsonSource.Members object, String key) {
        var years = new ArrayList<Integer>();
        if (known(object.get(key)) instanceof JsonSource.Items list) {
            for (var item : list.items()) {
                if (item instanceof JsonSource.Numeral year) {
                    years.add((int) year.value());
                }
            }
        }
        return years.stream().distinct().sorted().toList();
    }

    /** A judgement that may change; null where there is none. */
    @Nullable Dated<Double> dated(JsonSource.Members object, String key) {
        return dated(object.get(key), value -> ((JsonSource.Numeral) value).value());
    }

    /** Something that may change; null where there is none. Where no date says from when one could know it, its own does. */
    <T> @Nullable Dated<T> dated(@Nullable JsonSource value, Function<JsonSource, T> reading) {
        var bare = known(value);
        if (bare instanceof JsonSource.Members object && Shape.byDate(object)) {
            boolean stated =
                    bare != value && value instanceof JsonSource.Members outer && outer.get("knownFrom") != null;
            var changes = new TreeMap<LocalDate, T>();
            Tree.byDay(object).forEach((day, each) -> {
                if (stated || has(day)) {
                    changes.put(day, reading.apply(each));
                }
            });
            return changes.isEmpty() ? null : Dated.from(changes);
        }
        return bare == null ? null : Dated.always(reading.apply(bare));
    }

    /** Notes the evidence that stands in an object. */
    void cite(JsonSource.Members object, @Nullable LocalDate known) {
        var evidence = object.get("evidence");
        var all = evidence instanceof JsonSource.Items list
                ? list.items()
                : evidence == null ? List.<JsonSource>of() : List.of(evidence);
        for (var each : all) {
            if (each instanceof JsonSource.Text text) {
                var parts = text.text().split(": ", 2);
                cited.add(new Cited(object.place().pointer(), parts[0], parts[1].strip(), known));
            }
        }
    }

    /** What stands in a judgement, if one could know it; its evidence is noted if so. */
    private @Nullable JsonSource known(@Nullable JsonSource value) {
        if (value instanceof JsonSource.Members judgement && judgement.get("value") != null) {
            var from = Tree.day(judgement, "knownFrom");
            if (!has(from)) {
                return null;
            }
            cite(judgement, from);
            return judgement.get("value");
        }
        return value;
    }
}
