package blocsim.panel;

/** A row that is looked up by what it is about: a state, a pair of states or a bloc. */
interface Keyed {
    /** The code of the state or the bloc, or {@link #pair} of two states. */
    String key();

    /** The key of two states, the same from either side. */
    static String pair(String a, String b) {
        // Not "+": linking its first use in a cold virtual machine takes as long as reading a table.
        return a.compareTo(b) < 0 ? a.concat(b) : b.concat(a);
    }
}
