package blocsim.panel;

/** How exactly a recorded date is known; a month or a year is written as its first day. */
public enum Precision {
    /** The day is known. */
    DAY,
    /** The month is known. */
    MONTH,
    /** The year is known. */
    YEAR
}
