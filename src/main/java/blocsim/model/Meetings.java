package blocsim.model;

import java.util.List;

/** The summits of each bloc, and whose gates stand open at each; by index, days counted from 1970-01-01. */
public final class Meetings {
    private final int[][] days;
    private final byte[][][] open;

    /**
     * @param days for each bloc, its summits in order
     * @param open for each bloc, summit and state, the rungs whose gates are open: bit r for rung r
     */
    public Meetings(List<int[]> days, List<byte[][]> open) {
        this.days = days.stream().map(int[]::clone).toArray(int[][]::new);
        this.open = open.toArray(byte[][][]::new);
    }

    /** How many summits a bloc holds within the horizon. */
    public int count(int bloc) {
        return days[bloc].length;
    }

    /** The day of a summit. */
    public int day(int bloc, int summit) {
        return days[bloc][summit];
    }

    /** The rungs whose gates stand open to a state at a summit, but for conditions that hang on the run. */
    public int open(int bloc, int summit, int state) {
        return open[bloc][summit][state];
    }
}
