package blocsim.scenario;

/** What stands in a column of a study's results. */
public enum ColumnType {
    /** A whole number. */
    WHOLE,
    /** A number. */
    NUMBER,
    /** A code or label. */
    TEXT,
    /** A day. */
    DATE
}
