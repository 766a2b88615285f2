package blocsim.model;

import java.util.List;

/** Who borders on whom and who lies near whom, by index; the same on every day. */
public final class Geography {
    private final PairFigures border;
    private final int[][] near;
    private final int[] nearInAll;

    /**
     * @param near for each state, the indices of the world's states within 300 km
     * @param nearInAll for each state, the number of all states within 300 km, in the world or not
     * @param borders pairs of indices with a land border
     */
    public Geography(List<int[]> near, int[] nearInAll, List<int[]> borders) {
        this.near = near.stream().map(int[]::clone).toArray(int[][]::new);
        this.nearInAll = nearInAll.clone();
        var draft = new PairFigures.Draft(near.size(), near.size());
        for (var pair : borders) {
            draft.set(pair[0], pair[1], 1);
            draft.set(pair[1], pair[0], 1);
        }
        this.border = draft.freeze();
    }

    /** c_ij: whether the two share a land border. */
    public boolean border(int i, int j) {
        return border.get(i, j) != 0;
    }

    /** How many of the world's states lie within 300 km of i. */
    public int nearCount(int i) {
        return near[i].length;
    }

    /** One of the world's states within 300 km of i. */
    public int near(int i, int n) {
        return near[i][n];
    }

    /** How many states lie within 300 km of i, in the world or not. */
    public int nearInAll(int i) {
        return nearInAll[i];
    }
}
