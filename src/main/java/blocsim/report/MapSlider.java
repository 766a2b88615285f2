package blocsim.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One map of how states stand with a bloc, whose date a reader slides: a drawing that shows the last day, and that carries what
 * a few lines of script need to show the others.
 *
 * @param maps from the first day to the last, of the same states; at least one
 */
public record MapSlider(List<MapChart> maps) {
    private static final int WIDTH = 1000;
    private static final double LEAST_BREADTH = 1.2;
    private static final double MOST_BREADTH = 2.1;
    private static final double MARK = 7.5;
    private static final double APART = 13;
    private static final int LEVELS = 4;

    /** @throws IllegalArgumentException if there is no map */
    public MapSlider {
        maps = List.copyOf(maps);
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("the slider has no map; give at least one");
        }
    }

    private MapChart last() {
        return maps.get(maps.size() - 1);
    }

    /** What the map shows, in a few words. */
    String title() {
        return "Who stands where with " + last().bloc() + ", year by year";
    }

    /** How to read it. */
    String subtitle() {
        boolean recorded = maps.stream().flatMap(map -> map.places().stream()).anyMatch(p -> p.recorded() != null);
        return "Colour and mark: the status in most runs at the end of the year. " + MapChart.stripes()
                + (recorded ? " Edged mark: the status on record, where it is another." : "");
    }

    /** Where the figures come from. */
    String source() {
        return last().source();
    }

    /** The day of a map as the slider names it. */
    private String label(int n) {
        boolean yearly =
                maps.stream().map(map -> map.date().getYear()).distinct().count() == maps.size();
        return yearly
                ? Integer.toString(maps.get(n).date().getYear())
                : Numbers.month(maps.get(n).date());
    }

    /** The name of the last day. */
    String shown() {
        return label(maps.size() - 1);
    }

    /** The place of the last map, which is the greatest that the slider may have. */
    int most() {
        return maps.size() - 1;
    }

    /** For each day how many states are likeliest on each rung, and how the focus state stands; the script reads it out. */
    Table table() {
        var head = new ArrayList<String>();
        head.add("End of");
        var rungs =
                MapKey.rungs(maps.stream().flatMap(map -> map.places().stream()).toList());
        for (int n = rungs.size() - 1; n >= 0; n--) {
            head.add(rungs.get(n).label() + " in most runs");
        }
        head.add("Uncertain");
        var focus = last().places().stream()
                .filter(place -> place.code().equals(last().focus()))
                .findFirst();
        focus.ifPresent(place -> head.add(place.name()));
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < maps.size(); k++) {
            var row = new ArrayList<String>();
            row.add(label(k));
            var places = maps.get(k).places();
            for (int n = rungs.size() - 1; n >= 0; n--) {
                Rung rung = rungs.get(n);
                row.add(count(places.stream()
                        .filter(place -> place.likeliest().rung().equals(rung))
                        .count()));
            }
            row.add(count(places.stream().filter(place -> place.doubt() > 0).count()));
            if (focus.isPresent()) {
                row.add(places.stream()
                        .filter(place -> place.code().equals(last().focus()))
                        .map(MapSlider::standing)
                        .findFirst()
                        .orElse("\u2013"));
            }
            rows.add(row);
        }
        return new Table("How many states stand where with " + last().bloc(), head, rows);
    }

    private static String count(long states) {
        return states + (states == 1 ? " state" : " states");
    }

    private static String standing(MapPlace place) {
        Rung recorded = place.recorded();
        return place.likeliest().rung().word() + " in "
                + Numbers.percent(place.likeliest().share().value()) + " of runs"
                + (recorded == null ? "" : ", on record " + recorded.word());
    }

    /** The drawing as an element to stand inside a page. */
    String element() {
        var central = maps.stream()
                .flatMap(map -> map.places().stream())
                .filter(place -> place.central() || place.code().equals(last().focus()))
                .toList();
        MapView view = MapPainter.view(central.isEmpty() ? last().places() : central);
        double breadth = Math.max(LEAST_BREADTH, Math.min(MOST_BREADTH, view.breadth()));
        int height = (int) Math.round(WIDTH / breadth);
        var area = new Rectangle2D.Double(0, 0, WIDTH, height);
        view = view.fitted(area.getWidth() / area.getHeight());
        var svg = new StringBuilder();
        svg.append("<svg id=\"map-years\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-labelledby=\"map-years-title map-years-desc\" data-colours=\"")
                .append(colours())
                .append("\"><title id=\"map-years-title\">")
                .append(escaped(title()))
                .append("</title><desc id=\"map-years-desc\">")
                .append(escaped(last().description()))
                .append("</desc>");
        definitions(svg);
        svg.append("<rect width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\" fill=\"white\"/>");
        var elsewhere = new ArrayList<double[]>();
        for (Outline outline : Outlines.world()) {
            if (last().places().stream().noneMatch(place -> place.outline() == outline)) {
                elsewhere.addAll(view.rings(outline, area, 2));
            }
        }
        svg.append("<path fill-rule=\"evenodd\" fill=\"")
                .append(text(MapPainter.ELSEWHERE))
                .append("\" d=\"")
                .append(PathText.of(elsewhere))
                .append("\"/>");
        var marks = new StringBuilder();
        var focus = new StringBuilder();
        for (int n = 0; n < last().places().size(); n++) {
            state(n, view, area, svg, marks, focus);
        }
        return svg.append(marks)
                .append(focus)
                .append("<rect x=\"0.5\" y=\"0.5\" width=\"")
                .append(WIDTH - 1)
                .append("\" height=\"")
                .append(height - 1)
                .append("\" fill=\"none\" stroke=\"")
                .append(text(Theme.GRID))
                .append("\"/></svg>")
                .toString();
    }

    private void state(
            int n, MapView view, Rectangle2D area, StringBuilder land, StringBuilder marks, StringBuilder label) {
        MapPlace place = last().places().get(n);
        var outline = place.outline();
        List<double[]> rings = outline == null ? List.of() : view.rings(outline, area, 1);
        var spot = rings.isEmpty() ? null : MapView.spot(rings);
        @Nullable Point2D at = spot != null
                ? new Point2D.Double(spot.x(), spot.y())
                : outline == null && place.known() ? view.point(place.longitude(), place.latitude(), area) : null;
        if (at == null) {
            return;
        }
        if (!rings.isEmpty()) {
            land.append("<path class=\"land\" stroke=\"white\" fill-rule=\"evenodd\" fill=\"")
                    .append(fill(place))
                    .append("\" data-s=\"")
                    .append(statuses(n))
                    .append("\" d=\"")
                    .append(PathText.of(rings))
                    .append("\"><title>")
                    .append(escaped(place.name()))
                    .append("</title></path>");
        }
        boolean ever = maps.stream().anyMatch(map -> map.places().get(n).matters());
        if (ever) {
            marks(n, at, spot != null && spot.reach() > 4 * MARK, marks);
        }
        if (place.code().equals(last().focus())) {
            label.append("<text class=\"name\" text-anchor=\"middle\" fill=\"")
                    .append(text(Theme.INK))
                    .append("\" stroke=\"white\" x=\"")
                    .append(Math.round(at.getX()))
                    .append("\" y=\"")
                    .append(Math.round(at.getY() - 1.8 * MARK))
                    .append("\">")
                    .append(escaped(place.name()))
                    .append("</text>");
        }
    }

    /** The mark of the status in most runs, and that of the status on record. */
    private void marks(int n, Point2D at, boolean roomy, StringBuilder marks) {
        MapPlace place = last().places().get(n);
        Rung recorded = place.recorded();
        int simulated = place.likeliest().rung().level();
        boolean both = simulated > 0 && recorded != null && place.differs();
        marks.append("<g data-s=\"").append(statuses(n)).append("\" data-r=\"");
        for (MapChart map : maps) {
            Rung then = map.places().get(n).recorded();
            marks.append(then == null ? "-" : Integer.toString(then.level()));
        }
        long x = Math.round(at.getX());
        long y = Math.round(at.getY());
        marks.append("\" data-x=\"").append(x).append("\">");
        use(
                marks,
                simulated,
                roomy ? "mark in" : "mark",
                both ? x - (long) MARK - 1 : x,
                y,
                simulated > 0,
                roomy ? "white" : null);
        use(
                marks,
                recorded == null ? 0 : recorded.level(),
                "mark record",
                both ? x + (long) MARK + 1 : x,
                y,
                recorded != null && place.differs(),
                null);
        marks.append("</g>");
    }

    private static void use(
            StringBuilder marks, int level, String kind, long x, long y, boolean visible, @Nullable String fill) {
        marks.append("<use class=\"")
                .append(kind)
                .append("\" href=\"#map-mark-")
                .append(level)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" fill=\"")
                .append(fill == null ? text(Theme.rungColours().get(level)) : fill)
                .append("\" stroke=\"")
                .append(kind.endsWith("record") ? text(Theme.INK) : "white")
                .append("\" visibility=\"")
                .append(visible ? "visible" : "hidden")
                .append("\"/>");
    }

    /** For each day the level of the likeliest status, that of the next one, and the doubt, a digit each. */
    private String statuses(int n) {
        var text = new StringBuilder();
        for (MapChart map : maps) {
            MapPlace place = map.places().get(n);
            text.append(place.likeliest().rung().level())
                    .append(place.next().rung().level())
                    .append(
                            place.likeliest().rung().level()
                                            == place.next().rung().level()
                                    ? 0
                                    : place.doubt());
        }
        return text.toString();
    }

    private String fill(MapPlace place) {
        int first = place.likeliest().rung().level();
        int next = place.next().rung().level();
        return place.doubt() == 0 || first == next
                ? text(MapPainter.land(place.likeliest().rung()))
                : "url(#map-stripes-" + first + next + place.doubt() + ")";
    }

    private static String colours() {
        var colours = new ArrayList<String>();
        colours.add(text(MapPainter.OUTSIDER));
        Theme.rungColours().forEach(colour -> colours.add(text(colour)));
        return String.join(";", colours);
    }

    private static Color land(int level) {
        return level == 0 ? MapPainter.OUTSIDER : Theme.rungColours().get(level);
    }

    private static void definitions(StringBuilder svg) {
        svg.append("<defs>");
        for (int level = 0; level < LEVELS; level++) {
            svg.append("<path class=\"sign\" id=\"map-mark-")
                    .append(level)
                    .append("\" d=\"")
                    .append(outline(Theme.shape(new Rung("", level), MARK)))
                    .append("\"/>");
        }
        for (int first = 0; first < LEVELS; first++) {
            for (int next = 0; next < LEVELS; next++) {
                for (int doubt = 1; doubt < MapPainter.STRIPED.length && next != first; doubt++) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "<pattern id=\"map-stripes-%d%d%d\" patternUnits=\"userSpaceOnUse\" width=\"%s\" height=\"%s\" "
                                    + "patternTransform=\"rotate(-45)\"><rect width=\"14\" height=\"14\" fill=\"%s\"/>"
                                    + "<rect width=\"14\" height=\"%.1f\" fill=\"%s\"/></pattern>",
                            first,
                            next,
                            doubt,
                            "13",
                            "9",
                            text(land(first)),
                            MapPainter.STRIPED[doubt] * APART * .7,
                            text(land(next))));
                }
            }
        }
        svg.append("</defs>");
    }

    private static String outline(Shape shape) {
        var text = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator points = shape.getPathIterator(null); !points.isDone(); points.next()) {
            int kind = points.currentSegment(at);
            int places = kind == PathIterator.SEG_CLOSE ? 0 : kind == PathIterator.SEG_CUBICTO ? 6 : 2;
            text.append(
                    kind == PathIterator.SEG_MOVETO
                            ? 'M'
                            : kind == PathIterator.SEG_LINETO ? 'L' : kind == PathIterator.SEG_CUBICTO ? 'C' : 'Z');
            for (int n = 0; n < places; n++) {
                text.append(n == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", at[n]));
            }
        }
        return text.toString();
    }

    static String text(Color colour) {
        return colour.equals(Color.WHITE)
                ? "white"
                : "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What the colours mean: label, colour of the land and level of the mark. */
    List<Sign> key() {
        var places = maps.stream().flatMap(map -> map.places().stream()).toList();
        var signs = new ArrayList<Sign>();
        signs.add(new Sign(Rung.NONE.label(), text(MapPainter.OUTSIDER), 0, ""));
        for (Rung rung : MapKey.rungs(places)) {
            signs.add(new Sign(rung.label(), text(Theme.colour(rung)), rung.level(), "white"));
        }
        signs.add(new Sign("Uncertain", "url(#map-stripes-301)", 0, ""));
        return signs;
    }

    /**
     * A sign of the key.
     *
     * @param label the meaning
     * @param land the fill
     * @param level of the mark
     * @param mark the mark's fill; empty for none
     */
    record Sign(String label, String land, int level, String mark) {}
}
