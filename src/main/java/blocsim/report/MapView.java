package blocsim.report;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of the globe, on the projection of {@link EqualEarth}: which meridian stands in the middle, and which frame is shown. The
 * globe is cut opposite to that meridian, far from what is shown.
 */
final class MapView {
    private static final double MARGIN = .05;
    /** A frame that takes in more than this share of the globe's breadth shows all of it. */
    private static final double NEARLY_ALL = .72;
    /** A wider gap than this many degrees without any state of interest is where the globe is cut. */
    private static final double WIDE_GAP = 60;
    /** The usual middle of maps of the world: the cut then runs through the Bering Strait. */
    private static final double USUAL_MERIDIAN = 11;

    private static final double LEAST = .3;
    private static final double EDGE = 2.7067;
    private static final double SOUTH = EqualEarth.y(-57);
    private static final double NORTH = EqualEarth.y(84);

    private final double meridian;
    private final Rectangle2D frame;
    /** The rings on the projection, of outlines by their place in the source; pieces on both sides of the cut are two rings. */
    private final List<List<double[]>> projected;

    private MapView(double meridian, Rectangle2D frame, List<List<double[]>> projected) {
        this.meridian = meridian;
        this.frame = frame;
        this.projected = projected;
    }

    /**
     * The view that takes in some states.
     *
     * @param outlines of those that have one
     * @param points longitudes and latitudes of the others, in degrees
     */
    static MapView of(List<Outline> outlines, List<double[]> points) {
        var spots = new ArrayList<double[]>();
        // What lies overseas does not widen the view.
        outlines.forEach(outline -> spots.add(Clip.unwrapped(largest(outline))));
        spots.addAll(points);
        if (spots.isEmpty()) {
            return of(USUAL_MERIDIAN, null);
        }
        @Nullable Double middle = middle(spots);
        if (middle == null) {
            return of(USUAL_MERIDIAN, null);
        }
        Rectangle2D box = null;
        for (double[] spot : spots) {
            for (int n = 0; n < spot.length; n += 2) {
                double east = Math.IEEEremainder(spot[n] - middle, 360);
                var at = new Rectangle2D.Double(EqualEarth.x(east, spot[n + 1]), EqualEarth.y(spot[n + 1]), 0, 0);
                box = box == null ? at : box.createUnion(at);
            }
        }
        return box == null || box.getWidth() > NEARLY_ALL * 2 * EDGE ? of(USUAL_MERIDIAN, null) : of(middle, box);
    }

    private static MapView of(double meridian, @Nullable Rectangle2D box) {
        Rectangle2D frame;
        if (box == null) {
            frame = new Rectangle2D.Double(-EDGE, SOUTH, 2 * EDGE, NORTH - SOUTH);
        } else {
            double width = Math.max(LEAST, box.getWidth() * (1 + 2 * MARGIN));
            double height = Math.max(LEAST / 2, box.getHeight() * (1 + 2 * MARGIN));
            frame = new Rectangle2D.Double(box.getCenterX() - width / 2, box.getCenterY() - height / 2, width, height);
        }
        var projected = new ArrayList<List<double[]>>();
        for (Outline outline : Outlines.world()) {
            var rings = new ArrayList<double[]>();
            outline.rings().forEach(ring -> project(Clip.unwrapped(ring), meridian, rings));
            projected.add(List.copyOf(rings));
        }
        return new MapView(meridian, frame, List.copyOf(projected));
    }

    /** The middle of the shortest stretch of longitudes that holds all spots; null if they go all round the globe. */
    private static @Nullable Double middle(List<double[]> spots) {
        var stretches = new ArrayList<double[]>();
        for (double[] spot : spots) {
            double west = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            for (int n = 0; n < spot.length; n += 2) {
                west = Math.min(west, spot[n]);
                east = Math.max(east, spot[n]);
            }
            double turn = 360 * Math.floor((west + 180) / 360);
            stretches.add(new double[] {west - turn, east - turn});
        }
        stretches.sort(Comparator.comparingDouble((double[] s) -> s[0]).thenComparingDouble(s -> s[1]));
        double reached = stretches.stream().mapToDouble(s -> s[1]).max().orElse(0) - 360;
        double gap = 0;
        double after = 0;
        for (double[] stretch : stretches) {
            if (stretch[0] - reached > gap) {
                gap = stretch[0] - reached;
                after = stretch[0];
            }
            reached = Math.max(reached, stretch[1]);
        }
        return gap < WIDE_GAP ? null : Math.IEEEremainder(after + (360 - gap) / 2, 360);
    }

