package blocsim.report;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The world's outlines and places in a rectangle of pixels, for what is drawn on a screen; zoomed to what it has to take in. */
public final class Atlas {
    private static final double GRID = .5;

    private final MapView view;
    private final Rectangle2D area;

    private Atlas(MapView view, Rectangle2D area) {
        this.view = view;
        this.area = area;
    }

    /**
     * An atlas that takes in some places.
     *
     * @param places longitude as x and latitude as y, in degrees
     * @param width of the rectangle in pixels
     * @param height of the rectangle in pixels
     */
    public static Atlas of(List<Point2D> places, double width, double height) {
        var points = places.stream()
                .map(place -> new double[] {place.getX(), place.getY()})
                .toList();
        return new Atlas(
                MapView.of(List.of(), points).fitted(width / height), new Rectangle2D.Double(0, 0, width, height));
    }

    /** Where a place given in degrees lies, in pixels; null outside the rectangle. */
    public @Nullable Point2D place(double longitude, double latitude) {
        return view.point(longitude, latitude, area);
    }

    /** The outlines of the countries within the rectangle, in pixels. */
    public List<Shape> outlines() {
        var shapes = new ArrayList<Shape>();
        for (Outline outline : Outlines.world()) {
            var rings = view.rings(outline, area, GRID);
            if (!rings.isEmpty()) {
                shapes.add(MapView.shape(rings));
            }
        }
        return shapes;
    }
}
