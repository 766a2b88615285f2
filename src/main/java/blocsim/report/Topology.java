package blocsim.report;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads outlines of countries from TopoJSON, in which neighbours share the arcs of their border.
 *
 * <p>Source: Bostock and Metcalf (2013), "The TopoJSON Format Specification"; of it polygons and multipolygons, quantised or not.
 */
final class Topology {
    private static final String REMEDY = "give a topology as TopoJSON describes it";

    private final double[] scale;
    private final double[] translate;
    private final boolean quantised;
    private final List<double[]> arcs = new ArrayList<>();

    private Topology(JsonSource root) throws InputException {
        this.quantised = root.at("/transform") != null;
        this.scale = quantised ? pair(root, "/transform/scale") : new double[] {1, 1};
        this.translate = quantised ? pair(root, "/transform/translate") : new double[] {0, 0};
        for (var arc : items(root, "/arcs")) {
            arcs.add(decoded(arc));
        }
    }

    /**
     * The outlines in one object of a topology, in its order.
     *
     * @param root the whole document
     * @param object the name of a collection of polygons under {@code /objects}
     * @throws InputException if it is no topology, or the object holds something else
     */
    static List<Outline> outlines(JsonSource root, String object) throws InputException {
        var topology = new Topology(root);
        var outlines = new ArrayList<Outline>();
        for (var geometry : items(root, "/objects/" + object + "/geometries")) {
            outlines.add(topology.outline(geometry));
        }
        return outlines;
    }

    private Outline outline(JsonSource geometry) throws InputException {
        var rings = new ArrayList<double[]>();
        String type = text(geometry.at("/type"));
        if (type.equals("Polygon")) {
            rings(geometry, "/arcs", rings);
        } else if (type.equals("MultiPolygon")) {
            for (var polygon : items(geometry, "/arcs")) {
                rings(polygon, "", rings);
            }
        } else {
            throw wrong(geometry, "is neither a Polygon nor a MultiPolygon", REMEDY);
        }
        String id = text(geometry.at("/id"));
        return new Outline(
                id.matches("\\d{1,3}") ? Integer.parseInt(id) : 0, text(geometry.at("/properties/name")), rings);
    }

    private void rings(JsonSource of, String pointer, List<double[]> rings) throws InputException {
        for (var ring : items(of, pointer)) {
            var points = new ArrayList<double[]>();
            for (var index : items(ring, "")) {
                join(points, arc(index));
            }
            // The last point is the first one again.
            double[] flat = new double[2 * Math.max(0, points.size() - 1)];
            for (int n = 0; n < points.size() - 1; n++) {
                flat[2 * n] = points.get(n)[0];
                flat[2 * n + 1] = points.get(n)[1];
            }
            rings.add(flat);
        }
    }

    /** The points of an arc by its index; one below zero, ~i, stands for arc i from its end. */
    private List<double[]> arc(JsonSource index) throws InputException {
        int signed =
                index instanceof JsonSource.Numeral number && number.whole() ? (int) number.value() : -1 - arcs.size();
        int wanted = signed < 0 ? ~signed : signed;
        if (wanted >= arcs.size()) {
            throw wrong(index, "is no arc of the " + arcs.size() + " there are", REMEDY);
        }
        double[] flat = arcs.get(wanted);
        var points = new ArrayList<double[]>();
        for (int n = 0; n < flat.length; n += 2) {
            int at = signed < 0 ? flat.length - 2 - n : n;
            points.add(new double[] {flat[at], flat[at + 1]});
        }
        return points;
    }

    /** Adds an arc to a ring; its first point is the last one of the arc before. */
    private static void join(List<double[]> points, List<double[]> arc) {
        points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
    }

    /** An arc's places; quantised ones are steps from the place before. */
    private double[] decoded(JsonSource arc) throws InputException {
        var points = items(arc, "");
        double[] flat = new double[2 * points.size()];
        double x = 0;
        double y = 0;
        for (int n = 0; n < points.size(); n++) {
            double[] step = pair(points.get(n), "");
            x = quantised ? x + step[0] : step[0];
            y = quantised ? y + step[1] : step[1];
            flat[2 * n] = x * scale[0] + translate[0];
            flat[2 * n + 1] = y * scale[1] + translate[1];
        }
        if (flat.length < 4) {
            throw wrong(arc, "has fewer than two points", REMEDY);
        }
        return flat;
    }

    private static double[] pair(JsonSource of, String pointer) throws InputException {
        var numbers = items(of, pointer);
        if (numbers.size() < 2
                || !(numbers.get(0) instanceof JsonSource.Numeral x)
                || !(numbers.get(1) instanceof JsonSource.Numeral y)) {
            throw wrong(of, pointer + " is no pair of numbers", REMEDY);
        }
        return new double[] {x.value(), y.value()};
    }

    private static List<JsonSource> items(JsonSource of, String pointer) throws InputException {
        if (of.at(pointer) instanceof JsonSource.Items list) {
            return list.items();
        }
        throw wrong(of, (pointer.isEmpty() ? of.described() : pointer) + " is no list", REMEDY);
    }

    private static String text(@Nullable JsonSource value) {
        return value instanceof JsonSource.Text text ? text.text() : "";
    }

    private static InputException wrong(JsonSource at, String what, String remedy) {
        InputProblem problem = at.place().problem(what, remedy);
        return new InputException(List.of(problem));
    }
}
