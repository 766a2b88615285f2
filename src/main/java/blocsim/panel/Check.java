package blocsim.panel;

/** How a row entered by hand was checked. */
public enum Check {
    /** A stored copy of the cited page states the fact and its date. */
    PAGE,
    /** The page states the fact, but part of the date or of the fact is from memory. */
    PAGE_PART,
    /** The year is that of the Correlates of War. */
    COW,
    /** General knowledge that was not looked up. */
    MEMORY
}
