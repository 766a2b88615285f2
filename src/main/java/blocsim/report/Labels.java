package blocsim.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words painted straight onto a chart: names at the ends of lines, marked dates, a ribbon of the record. */
final class Labels {
    private static final double MARK_FONT = .88;
    private static final double MARK_ROW = 1.25;

    /**
     * A name at the right end of a line.
     *
     * @param text the name, with the last figure where that helps
     * @param value where the line ends on the value axis
     * @param colour the line's
     */
    record End(String text, double value, Color colour) {}

    private Labels() {}

    /** The room in pixels that names need to the right of the axes. */
    static double room(List<End> ends, Size size) {
        Font font = Theme.font(size, 1);
        double widest = 0;
        for (End end : ends) {
            widest = Math.max(widest, Theme.width(end.text(), font));
        }
        return widest + size.em(2.1);
    }

    /** Writes the names beside the ends of their lines, moved apart where they would cover each other. */
    static void ends(Graphics2D g2, Rectangle2D area, double lower, double upper, List<End> ends, Size size) {
        var sorted = new ArrayList<>(ends);
        sorted.sort(Comparator.comparingDouble(End::value).reversed().thenComparing(End::text));
        double gap = size.em(1.2);
        double[] wanted = new double[sorted.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = area.getMaxY() - (sorted.get(i).value() - lower) / (upper - lower) * area.getHeight();
        }
        double[] placed = apart(wanted, gap, area.getMinY(), area.getMaxY());
        g2.setFont(Theme.font(size, 1));
        for (int i = 0; i < placed.length; i++) {
            g2.setPaint(sorted.get(i).colour());
            g2.setStroke(Theme.stroke(size.em(.09)));
            g2.draw(new Line2D.Double(area.getMaxX() + 2, wanted[i], area.getMaxX() + size.em(.7), placed[i]));
            g2.setStroke(Theme.stroke(size.em(.22)));
            g2.draw(new Line2D.Double(
                    area.getMaxX() + size.em(.7), placed[i], area.getMaxX() + size.em(1.4), placed[i]));
            g2.setPaint(Theme.INK);
            g2.drawString(
                    sorted.get(i).text(), (float) (area.getMaxX() + size.em(1.6)), (float) (placed[i] + size.em(.36)));
        }
    }

    /** Places in rising order at least {@code gap} apart, each as near as may be to the one wanted. */
    static double[] apart(double[] wanted, double gap, double least, double most) {
        double[] placed = wanted.clone();
        for (int i = 0; i < placed.length; i++) {
            placed[i] = Math.max(placed[i], i == 0 ? least : placed[i - 1] + gap);
        }
        for (int i = placed.length - 1; i >= 0; i--) {
            placed[i] = Math.min(placed[i], i == placed.length - 1 ? most : placed[i + 1] - gap);
        }
        for (int i = 1; i < placed.length; i++) {
            placed[i] = Math.max(placed[i], placed[i - 1] + gap);
        }
        return placed;
    }

    /** The height in pixels that the labels of marked dates need above the axes, {@code width} pixels apart. */
    static double lift(List<Mark> marks, double first, double last, double width, Size size) {
        int rows = 0;
        for (Place place : places(marks, first, last, 0, width, width + size.em(4), size)) {
            rows = Math.max(rows, place.row() + 1);
        }
        return rows * size.em(MARK_ROW);
    }

    /**
     * Draws an upright line for each marked date, its label above the axes. Where labels would meet, the earlier one
     * stands higher, so that no line runs through a label. A date before the axis has a label with an arrow at its left end and no
     * line; one after it has neither.
     *
     * @param above how far above the axes the lowest labels stand, in pixels
     */
    static void marks(
            Graphics2D g2, Rectangle2D area, double first, double last, List<Mark> marks, double above, Size size) {
        List<Place> places =
                places(marks, first, last, area.getMinX(), area.getWidth(), size.width() - size.em(.5), size);
        float dash = (float) size.em(.25);
        for (Place place : places) {
            if (place.early()) {
                continue;
            }
            g2.setPaint(Theme.colour(place.mark().rung()));
            g2.setStroke(new BasicStroke(
                    (float) size.em(.1), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0));
            double top = area.getMinY() - above - place.row() * size.em(MARK_ROW);
            g2.draw(new Line2D.Double(place.x(), top, place.x(), area.getMaxY()));
        }
        g2.setFont(Theme.font(size, MARK_FONT));
        g2.setPaint(Theme.INK);
        for (Place place : places) {
            double baseline = area.getMinY() - above - place.row() * size.em(MARK_ROW) - size.em(.3);
            g2.drawString(place.label(), (float) place.left(), (float) baseline);
        }
    }

    /** Draws the recorded spells as a ribbon of the rungs' colours and marks just above the axes. */
    static void ribbon(
            Graphics2D g2, Rectangle2D area, double first, double last, List<Spell> spells, double height, Size size) {
        double top = area.getMinY() - height - size.em(.55);
        for (Spell spell : spells) {
            double from = x(Math.max(first, Years.of(spell.from())), first, last, area);
            double to = x(Math.min(last, Years.of(spell.to())), first, last, area);
            if (to > from) {
                g2.setPaint(Theme.colour(spell.rung()));
                g2.fill(new Rectangle2D.Double(from, top, to - from, height));
                badge(g2, spell.rung(), from, to, top + height / 2, size.em(.24));
            }
        }
        Font font = Theme.font(size, .78);
        g2.setFont(font);
        g2.setPaint(Theme.SOFT_INK);
        g2.drawString("Record", (float) (area.getMinX() - Theme.width("Record", font) - size.em(.3)), (float)
                (top + height / 2 + size.em(.28)));
    }

    /** Draws the mark of a rung, in the colour of paper, at the left end of its bar; a bar too short for it has none. */
    static void badge(Graphics2D g2, Rung rung, double from, double to, double y, double radius) {
        if (to - from >= 3.2 * radius) {
            g2.setPaint(Theme.PAPER);
            g2.fill(AffineTransform.getTranslateInstance(from + 1.9 * radius, y)
                    .createTransformedShape(Theme.shape(rung, radius)));
        }
    }

    static double x(double year, double first, double last, Rectangle2D area) {
        return area.getMinX() + (year - first) / (last - first) * area.getWidth();
    }

    private record Place(Mark mark, boolean early, double x, double left, double right, int row) {
        String label() {
            return label(mark, early);
        }

        private static String label(Mark mark, boolean early) {
            return (early ? "\u2190 " : "") + mark.label();
        }
    }

    private static List<Place> places(
            List<Mark> marks, double first, double last, double start, double width, double most, Size size) {
        Font font = Theme.font(size, MARK_FONT);
        var late = new ArrayList<>(marks);
        late.sort(Comparator.comparing(Mark::date).reversed());
        var places = new ArrayList<Place>();
        late.removeIf(mark -> Years.of(mark.date()) > last);
        for (Mark mark : late) {
            boolean early = Years.of(mark.date()) < first;
            double x = start + Math.max(0, (Years.of(mark.date()) - first) / (last - first)) * width;
            double length = Theme.width(Place.label(mark, early), font) + size.em(.4);
            double left = Math.min(x, most - length);
            int row = 0;
            while (taken(places, left, left + length, row)) {
                row++;
            }
            places.add(new Place(mark, early, x, left, left + length, row));
        }
        return places;
    }

    private static boolean taken(List<Place> places, double left, double right, int row) {
        for (Place place : places) {
            if (place.row() >= row && place.left() < right && left < place.right()) {
                return true;
            }
        }
        return false;
    }
}
