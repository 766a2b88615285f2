package blocsim.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the colours and marks of a map mean, in rows from left to right.
 *
 * @param entries from left to right
 */
record MapKey(List<Entry> entries) {
    private static final double ROW = 1.45;
    private static final double SWATCH = 1.3;

    /**
     * One sign and its meaning.
     *
     * @param label the meaning
     * @param land the colour of the land; null for none
     * @param next the colour of stripes on it; null for none
     * @param rung the mark on it; null for none
     * @param ringed whether the mark has a dark edge
     */
    record Entry(
            String label,
            @Nullable Color land,
            @Nullable Color next,
            @Nullable Rung rung,
            boolean ringed) {}

    /** The key of maps of some states. */
    static MapKey of(List<MapPlace> places) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(Rung.NONE.label(), MapPainter.OUTSIDER, null, null, false));
        for (Rung rung : rungs(places)) {
            entries.add(new Entry(rung.label(), Theme.colour(rung), null, rung, false));
        }
        if (places.stream().anyMatch(place -> place.doubt() > 0)) {
            entries.add(new Entry("Uncertain", Theme.colour(Rung.MEMBER), MapPainter.OUTSIDER, null, false));
        }
        places.stream()
                .filter(MapPlace::differs)
                .map(MapPlace::recorded)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(rung -> entries.add(new Entry("On record, if different", null, null, rung, true)));
        return new MapKey(List.copyOf(entries));
    }

    /** The rungs that the statuses of some states name, from the lowest level to the highest. */
    static List<Rung> rungs(List<MapPlace> places) {
        return places.stream()
                .flatMap(place -> place.statuses().stream())
                .map(MapPlace.Status::rung)
                .filter(rung -> rung.level() > 0)
                .distinct()
                .sorted(Comparator.comparingInt(Rung::level))
                .toList();
    }

    /** Its height in pixels within a width. */
    double height(double width, Size size) {
        double x = 0;
        int rows = 1;
        for (Entry entry : entries) {
            double length = length(entry, size);
            if (x > 0 && x + length > width) {
                rows++;
                x = 0;
            }
            x += length + size.em(1);
        }
        return rows * size.em(ROW) + size.em(.3);
    }

    private static Font font(Size size) {
        return Theme.font(size, .9);
    }

    private static double length(Entry entry, Size size) {
        return size.em(SWATCH + .45) + Theme.width(entry.label(), font(size));
    }

    /** Paints it. */
    void paint(Graphics2D g2, double left, double top, double width, Size size) {
        double x = 0;
        double y = top;
        for (Entry entry : entries) {
            double length = length(entry, size);
            if (x > 0 && x + length > width) {
                y += size.em(ROW);
                x = 0;
            }
            swatch(g2, entry, left + x, y, size);
            g2.setPaint(Theme.INK);
            g2.setFont(font(size));
            g2.drawString(entry.label(), (float) (left + x + size.em(SWATCH + .45)), (float) (y + size.em(.86)));
            x += length + size.em(1);
        }
    }

    private static void swatch(Graphics2D g2, Entry entry, double x, double y, Size size) {
        double height = size.em(.95);
        double width = size.em(SWATCH);
        var box = new Rectangle2D.Double(x, y + size.em(.08), width, height);
        if (entry.land() != null) {
            g2.setPaint(entry.land());
            g2.fill(box);
        }
        if (entry.next() != null) {
            double apart = size.em(MapPainter.STRIPES);
            double[] ring = {
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                box.getMinX(),
                box.getMaxY()
            };
            g2.setPaint(entry.next());
            g2.setStroke(Theme.stroke(MapPainter.STRIPED[1] * apart / StrictMath.sqrt(2)));
            g2.draw(MapView.stripes(List.of(ring), apart));
        }
        if (entry.rung() != null) {
            var mark = MapPainter.shape(entry.rung(), box.getCenterX(), box.getCenterY(), size.em(.3));
            g2.setPaint(entry.ringed() ? Theme.colour(entry.rung()) : Theme.PAPER);
            g2.fill(mark);
            if (entry.ringed()) {
                g2.setPaint(Theme.INK);
                g2.setStroke(Theme.stroke(size.em(.09)));
                g2.draw(mark);
            }
        }
    }
}
