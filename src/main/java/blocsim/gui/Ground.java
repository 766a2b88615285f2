package blocsim.gui;

import blocsim.model.World;
import blocsim.panel.Country;
import blocsim.panel.Panel;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the states of a world lie on a display: at their capitals; invented ones on an ellipse. */
final class Ground {
    /** The share of a display that is left free on each side. */
    private static final double MARGIN = .06;

    private final List<Point2D> places;
    private final List<Shape> outlines;

    private Ground(List<Point2D> places, List<Shape> outlines) {
        this.places = List.copyOf(places);
        this.outlines = List.copyOf(outlines);
    }

    /**
     * The ground of a world.
     *
     * @param panel knows the capitals
     * @param width of the display in pixels
     * @param height of the display in pixels
     */
    static Ground of(World world, Panel panel, double width, double height) {
        var degrees = new ArrayList<@Nullable Point2D>();
        for (var state : world.states()) {
            var country = panel.country(state.code());
            degrees.add(country.filter(c -> Double.isFinite(c.latitude()) && Double.isFinite(c.longitude()))
                    .map(Ground::point)
                    .orElse(null));
        }
        var found = degrees.stream()
                .flatMap(place -> place == null ? java.util.stream.Stream.empty() : java.util.stream.Stream.of(place))
                .toList();
        double west = found.stream().mapToDouble(Point2D::getX).min().orElse(-180);
        double east = found.stream().mapToDouble(Point2D::getX).max().orElse(180);
        double south = found.stream().mapToDouble(Point2D::getY).min().orElse(-90);
        double north = found.stream().mapToDouble(Point2D::getY).max().orElse(90);
        double scale =
                (1 - 2 * MARGIN) * Math.min(width / Math.max(1, east - west), height / Math.max(1, north - south));
        var places = new ArrayList<Point2D>();
        int count = degrees.size();
        for (int i = 0; i < count; i++) {
            var at = degrees.get(i);
            double turn = 2 * Math.PI * i / count;
            places.add(
                    at == null
                            ? new Point2D.Double(
                                    width / 2 * (1 + (1 - MARGIN) * Math.sin(turn)),
                                    height / 2 * (1 - (1 - MARGIN) * Math.cos(turn)))
                            : new Point2D.Double(
                                    width / 2 + scale * (at.getX() - (west + east) / 2),
                                    height / 2 - scale * (at.getY() - (south + north) / 2)));
        }
        return new Ground(places, List.of());
    }

    private static Point2D point(Country country) {
        return new Point2D.Double(country.longitude(), country.latitude());
    }

    /** Where a state lies, in pixels. */
    Point2D place(int state) {
        return places.get(state);
    }

    /** The outlines of countries, in pixels; none where there is no map. */
    List<Shape> outlines() {
        return outlines;
    }
}
