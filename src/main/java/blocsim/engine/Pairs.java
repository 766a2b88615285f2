package blocsim.engine;

import java.util.Arrays;

/**
 * The pairs of states that something has happened between in one run, in the order in which it first did, each with a number.
 * Few of all pairs ever get one, so that neither memory nor the way back to the beginning grows with the square of states.
 */
final class Pairs {
    private static final int NONE = -1;

    /** Up to so many states each pair has a slot of its own, which is quicker to find. */
    static final int FEW = 256;

    private final int states;
    private final boolean[] isTouched;
    private int[] slots;
    private int[] first = new int[16];
    private int[] second = new int[16];
    private int count;

    /** Pairs of so many states. */
    Pairs(int states) {
        this.states = states;
        this.isTouched = new boolean[states];
        this.slots = new int[states <= FEW ? states * states : 64];
        Arrays.fill(slots, NONE);
    }

    /** Forgets all pairs. */
    void clear() {
        for (int n = 0; n < count; n++) {
            isTouched[first[n]] = false;
            isTouched[second[n]] = false;
        }
        if (states > FEW) {
            Arrays.fill(slots, NONE);
        }
        for (int n = 0; n < count && states <= FEW; n++) {
            slots[slot(first[n], second[n])] = NONE;
        }
        count = 0;
    }

    /** How many pairs there are. */
    int count() {
        return count;
    }

    /** The state of a pair with the lower index. */
    int first(int pair) {
        return first[pair];
    }

    /** The state of a pair with the higher index. */
    int second(int pair) {
        return second[pair];
    }

    /** The number of a pair, in either order of its states, or -1 if it has none. */
    int find(int i, int j) {
        return isTouched[i] && isTouched[j] ? slots[slot(Math.min(i, j), Math.max(i, j))] : NONE;
    }

    /** The number of a pair, which it is given if it has none. */
    int add(int i, int j) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        int slot = slot(low, high);
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        if (count == first.length) {
            first = Arrays.copyOf(first, 2 * count);
            second = Arrays.copyOf(second, 2 * count);
        }
        first[count] = low;
        second[count] = high;
        isTouched[low] = true;
        isTouched[high] = true;
        slots[slot] = count;
        count++;
        if (states > FEW && 2 * count > slots.length) {
            spread();
        }
        return count - 1;
    }

    /** The slot that holds a pair, or the free one where it would stand. */
    private int slot(int low, int high) {
        if (states <= FEW) {
            return low * states + high;
        }
        int mask = slots.length - 1;
        int hash = (low * 0x9E3779B1 ^ high) * 0x85EBCA6B;
        int slot = (hash ^ hash >>> 15) & mask;
        while (slots[slot] != NONE && (first[slots[slot]] != low || second[slots[slot]] != high)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void spread() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, NONE);
        for (int n = 0; n < count; n++) {
            slots[slot(first[n], second[n])] = n;
        }
    }
}
