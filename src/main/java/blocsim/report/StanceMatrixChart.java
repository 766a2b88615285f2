package blocsim.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Voters against applicants: whom each incumbent stops, with a bar and a figure in each cell.
 *
 * @param bloc the bloc's name with its article
 * @param voters the incumbents, from left to right
 * @param applicants the states that are stopped, from top to bottom
 * @param hidden how many more applicants there are
 * @param source where the figures come from
 */
public record StanceMatrixChart(String bloc, List<Voter> voters, List<Applicant> applicants, int hidden, String source)
        implements Chart {
    /** More applicants than this make no chart. */
    static final int MOST_APPLICANTS = 12;

    /** More voters than this make no chart. */
    static final int MOST_VOTERS = 8;

    private static final double ROW = 2.1;
    static final Color BARS = Theme.series(5);

    /**
     * An incumbent.
     *
     * @param code its code, which heads its column
     * @param name its name
     */
    public record Voter(String code, String name) {}

    /**
     * A state that bids.
     *
     * @param name its name
     * @param code its code, used where there is no room for the name
     * @param stopped the share of runs in which a request of it is stopped at least once, with its 95 % interval
     * @param objected for each voter the share of these runs, in [0, 1], in which it objects at the first stop
     */
    public record Applicant(String name, String code, Estimate stopped, List<Double> objected) {
        /** Copies the list. */
        public Applicant {
            objected = List.copyOf(objected);
        }
    }

    /** @throws IllegalArgumentException if there is no voter or applicant, or an applicant has not one share for each voter */
    public StanceMatrixChart {
        voters = List.copyOf(voters);
        applicants = List.copyOf(applicants);
        if (voters.isEmpty() || applicants.isEmpty()) {
            throw new IllegalArgumentException("the matrix of stances has " + voters.size() + " voters and "
                    + applicants.size() + " applicants; give at least one of each");
        }
        for (Applicant applicant : applicants) {
            if (applicant.objected().size() != voters.size()) {
                throw new IllegalArgumentException(applicant.name() + " has "
                        + applicant.objected().size() + " shares for " + voters.size() + " voters; give one for each");
            }
        }
    }

    @Override
    public String name() {
        return "stance-matrix";
    }

    @Override
    public String title() {
        return "Who objects to whom in " + bloc;
    }

    @Override
    public String subtitle() {
        return "Row: an applicant, and in how many runs a request of it is stopped. Column: an incumbent. Figure and bar: in how "
                + "many per cent of these runs it objects at the first stop."
                + (hidden == 0
                        ? ""
                        : " Not shown: " + hidden + (hidden == 1 ? " applicant" : " applicants")
                                + " stopped less often.");
    }

    @Override
    public String description() {
        var text = new StringBuilder(
                "A matrix of " + applicants.size() + " applicants and " + voters.size() + " incumbents.");
        for (Applicant applicant : applicants) {
            int most = 0;
            for (int n = 1; n < voters.size(); n++) {
                most = applicant.objected().get(n) > applicant.objected().get(most) ? n : most;
            }
            text.append(' ')
                    .append(applicant.name())
                    .append(" is stopped in ")
                    .append(Numbers.percent(applicant.stopped().value()))
                    .append(" of runs, most often by ")
                    .append(voters.get(most).name())
                    .append(" (")
                    .append(Numbers.percent(applicant.objected().get(most)))
                    .append(").");
        }
        return text.toString();
    }

    @Override
    public Table table() {
        var head = new ArrayList<String>();
        head.add("Applicant");
        head.add("Stopped in");
        voters.forEach(voter -> head.add(voter.name()));
        var rows = new ArrayList<List<String>>();
        for (Applicant applicant : applicants) {
            var row = new ArrayList<String>();
            row.add(applicant.name());
            row.add(Numbers.percent(applicant.stopped().value()) + " (" + Numbers.percentRange(applicant.stopped())
                    + ")");
            applicant.objected().forEach(share -> row.add(Numbers.percent(share)));
            rows.add(row);
        }
        return new Table("Share of runs with a stop in which each incumbent objects at the first one", head, rows);
    }

    @Override
    public Picture draw(Size size) {
        int height = (int) Math.round(size.em(3.5) + applicants.size() * size.em(ROW));
        return new Picture(
                Theme.blank(size),
                size.width(),
                size.narrow() ? Math.max(height, (int) size.em(12)) : Math.max(size.height(), height),
                (g2, area) -> {
                    Font font = Theme.font(size, 1);
                    double names = applicants.stream()
                                    .mapToDouble(applicant -> Theme.width(name(applicant, size), font))
                                    .max()
                                    .orElse(0)
                            + size.em(size.narrow() ? .5 : 1);
                    double stopped = size.em(size.narrow() ? 3 : 4.6);
                    double top = area.getMinY() + size.em(1.6);
                    double row = Math.min((area.getMaxY() - top) / applicants.size(), size.em(3.2));
                    double left = area.getMinX() + names + stopped;
                    double cell = (area.getMaxX() - left) / voters.size();
                    heads(g2, left - stopped, stopped, cell, area.getMinY() + size.em(1.1), size);
                    for (int n = 0; n < applicants.size(); n++) {
                        if (n % 2 == 0) {
                            g2.setPaint(Theme.STRIPE);
                            g2.fill(new Rectangle2D.Double(area.getMinX(), top + n * row, area.getWidth(), row));
                        }
                        row(g2, applicants.get(n), area.getMinX(), left, top + n * row, cell, row, size);
                    }
                });
    }

    private static String name(Applicant applicant, Size size) {
        return size.narrow() ? applicant.code() : applicant.name();
    }

    private void heads(Graphics2D g2, double left, double stopped, double cell, double baseline, Size size) {
        g2.setFont(Theme.font(size, .85));
        g2.setPaint(Theme.SOFT_INK);
        g2.drawString("Stopped", (float) (left - size.em(size.narrow() ? .6 : 0)), (float) baseline);
        g2.setFont(Theme.bold(size, .9));
        g2.setPaint(Theme.INK);
        for (int n = 0; n < voters.size(); n++) {
            g2.drawString(voters.get(n).code(), (float) (left + stopped + n * cell + size.em(.2)), (float) baseline);
        }
    }

    private static void row(
            Graphics2D g2,
            Applicant applicant,
            double begin,
            double left,
            double top,
            double cell,
            double row,
            Size size) {
        double baseline = top + row / 2 + size.em(.36);
        g2.setPaint(Theme.INK);
        g2.setFont(Theme.font(size, 1));
        g2.drawString(name(applicant, size), (float) (begin + size.em(.2)), (float) baseline);
        g2.setFont(Theme.font(size, .9));
        String stopped = Numbers.percent(applicant.stopped().value());
        g2.drawString(stopped, (float) (left - size.em(size.narrow() ? 3 : 4.6)), (float) baseline);
        double room = cell - size.em(.4);
        for (int n = 0; n < applicant.objected().size(); n++) {
            double share = applicant.objected().get(n);
            double x = left + n * cell + size.em(.2);
            g2.setPaint(Theme.GRID);
            g2.fill(new Rectangle2D.Double(x, top + row - size.em(.62), room, size.em(.34)));
            g2.setPaint(BARS);
            g2.fill(new Rectangle2D.Double(x, top + row - size.em(.62), room * share, size.em(.34)));
            g2.setPaint(share < .005 ? Theme.SOFT_INK : Theme.INK);
            g2.setFont(Theme.font(size, .9));
            g2.drawString(Long.toString(Math.round(100 * share)), (float) x, (float) (top + row - size.em(.85)));
        }
    }
}
