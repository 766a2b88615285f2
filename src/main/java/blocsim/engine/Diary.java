package blocsim.engine;

import java.util.Arrays;

/**
 * What is due in one tick, by day and, within a day, by kind, bloc and state. Each entry is one number, so that keeping them in
 * order allocates nothing.
 */
final class Diary {
    /** What may be due, in the order of one day. */
    enum Kind {
        OUSTING,
        FOUNDING,
        MERGER,
        LEAVING,
        WITHDRAWAL,
        REQUEST,
        OFFER,
        APPROVAL,
        SUMMIT,
        ENTRY
    }

    private static final Kind[] KINDS = Kind.values();
    private static final int DAY_SHIFT = 40;
    private static final int KIND_SHIFT = 36;
    private static final int BLOC_SHIFT = 24;
    private static final int STATE_SHIFT = 4;
    private static final long DAY_OFFSET = 1L << 21;

    private long[] entries = new long[64];
    private int next;
    private int end;

    /** Packs what is due into one number that sorts by day, kind, bloc and state. */
    static long entry(int day, Kind kind, int bloc, int state, int rung) {
        return (day + DAY_OFFSET) << DAY_SHIFT
                | (long) kind.ordinal() << KIND_SHIFT
                | (long) bloc << BLOC_SHIFT
                | (long) state << STATE_SHIFT
                | rung;
    }

    static int day(long entry) {
        return (int) ((entry >>> DAY_SHIFT) - DAY_OFFSET);
    }

    static Kind kind(long entry) {
        return KINDS[(int) (entry >>> KIND_SHIFT) & 0xF];
    }

    static int bloc(long entry) {
        return (int) (entry >>> BLOC_SHIFT) & 0xFFF;
    }

    static int state(long entry) {
        return (int) (entry >>> STATE_SHIFT) & 0xFFFFF;
    }

    static int rung(long entry) {
        return (int) entry & 0xF;
    }

    /** Begins a tick with what is fixed beforehand, in order. */
    void begin(long[] fixed) {
        next = 0;
        end = fixed.length;
        if (entries.length < end) {
            entries = new long[2 * end];
        }
        System.arraycopy(fixed, 0, entries, 0, end);
    }

    /** Notes one more thing, which must not be due before what was taken out last. */
    void note(long entry) {
        if (end == entries.length) {
            entries = Arrays.copyOf(entries, 2 * end);
        }
        int found = Arrays.binarySearch(entries, next, end, entry);
        int at = found >= 0 ? found : -found - 1;
        System.arraycopy(entries, at, entries, at + 1, end - at);
        entries[at] = entry;
        end++;
    }

    boolean isEmpty() {
        return next == end;
    }

    /** Takes out what is due first. */
    long take() {
        return entries[next++];
    }
}