    private static double[] largest(Outline outline) {
        double[] largest = outline.rings().get(0);
        for (double[] ring : outline.rings()) {
            largest = area(ring) > area(largest) ? ring : largest;
        }
        return largest;
    }

    /** The area of a ring of degrees on the globe, up to a factor. */
    private static double area(double[] ring) {
        double[] on = Clip.unwrapped(ring);
        double sum = 0;
        for (int n = 0; n < on.length; n += 2) {
            int next = (n + 2) % on.length;
            sum += (on[next] - on[n])
                    * (StrictMath.sin(StrictMath.toRadians(on[n + 1]))
                            + StrictMath.sin(StrictMath.toRadians(on[next + 1])));
        }
        return Math.abs(sum);
    }

    private static void project(double[] ring, double meridian, List<double[]> into) {
        for (int turn = -1; turn <= 1; turn++) {
            double[] turned = ring.clone();
            boolean far = true;
            for (int n = 0; n < turned.length; n += 2) {
                turned[n] += 360 * turn - meridian;
                far &= Math.abs(turned[n]) > 180;
            }
            double[] piece = far ? new double[0] : Clip.cut(Clip.cut(turned, 0, -180, true), 0, 180, false);
            for (int n = 0; n < piece.length; n += 2) {
                piece[n] = EqualEarth.x(piece[n], piece[n + 1]);
                piece[n + 1] = EqualEarth.y(piece[n + 1]);
            }
            if (piece.length > 0) {
                into.add(piece);
            }
        }
    }

    /** The same, with a frame widened or heightened to a breadth for its height. */
    MapView fitted(double breadth) {
        double width = Math.max(frame.getWidth(), frame.getHeight() * breadth);
        double height = Math.max(frame.getHeight(), frame.getWidth() / breadth);
        double x = held(frame.getCenterX() - width / 2, width, -EDGE, EDGE);
        double y = held(frame.getCenterY() - height / 2, height, SOUTH, NORTH);
        return new MapView(meridian, new Rectangle2D.Double(x, y, width, height), projected);
    }

    /** The breadth of the frame for its height. */
    double breadth() {
        return frame.getWidth() / frame.getHeight();
    }

    private static double held(double from, double length, double least, double most) {
        return length >= most - least ? (least + most - length) / 2 : Math.max(least, Math.min(from, most - length));
    }

    /**
     * The rings of an outline in pixels, without what lies outside the frame.
     *
     * @param area where the frame stands
     * @param grid the distance in pixels to which places are rounded, so that a picture stays small
     */
    List<double[]> rings(Outline outline, Rectangle2D area, double grid) {
        var rings = new ArrayList<double[]>();
        for (double[] ring : projected.get(Outlines.world().indexOf(outline))) {
            double[] seen = Clip.within(ring, frame.getMinX(), frame.getMaxX(), frame.getMinY(), frame.getMaxY());
            for (int n = 0; n < seen.length; n += 2) {
                seen[n] = grid * Math.rint(across(seen[n], area) / grid);
                seen[n + 1] = grid * Math.rint(down(seen[n + 1], area) / grid);
            }
            double[] plain = plain(seen);
            if (plain.length >= 6) {
                rings.add(plain);
            }
        }
        return rings;
    }

    /** A place in pixels; null if it lies outside the frame. */
    @Nullable Point2D point(double longitude, double latitude, Rectangle2D area) {
        double x = EqualEarth.x(Math.IEEEremainder(longitude - meridian, 360), latitude);
        double y = EqualEarth.y(latitude);
        return x < frame.getMinX() || x > frame.getMaxX() || y < frame.getMinY() || y > frame.getMaxY()
                ? null
                : new Point2D.Double(across(x, area), down(y, area));
    }

    private double across(double x, Rectangle2D area) {
        return area.getMinX() + (x - frame.getMinX()) / frame.getWidth() * area.getWidth();
    }

    private double down(double y, Rectangle2D area) {
        return area.getMaxY() - (y - frame.getMinY()) / frame.getHeight() * area.getHeight();
    }

