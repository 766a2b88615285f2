package blocsim.report;

import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How states stand with a bloc on a day, on a map that shows the part of the globe where that matters.
 *
 * @param bloc the bloc's name with its article
 * @param date the day
 * @param focus the code of the state whose name is written on the map
 * @param places the states of the scenario
 * @param source where the figures come from
 */
public record MapChart(String bloc, LocalDate date, String focus, List<MapPlace> places, String source)
        implements Chart {
    private static final double LEAST_BREADTH = 1.05;

    /** @throws IllegalArgumentException if there is no state that has a place on the map */
    public MapChart {
        places = List.copyOf(places);
        if (places.stream().noneMatch(MapPlace::known)) {
            throw new IllegalArgumentException("the map has no state whose place is known; give at least one");
        }
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public String title() {
        return "Who stands where with " + bloc + " at the end of " + date.getYear();
    }

    @Override
    public String subtitle() {
        return "Colour and mark: the status in most runs. " + stripes()
                + (onRecord() ? " Edged mark: the status on record, where it is another." : "")
                + dots(places);
    }

    /** What stripes mean. */
    static String stripes() {
        return "Stripes in the colour of the next likeliest status: under "
                + Numbers.percent(MapPlace.CERTAIN) + " of runs agree; broad ones: under "
                + Numbers.percent(MapPlace.OPEN) + ".";
    }

    /** That marks without land stand for states too small for an outline; empty if there are none. */
    static String dots(List<MapPlace> places) {
        return places.stream().anyMatch(place -> place.matters() && place.known() && place.outline() == null)
                ? " A mark alone: a state too small for an outline."
                : "";
    }

    private boolean onRecord() {
        return places.stream().anyMatch(place -> place.recorded() != null);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String description() {
        return "A map on " + Numbers.day(date) + ". " + words();
    }

    /** Who stands where in words: the states by their likeliest status, those in doubt with the share of runs. */
    String words() {
        var text = new ArrayList<String>();
        for (int level = Rung.MEMBER.level(); level >= 0; level--) {
            int wanted = level;
            var those = places.stream()
                    .filter(MapPlace::matters)
                    .filter(place -> place.likeliest().rung().level() == wanted)
                    .toList();
            if (!those.isEmpty()) {
                text.add(those.get(0).likeliest().rung().label() + " in most runs: "
                        + those.stream().map(MapChart::words).collect(Collectors.joining(", ")) + ".");
            }
        }
        return text.isEmpty() ? "All states are outsiders in nearly all runs." : String.join(" ", text);
    }

    private static String words(MapPlace place) {
        var notes = new ArrayList<String>();
        if (place.doubt() > 0) {
            notes.add(Numbers.percent(place.likeliest().share().value()));
        }
        Rung recorded = place.recorded();
        if (recorded != null && place.differs()) {
            notes.add("on record " + recorded.word());
        }
        return place.name() + (notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")");
    }

    @Override
    public Table table() {
        var rows = new ArrayList<List<String>>();
        for (MapPlace place : places) {
            if (place.matters()) {
                Rung recorded = place.recorded();
                var next = place.next();
                rows.add(List.of(
                        place.name() + (place.known() ? "" : " (not on the map)"),
                        place.likeliest().rung().label(),
                        Numbers.percent(place.likeliest().share().value()) + " ("
                                + Numbers.percentRange(place.likeliest().share()) + ")",
                        next.rung().label() + ", "
                                + Numbers.percent(next.share().value()),
                        recorded == null ? "\u2013" : recorded.label()));
            }
        }
        return new Table(
                "Statuses with " + bloc + " on " + Numbers.day(date)
                        + "; states left out are outsiders in at least " + Numbers.percent(MapPlace.CERTAIN)
                        + " of runs, and on record",
                List.of("State", "In most runs", "Share of runs", "Next", "On record"),
                rows);
    }

    /** The part of the globe where states matter, or the focus state's surroundings if none does. */
    MapView view() {
        var shown = places.stream()
                .filter(place -> place.central() || place.code().equals(focus))
                .toList();
        return MapPainter.view(shown.isEmpty() ? places : shown);
    }

    @Override
    public Picture draw(Size size) {
        var key = MapKey.of(places);
        double width = size.width() - size.em(1.2);
        double top = key.height(width, size);
        MapView view = view();
        int height = size.narrow()
                ? (int) Math.round(top + size.em(1) + width / Math.max(LEAST_BREADTH, view.breadth()))
                : size.height();
        return new Picture(Theme.blank(size), size.width(), height, (g2, area) -> {
            key.paint(g2, area.getMinX(), area.getMinY(), area.getWidth(), size);
            var frame = new Rectangle2D.Double(
                    area.getMinX(), area.getMinY() + top, area.getWidth(), area.getHeight() - top);
            new MapPainter(g2, view.fitted(frame.getWidth() / frame.getHeight()), frame, size, 1).paint(places, focus);
        });
    }
}
