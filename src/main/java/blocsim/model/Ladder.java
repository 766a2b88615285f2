package blocsim.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The ordered rungs of one bloc. Index 0 stands for an outsider, 1 for the lowest rung and {@link #top()} for the highest.
 *
 * @param rungs the rungs by rising height
 */
public record Ladder(List<Rung> rungs) {
    /** The status of a state on no rung. */
    public static final String OUTSIDER = "none";

    /**
     * Sorts by height.
     *
     * @throws IllegalArgumentException if there is no rung, or none is a full member's
     */
    public Ladder {
        rungs = rungs.stream().sorted(Comparator.comparingInt(Rung::height)).toList();
        if (rungs.isEmpty() || !rungs.get(rungs.size() - 1).full()) {
            throw new IllegalArgumentException("a ladder needs a rung for full members; give one of height 3");
        }
    }

    /** The number of rungs, which is the index of the highest. */
    public int top() {
        return rungs.size();
    }

    /** The rung at an index from 1. */
    public Rung rung(int index) {
        return rungs.get(index - 1);
    }

    /** A figure of each rung by its index, and 0 at that of an outsider. */
    public double[] figures(ToDoubleFunction<Rung> figure) {
        var figures = new double[top() + 1];
        for (int rung = 1; rung <= top(); rung++) {
            figures[rung] = figure.applyAsDouble(rung(rung));
        }
        return figures;
    }

    /** The id of the status at an index: {@value #OUTSIDER} for 0. */
    public String id(int index) {
        return index == 0 ? OUTSIDER : rung(index).id();
    }

    /** The index of a status, 0 for {@value #OUTSIDER}, or -1 if the ladder has no such rung. */
    public int index(String id) {
        if (id.equals(OUTSIDER)) {
            return 0;
        }
        for (int r = 1; r <= top(); r++) {
            if (rung(r).id().equals(id)) {
                return r;
            }
        }
        return -1;
    }
}
