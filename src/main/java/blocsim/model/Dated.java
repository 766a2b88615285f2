package blocsim.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value that may change on given days and holds in between.
 *
 * @param <T> what changes
 */
public final class Dated<T> {
    private final SortedMap<LocalDate, T> changes;
    private final List<LocalDate> days;
    private final List<T> values;

    private Dated(SortedMap<LocalDate, T> changes) {
        this.changes = changes;
        this.days = List.copyOf(changes.keySet());
        this.values = List.copyOf(changes.values());
    }

    /** The same value on every day. */
    public static <T> Dated<T> always(T value) {
        return new Dated<>(Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(LocalDate.MIN, value))));
    }

    /** A value from each of the given days on; unknown before the first. */
    public static <T> Dated<T> from(Map<LocalDate, T> changes) {
        return new Dated<>(Collections.unmodifiableSortedMap(new TreeMap<>(changes)));
    }

    /** The value on a day; null before the first change. */
    public @Nullable T at(LocalDate day) {
        int n = days.size() - 1;
        while (n >= 0 && days.get(n).isAfter(day)) {
            n--;
        }
        return n < 0 ? null : values.get(n);
    }

    /** The value on a day, or another before the first change. */
    public T at(LocalDate day, T otherwise) {
        T value = at(day);
        return value == null ? otherwise : value;
    }

    /** Each change by its day; {@link LocalDate#MIN} for what always held. */
    public SortedMap<LocalDate, T> changes() {
        return changes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dated<?> that && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return changes.hashCode();
    }

    @Override
    public String toString() {
        return changes.toString();
    }
}
