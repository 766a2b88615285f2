package blocsim.gui;

import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.report.Atlas;
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
        var capitals = new ArrayList<@Nullable Point2D>();
        var known = new ArrayList<Point2D>();
        for (var state : world.states()) {
            var country = panel.country(state.code()).orElse(null);
            Point2D capital = null;
            if (country != null && Double.isFinite(country.latitude()) && Double.isFinite(country.longitude())) {
                capital = new Point2D.Double(country.longitude(), country.latitude());
            }
            capitals.add(capital);
            if (capital != null) {
                known.add(capital);
            }
        }
        var atlas = Atlas.of(known, width, height);
        var places = new ArrayList<Point2D>();
        for (int i = 0; i < capitals.size(); i++) {
            var capital = capitals.get(i);
            var at = capital == null ? null : atlas.place(capital.getX(), capital.getY());
            places.add(at == null ? onEllipse(i, capitals.size(), width, height) : at);
        }
        return new Ground(places, known.isEmpty() ? List.of() : atlas.outlines());
    }

    private static Point2D onEllipse(int state, int states, double width, double height) {
        double turn = 2 * Math.PI * state / states;
        return new Point2D.Double(
                width / 2 * (1 + (1 - MARGIN) * Math.sin(turn)), height / 2 * (1 - (1 - MARGIN) * Math.cos(turn)));
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
