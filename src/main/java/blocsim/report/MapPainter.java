package blocsim.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paints states on a map: filled with the colour of their likeliest status, striped with the next likeliest where that is not certain,
 * with the mark of the status on top.
 */
final class MapPainter {
    /** The land of outsiders. */
    static final Color OUTSIDER = Theme.GRID;
    /** The land of states that are not in the scenario. */
    static final Color ELSEWHERE = Theme.STRIPE;
    /** The distance of stripes in ems, and the share of it that they take, by doubt. */
    static final double STRIPES = .62;

    static final double[] STRIPED = {0, .28, .48};

    private final Graphics2D g2;
    private final MapView view;
    private final Rectangle2D area;
    private final Size size;
    /** How large marks are: 1 for a map by itself. */
    private final double share;

    private final List<Rectangle2D> taken = new ArrayList<>();

    MapPainter(Graphics2D g2, MapView view, Rectangle2D area, Size size, double share) {
        this.g2 = g2;
        this.view = view;
        this.area = area;
        this.size = size;
        this.share = share;
    }

    /** The view that takes in the states that matter, on any of some days. */
    static MapView view(List<MapPlace> places) {
        var outlines = new ArrayList<Outline>();
        var points = new ArrayList<double[]>();
        for (MapPlace place : places) {
            var outline = place.outline();
            if (outline != null) {
                outlines.add(outline);
            } else if (place.known()) {
                points.add(new double[] {place.longitude(), place.latitude()});
            }
        }
        return MapView.of(outlines, points);
    }

    static Color land(Rung rung) {
        return rung.level() == 0 ? OUTSIDER : Theme.colour(rung);
    }

    /** Paints land and states. */
    void paint(List<MapPlace> places, String focus) {
        double grid = share < 1 || !size.narrow() ? 1 : .5;
        var byOutline = new HashMap<Outline, MapPlace>();
        for (MapPlace place : places) {
            var outline = place.outline();
            if (outline != null) {
                byOutline.put(outline, place);
            }
        }
        var rings = new HashMap<Outline, List<double[]>>();
        var elsewhere = new ArrayList<double[]>();
        for (Outline outline : Outlines.world()) {
            if (byOutline.containsKey(outline)) {
                rings.put(outline, view.rings(outline, area, grid));
            } else {
                elsewhere.addAll(view.rings(outline, area, 2 * grid));
            }
        }
        fill(elsewhere, ELSEWHERE, false);
        var outsiders = new ArrayList<double[]>();
        var coloured = new ArrayList<MapPlace>();
        for (Outline outline : Outlines.world()) {
            var place = byOutline.get(outline);
            if (place != null && place.doubt() == 0 && place.likeliest().rung().level() == 0) {
                outsiders.addAll(rings.getOrDefault(outline, List.of()));
            } else if (place != null) {
                coloured.add(place);
            }
        }
        fill(outsiders, OUTSIDER, true);
        for (MapPlace place : coloured) {
            colour(place, seen(place, rings));
        }
        frame();
        marks(places, focus, rings);
    }

    private static List<double[]> seen(MapPlace place, Map<Outline, List<double[]>> rings) {
        var outline = place.outline();
        return outline == null ? List.of() : rings.getOrDefault(outline, List.of());
    }

    private void fill(List<double[]> rings, Color colour, boolean borders) {
        if (rings.isEmpty()) {
            return;
        }
        var shape = MapView.shape(rings);
        g2.setPaint(colour);
        g2.fill(shape);
        if (borders) {
            g2.setPaint(Theme.PAPER);
            g2.setStroke(Theme.stroke(size.em(.05)));
            g2.draw(shape);
        }
    }

    private void colour(MapPlace place, List<double[]> rings) {
        if (rings.isEmpty()) {
            return;
        }
        var shape = MapView.shape(rings);
        g2.setPaint(land(place.likeliest().rung()));
        g2.fill(shape);
        if (place.doubt() > 0) {
            stripe(MapView.stripes(rings, size.em(STRIPES) * Math.max(.7, share)), place);
        }
        g2.setPaint(Theme.PAPER);
        g2.setStroke(Theme.stroke(size.em(.05)));
        g2.draw(shape);
    }

    private void stripe(Path2D lines, MapPlace place) {
        double apart = size.em(STRIPES) * Math.max(.7, share) / StrictMath.sqrt(2);
        g2.setPaint(land(place.next().rung()));
        g2.setStroke(Theme.stroke(STRIPED[place.doubt()] * apart));
        g2.draw(lines);
    }