    /** A ring without points that repeat the one before or lie straight between their neighbours. */
    private static double[] plain(double[] ring) {
        double[] kept = new double[ring.length];
        int length = 0;
        for (int n = 0; n < ring.length; n += 2) {
            double x = ring[n];
            double y = ring[n + 1];
            if (length >= 2 && kept[length - 2] == x && kept[length - 1] == y) {
                continue;
            }
            if (length >= 4 && straight(kept, length, x, y)) {
                length -= 2;
            }
            kept[length] = x;
            kept[length + 1] = y;
            length += 2;
        }
        return Arrays.copyOf(kept, length);
    }

    private static boolean straight(double[] kept, int length, double x, double y) {
        double dx = kept[length - 2] - kept[length - 4];
        double dy = kept[length - 1] - kept[length - 3];
        return dx * (y - kept[length - 1]) == dy * (x - kept[length - 2])
                && dx * (x - kept[length - 2]) + dy * (y - kept[length - 1]) >= 0;
    }

    /** Rings as a shape; one inside another is a hole. */
    static Path2D shape(List<double[]> rings) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[] ring : rings) {
            path.moveTo(ring[0], ring[1]);
            for (int n = 2; n < ring.length; n += 2) {
                path.lineTo(ring[n], ring[n + 1]);
            }
            path.closePath();
        }
        return path;
    }

    /**
     * Slanting stripes within rings, as lines; the stripes of neighbours meet.
     *
     * @param apart the distance between two of them, across, in pixels
     */
    static Path2D stripes(List<double[]> rings, double apart) {
        var crossings = new TreeMap<Long, List<Double>>();
        for (double[] ring : rings) {
            for (int n = 0; n < ring.length; n += 2) {
                int next = (n + 2) % ring.length;
                double from = ring[n] + ring[n + 1];
                double to = ring[next] + ring[next + 1];
                long first = (long) Math.ceil(Math.min(from, to) / apart);
                for (long line = first; line * apart < Math.max(from, to); line++) {
                    double share = (line * apart - from) / (to - from);
                    crossings
                            .computeIfAbsent(line, key -> new ArrayList<>())
                            .add(ring[n] + share * (ring[next] - ring[n]));
                }
            }
        }
        var path = new Path2D.Double();
        for (Map.Entry<Long, List<Double>> line : crossings.entrySet()) {
            double sum = line.getKey() * apart;
            var across = line.getValue();
            across.sort(Comparator.naturalOrder());
            for (int n = 0; n + 1 < across.size(); n += 2) {
                double from = tenth(across.get(n));
                double to = tenth(across.get(n + 1));
                if (to > from) {
                    path.moveTo(from, tenth(sum - from));
                    path.lineTo(to, tenth(sum - to));
                }
            }
        }
        return path;
    }

    private static double tenth(double pixels) {
        return Math.rint(10 * pixels) / 10;
    }

    /**
     * A spot well inside rings.
     *
     * @param x across
     * @param y down
     * @param reach the lesser of the room about it across and down, in pixels
     */
    record Spot(double x, double y, double reach) {}

    /** The roomiest spot inside rings, of those on some level lines; null if there is none. */
    static @Nullable Spot spot(List<double[]> rings) {
        Spot best = null;
        Rectangle2D box = shape(rings).getBounds2D();
        int lines = 15;
        for (int line = 0; line < lines; line++) {
            double y = box.getMinY() + (line + .5) / lines * box.getHeight();
            var across = chords(rings, 0, y);
            for (int n = 0; n + 1 < across.size(); n += 2) {
                double x = (across.get(n) + across.get(n + 1)) / 2;
                var down = chords(rings, 1, x);
                for (int m = 0; m + 1 < down.size(); m += 2) {
                    if (down.get(m) <= y && y <= down.get(m + 1)) {
                        double reach = Math.min(across.get(n + 1) - across.get(n), down.get(m + 1) - down.get(m));
                        best = best == null || reach > best.reach() ? new Spot(x, y, reach) : best;
                    }
                }
            }
        }
        return best;
    }

    /** Where a level (axis 0) or upright (axis 1) line crosses rings, in order. */
    private static List<Double> chords(List<double[]> rings, int axis, double at) {
        var crossings = new ArrayList<Double>();
        for (double[] ring : rings) {
            for (int n = 0; n < ring.length; n += 2) {
                int next = (n + 2) % ring.length;
                double from = ring[n + 1 - axis];
                double to = ring[next + 1 - axis];
                if ((from <= at) != (to <= at)) {
                    crossings.add(ring[n + axis] + (at - from) / (to - from) * (ring[next + axis] - ring[n + axis]));
                }
            }
        }
        crossings.sort(Comparator.naturalOrder());
        return crossings;
    }
}
