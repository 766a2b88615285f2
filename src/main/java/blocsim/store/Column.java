package blocsim.store;

import blocsim.scenario.ColumnType;

/**
 * A column of a study's own in the table of runs.
 *
 * @param name its name
 * @param type what stands in it
 * @param factor whether it is a factor; else it is an output
 * @param meaning what it is, in words
 * @param unit its unit; may be empty
 */
public record Column(String name, ColumnType type, boolean factor, String meaning, String unit) {
    /** The name as SQL writes it, safe from reserved words. */
    String quoted() {
        return '"' + name + '"';
    }

    /** The type as SQL writes it. */
    String sql() {
        return switch (type) {
            case WHOLE -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
        };
    }
}