    private void frame() {
        g2.setPaint(Theme.GRID);
        g2.setStroke(Theme.stroke(1));
        g2.draw(area);
    }

    /** What is marked where. */
    private record Marked(MapPlace place, double x, double y, boolean roomy) {}

    private void marks(List<MapPlace> places, String focus, Map<Outline, List<double[]>> rings) {
        var marked = new ArrayList<Marked>();
        for (MapPlace place : places) {
            var at = at(place, seen(place, rings));
            if (at != null && (place.matters() || place.code().equals(focus))) {
                marked.add(at);
            }
        }
        marked.sort(Comparator.comparing((Marked m) -> !m.place().code().equals(focus))
                .thenComparing(m -> !m.place().differs())
                .thenComparing(m -> m.place().code()));
        for (Marked mark : marked) {
            boolean alone = mark.place().outline() == null;
            boolean chosen = mark.place().code().equals(focus);
            double r = size.em(.32) * share;
            var room = new Rectangle2D.Double(mark.x() - r, mark.y() - r, 2 * r, 2 * r);
            if (alone || chosen || taken.stream().noneMatch(room::intersects)) {
                mark(mark, r);
                taken.add(room);
            }
        }
        marked.stream().filter(m -> m.place().code().equals(focus)).findFirst().ifPresent(this::label);
    }

    private @Nullable Marked at(MapPlace place, List<double[]> rings) {
        var spot = rings.isEmpty() ? null : MapView.spot(rings);
        if (spot != null) {
            return new Marked(place, spot.x(), spot.y(), spot.reach() > size.em(1.15) * share);
        }
        if (place.outline() != null || !place.known()) {
            return null;
        }
        Point2D point = view.point(place.longitude(), place.latitude(), area);
        return point == null ? null : new Marked(place, point.getX(), point.getY(), false);
    }

    private void mark(Marked mark, double r) {
        MapPlace place = mark.place();
        Rung likeliest = place.likeliest().rung();
        double x = mark.x();
        boolean drawn = likeliest.level() > 0 || place.outline() == null;
        if (drawn) {
            double at = place.differs() ? x - 1.15 * r : x;
            var shape = shape(likeliest, at, mark.y(), r);
            if (mark.roomy()) {
                g2.setPaint(Theme.PAPER);
                g2.fill(shape);
            } else {
                outlined(shape, Theme.colour(likeliest), Theme.PAPER);
            }
        }
        Rung recorded = place.recorded();
        if (recorded != null && place.differs()) {
            double at = drawn ? x + 1.15 * r : x;
            outlined(shape(recorded, at, mark.y(), r), Theme.colour(recorded), Theme.INK);
        }
    }

    private void outlined(Shape shape, Color fill, Color edge) {
        g2.setPaint(fill);
        g2.fill(shape);
        g2.setPaint(edge);
        g2.setStroke(Theme.stroke(size.em(.09)));
        g2.draw(shape);
    }

    static Shape shape(Rung rung, double x, double y, double r) {
        return AffineTransform.getTranslateInstance(tenth(x), tenth(y)).createTransformedShape(Theme.shape(rung, r));
    }

    private static double tenth(double pixels) {
        return Math.rint(10 * pixels) / 10;
    }

    /** The name of the focus state on a plate above its mark, or below it at the upper edge. */
    private void label(Marked mark) {
        Font font = Theme.bold(size, .95 * Math.max(.85, share));
        double width = Theme.width(mark.place().name(), font);
        double height = font.getSize() * 1.3;
        double gap = size.em(.55) * share;
        double left = Math.max(area.getMinX() + 2, Math.min(mark.x() - width / 2, area.getMaxX() - width - 4));
        double top = mark.y() - gap - height;
        top = top < area.getMinY() ? mark.y() + gap : top;
        var plate = new Rectangle2D.Double(tenth(left - 3), tenth(top), tenth(width + 6), tenth(height));
        g2.setPaint(Theme.PAPER);
        g2.fill(plate);
        g2.setPaint(Theme.INK);
        g2.setStroke(Theme.stroke(1));
        g2.draw(plate);
        g2.setFont(font);
        g2.drawString(mark.place().name(), (float) left, (float) (top + height * .76));
    }
}
