package blocsim.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Small maps of how states stand with a bloc, a day each.
 *
 * @param bloc the bloc's name with its article
 * @param maps from the first day to the last, of the same states; at least two
 * @param source where the figures come from
 */
public record MapSeriesChart(String bloc, List<MapChart> maps, String source) implements Chart {
    private static final double MARKS = .62;
    private static final double LEAST_BREADTH = 1.2;

    /** @throws IllegalArgumentException if there are fewer than two maps, or their days do not rise */
    public MapSeriesChart {
        maps = List.copyOf(maps);
        for (int n = 1; n < maps.size(); n++) {
            if (!maps.get(n - 1).date().isBefore(maps.get(n).date())) {
                throw new IllegalArgumentException("a map of " + maps.get(n).date() + " follows one of "
                        + maps.get(n - 1).date() + "; give them in the order of their days");
            }
        }
        if (maps.size() < 2) {
            throw new IllegalArgumentException("a series of " + maps.size() + " maps; give at least two");
        }
    }

    @Override
    public String name() {
        return "map-series";
    }

    @Override
    public String title() {
        return "Who stands where with " + bloc + ", " + maps.get(0).date().getYear() + " to "
                + maps.get(maps.size() - 1).date().getYear();
    }

    @Override
    public String subtitle() {
        String said = "At the end of each year. " + maps.get(0).subtitle();
        String dots = maps.stream()
                .map(map -> MapChart.dots(map.places()))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return said.endsWith(dots) ? said : said + dots;
    }

    @Override
    public String description() {
        var text = new StringBuilder("Small maps, one a year.");
        for (MapChart map : maps) {
            text.append(" End of ").append(map.date().getYear()).append(": ").append(map.words());
        }
        return text.toString();
    }

    @Override
    public Table table() {
        var head = new ArrayList<String>();
        head.add("State");
        maps.forEach(map -> head.add("End of " + map.date().getYear()));
        var names = new TreeMap<String, String>();
        for (MapChart map : maps) {
            map.places().stream().filter(MapPlace::matters).forEach(place -> names.put(place.name(), place.code()));
        }
        var rows = new ArrayList<List<String>>();
        names.forEach((name, code) -> {
            var row = new ArrayList<String>();
            row.add(name);
            for (MapChart map : maps) {
                row.add(map.places().stream()
                        .filter(place -> place.code().equals(code))
                        .map(place -> place.likeliest().rung().label() + " "
                                + Numbers.percent(place.likeliest().share().value()))
                        .findFirst()
                        .orElse("\u2013"));
            }
            rows.add(row);
        });
        return new Table("Status in most runs, with the share of runs that agree", head, rows);
    }

    @Override
    public Picture draw(Size size) {
        var all = maps.stream().flatMap(map -> map.places().stream()).toList();
        var key = MapKey.of(all);
        var central = all.stream().filter(MapPlace::central).toList();
        MapView view = MapPainter.view(central.isEmpty() ? all : central);
        int columns = size.narrow() ? 2 : maps.size() > 6 ? 4 : Math.min(3, maps.size());
        int rows = (maps.size() + columns - 1) / columns;
        double gap = size.em(.6);
        double width = size.width() - size.em(1.2);
        double top = key.height(width, size);
        double label = size.em(1.35);
        double each = (width - (columns - 1) * gap) / columns;
        double tall = each / Math.max(LEAST_BREADTH, Math.min(2.2, view.breadth())) + label;
        int height = size.narrow() ? (int) Math.round(top + size.em(1) + rows * (tall + gap)) : size.height();
        return new Picture(Theme.blank(size), size.width(), height, (g2, area) -> {
            key.paint(g2, area.getMinX(), area.getMinY(), area.getWidth(), size);
            double down = (area.getHeight() - top - (rows - 1) * gap) / rows;
            for (int n = 0; n < maps.size(); n++) {
                int row = n / columns;
                double x = area.getMinX() + n % columns * (each + gap);
                double y = area.getMinY() + top + row * (down + gap);
                var frame = new Rectangle2D.Double(x, y + label, each, down - label);
                g2.setPaint(Theme.INK);
                g2.setFont(Theme.bold(size, .95));
                g2.drawString(Integer.toString(maps.get(n).date().getYear()), (float) x, (float) (y + size.em(1)));
                new MapPainter(g2, view.fitted(frame.getWidth() / frame.getHeight()), frame, size, MARKS)
                        .paint(maps.get(n).places(), "");
            }
        });
    }
}
