package blocsim.report;

import java.util.Arrays;

/**
 * Rings of x and y in turn, cut at straight lines.
 *
 * <p>Source: Sutherland and Hodgman (1974), "Reentrant Polygon Clipping". Pieces of a ring that falls apart stay joined along the
 * line, which a filled shape does not show.
 */
final class Clip {
    private Clip() {}

    /** What of a ring lies within bounds; no points if nothing does. */
    static double[] within(double[] ring, double left, double right, double low, double high) {
        return cut(cut(cut(cut(ring, 0, left, true), 0, right, false), 1, low, true), 1, high, false);
    }

    /**
     * What of a ring lies on one side of a line.
     *
     * @param axis 0 for an upright line, 1 for a level one
     * @param at where the line is
     * @param above whether the side of greater values is kept
     */
    static double[] cut(double[] ring, int axis, double at, boolean above) {
        double[] kept = new double[2 * ring.length + 4];
        int length = 0;
        for (int n = 0; n < ring.length; n += 2) {
            int before = n == 0 ? ring.length - 2 : n - 2;
            double from = ring[before + axis];
            double to = ring[n + axis];
            boolean wasIn = above ? from >= at : from <= at;
            boolean isIn = above ? to >= at : to <= at;
            if (wasIn != isIn) {
                double share = (at - from) / (to - from);
                double other = ring[before + 1 - axis] + share * (ring[n + 1 - axis] - ring[before + 1 - axis]);
                kept[length + axis] = at;
                kept[length + 1 - axis] = other;
                length += 2;
            }
            if (isIn) {
                kept[length] = ring[n];
                kept[length + 1] = ring[n + 1];
                length += 2;
            }
        }
        return Arrays.copyOf(kept, length);
    }

    /** A ring of degrees in which no step is longer than half the globe: what crosses the antimeridian goes on past 180. */
    static double[] unwrapped(double[] ring) {
        double[] on = ring.clone();
        for (int n = 2; n < on.length; n += 2) {
            double step = on[n] - on[n - 2];
            on[n] -= 360 * Math.rint(step / 360);
        }
        return on;
    }
}
