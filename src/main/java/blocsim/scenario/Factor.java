package blocsim.scenario;

import blocsim.input.Setting;
import java.util.List;

/**
 * A value of a scenario that a study varies.
 *
 * @param name the name of its column
 * @param pointer where the value goes in the effective scenario (RFC 6901)
 * @param spread how its values are spread
 * @param levels how many values a factorial design takes of a range or distribution
 * @param meaning what it is
 * @param unit its unit; may be empty
 */
public record Factor(String name, String pointer, Spread spread, int levels, String meaning, String unit) {
    /** The quantile of a distribution that stands for the end of a range, where a design takes ends. */
    private static final double TAIL = 0.005;

    /** What stands in its column. */
    public ColumnType type() {
        if (spread instanceof Spread.Values values) {
            return values.type();
        }
        return spread instanceof Spread.Integers ? ColumnType.WHOLE : ColumnType.NUMBER;
    }

    /** The value at a number of the open unit interval; a list and whole numbers are cut into equal parts. */
    public Level at(double u) {
        if (spread instanceof Spread.Values values) {
            int count = values.levels().size();
            return values.levels().get((int) Math.min(count - 1, Math.max(0, Math.floor(u * count))));
        }
        if (spread instanceof Spread.Integers whole) {
            return whole(whole.low()
                    + Math.min(whole.count() - 1, Math.max(0, (long) Math.floor(u * (double) whole.count()))));
        }
        return number(spread instanceof Spread.Law law ? law.quantile(u) : ((Spread.Range) spread).at(u));
    }

    /** The value at a number of the closed unit interval, whose ends are the quantiles .005 and .995 of a distribution. */
    public Level atGrid(double u) {
        return at(spread instanceof Spread.Law ? TAIL + u * (1 - 2 * TAIL) : u);
    }

    /** How many values a factorial design takes. */
    public long gridSize() {
        if (spread instanceof Spread.Values values) {
            return values.levels().size();
        }
        return spread instanceof Spread.Integers whole ? whole.count() : levels;
    }

    /** One value of a factorial design: a range with its ends, a distribution at the middles of equal shares. */
    public Level grid(long index) {
        if (spread instanceof Spread.Values values) {
            return values.levels().get((int) index);
        }
        if (spread instanceof Spread.Integers whole) {
            return whole(whole.low() + index);
        }
        if (spread instanceof Spread.Law) {
            return at((index + 0.5) / levels);
        }
        return at(levels == 1 ? 0.5 : (double) index / (levels - 1));
    }

    /** The setting that puts a value in place. */
    public Setting set(Level level) {
        return new Setting(pointer, level.value());
    }

    /** The values by which a study is checked before it runs: the ends, or every value of a list. */
    List<Level> extremes() {
        return spread instanceof Spread.Values values ? values.levels() : List.of(atGrid(0), atGrid(1));
    }

    /** A level that is a number. */
    public Level number(double value) {
        return new Level(value, Setting.of(pointer, value).value());
    }

    /** A level that is a whole number. */
    public Level whole(long value) {
        return new Level(value, Setting.of(pointer, (double) value).value());
    }
}
