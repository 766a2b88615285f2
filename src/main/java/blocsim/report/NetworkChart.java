package blocsim.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Blocs and their members, with the ties of patrons and sponsors between states. States that belong to the same blocs and have no tie
 * stand together once there are many.
 *
 * @param date the day
 * @param focus the name of the state that is marked
 * @param blocs codes of the blocs
 * @param members the states that are full members of at least one, or have a tie, and the one that is marked
 * @param ties between states
 * @param source where the figures come from
 */
public record NetworkChart(
        LocalDate date, String focus, List<String> blocs, List<Member> members, List<Tie> ties, String source)
        implements Chart {
    /** A state and the blocs, by code, that it is a full member of in most runs. */
    public record Member(String name, String code, List<String> blocs) {
        /** Copies the list. */
        public Member {
            blocs = List.copyOf(blocs);
        }
    }

    /**
     * A tie of one state to another.
     *
     * @param from the patron's or sponsor's code
     * @param to the code of the state that relies on it, or for which it vouches
     * @param guarantee whether it is a sponsor's guarantee, not reliance on a patron
     * @param strength reliance or resolve, in [0, 1]
     */
    public record Tie(String from, String to, boolean guarantee, double strength) {}

    private static final int ALONE = 26;
    /** With one bloc, whose members have the whole picture to themselves. */
    private static final int ALONE_ROUND_ONE = 40;
    /** How far from the middle, as a share of half the field, those round one bloc stand. */
    private static final double ROUND_ONE = .84;

    private static final double MOST_STRETCH = 3;
    private static final int STEPS = 400;
    private static final double GOLDEN = 2.399963229728653;
    private static final double SPREAD = .8;
    private static final double BEND = .12;
    /** Room for each node and bloc, in ems, at which they are as near to each other as they may be. */
    private static final double NEAR = 5.2;

    private static final double FAR = 2.4;
    static final Color MEMBERSHIP = Theme.colour(Rung.MEMBER);
    static final Color PATRON = Theme.series(3);
    static final Color GUARANTEE = Theme.series(2);

    /** @throws IllegalArgumentException if there is no bloc or member, or a tie is of a state that is not there */
    public NetworkChart {
        blocs = List.copyOf(blocs);
        members = List.copyOf(members);
        ties = List.copyOf(ties);
        if (blocs.isEmpty() || members.isEmpty()) {
            throw new IllegalArgumentException("the network has " + blocs.size() + " blocs and " + members.size()
                    + " states; give at least one of each");
        }
        var codes = members.stream().map(Member::code).collect(Collectors.toSet());
        for (Tie tie : ties) {
            if (!codes.contains(tie.from()) || !codes.contains(tie.to())) {
                throw new IllegalArgumentException(
                        "a tie from " + tie.from() + " to " + tie.to() + " is of a state that is not there; add it");
            }
        }
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String title() {
        return "Blocs, their members and those who back them, end of " + date.getYear();
    }

    @Override
    public String subtitle() {
        return "Line: full member in most runs. Solid arrow: a patron, to the state that relies on it; broken arrow: a sponsor, to the "
                + "state for which it has vouched."
                + (members.stream()
                                .anyMatch(member -> member.name().equals(focus)
                                        && member.blocs().isEmpty())
                        ? " Framed: " + focus + ", a member of none."
                        : "")
                + (grouped() ? " States with the same memberships and no tie stand together." : "");
    }

    private boolean grouped() {
        return nodes().stream().anyMatch(node -> node.states().size() > 1);
    }

    @Override
    public String description() {
        var text = new StringBuilder("A network at the end of ")
                .append(date.getYear())
                .append('.');
        for (String bloc : blocs) {
            text.append(' ')
                    .append(bloc)
                    .append(": ")
                    .append(size(bloc))
                    .append(size(bloc) == 1 ? " member." : " members.");
        }
        for (Tie tie : ties) {
            text.append(' ')
                    .append(named(tie.from()))
                    .append(tie.guarantee() ? " has vouched for " : " is a patron of ")
                    .append(named(tie.to()))
                    .append(" (")
                    .append(Numbers.decimal(tie.strength()))
                    .append(").");
        }
        return text.toString();
    }

    private long size(String bloc) {
        return members.stream().filter(member -> member.blocs().contains(bloc)).count();
    }

    private String named(String code) {
        return members.stream()
                .filter(member -> member.code().equals(code))
                .map(Member::name)
                .findFirst()
                .orElse(code);
    }

    @Override
    public Table table() {
        var rows = new ArrayList<List<String>>();
        for (Member member : members) {
            var backed = ties.stream()
                    .filter(tie -> tie.to().equals(member.code()))
                    .map(tie -> named(tie.from())
                            + (tie.guarantee() ? ", guarantee " : ", reliance ")
                            + Numbers.decimal(tie.strength()))
                    .collect(Collectors.joining("; "));
            rows.add(List.of(
                    member.name(),
                    member.blocs().isEmpty() ? "\u2013" : String.join(", ", member.blocs()),
                    backed.isEmpty() ? "\u2013" : backed));
        }
        return new Table(
                "Full memberships in most runs on " + Numbers.day(date) + ", and who backs the state",
                List.of("State", "Member of", "Backed by"),
                rows);
    }

    /** One place in the picture: a state, or states with the same blocs. */
    private record Node(List<Member> states, List<String> blocs) {
        String label() {
            return states.size() == 1 ? states.get(0).code() : states.size() + " states";
        }
    }

    private List<Node> nodes() {
        var tied = new TreeSet<String>();
        ties.forEach(tie -> {
            tied.add(tie.from());
            tied.add(tie.to());
        });
        var groups = new LinkedHashMap<String, List<Member>>();
        for (Member member : members) {
            boolean alone = members.size() <= (blocs.size() == 1 ? ALONE_ROUND_ONE : ALONE)
                    || tied.contains(member.code())
                    || member.name().equals(focus);
            groups.computeIfAbsent(alone ? member.code() : "+" + member.blocs(), key -> new ArrayList<>())
                    .add(member);
        }
        return groups.values().stream()
                .map(states -> new Node(List.copyOf(states), states.get(0).blocs()))
                .toList();
    }

    @Override
    public Picture draw(Size size) {
        int height = size.narrow() ? (int) Math.round(1.25 * size.width()) : size.height();
        return new Picture(Theme.blank(size), size.width(), height, (g2, area) -> {
            key(g2, area, size);
            double top = size.em(2);
            var field = new Rectangle2D.Double(
                    area.getMinX(), area.getMinY() + top, area.getWidth(), area.getHeight() - top);
            paint(g2, field, size);
        });
    }

    private void key(Graphics2D g2, Rectangle2D area, Size size) {
        Font font = Theme.font(size, .9);
        double x = area.getMinX();
        double y = area.getMinY() + size.em(.9);
        for (int n = 0; n < 3; n++) {
            String label = List.of("member", "patron", "sponsor").get(n);
            var line = new Line2D.Double(x, y - size.em(.3), x + size.em(2), y - size.em(.3));
            if (n == 0) {
                g2.setPaint(MEMBERSHIP);
                g2.setStroke(Theme.stroke(size.em(.1)));
                g2.draw(line);
            } else {
                arrow(g2, line.getP1(), line.getP2(), 0, n == 2, 1, size);
            }
            g2.setPaint(Theme.INK);
            g2.setFont(font);
            g2.drawString(label, (float) (x + size.em(2.9)), (float) y);
            x += size.em(4.2) + Theme.width(label, font);
        }
    }

    private void paint(Graphics2D g2, Rectangle2D field, Size size) {
        var nodes = nodes();
        var centres = centres(field, size);
        var places = places(nodes, centres, field, size);
        g2.setPaint(MEMBERSHIP);
        g2.setStroke(Theme.stroke(size.em(.07)));
        for (int n = 0; n < nodes.size(); n++) {
            for (String bloc : nodes.get(n).blocs()) {
                g2.draw(new Line2D.Double(places.get(n), centres.get(blocs.indexOf(bloc))));
            }
        }
        for (Tie tie : ties) {
            var from = places.get(place(nodes, tie.from()));
            var to = places.get(place(nodes, tie.to()));
            arrow(g2, from, to, size.em(1.3), tie.guarantee(), tie.strength(), size);
        }
        for (int b = 0; b < blocs.size(); b++) {
            bloc(g2, blocs.get(b), centres.get(b), size);
        }
        for (int n = 0; n < nodes.size(); n++) {
            plate(g2, nodes.get(n), places.get(n), size);
        }
    }

    private static int place(List<Node> nodes, String code) {
        for (int n = 0; n < nodes.size(); n++) {
            if (nodes.get(n).states().get(0).code().equals(code)) {
                return n;
            }
        }
        throw new IllegalStateException("no place for " + code);
    }

    /** Where blocs stand: one in the middle, more on an ellipse, so that each is next to one that shares many members. */
    private List<Point2D> centres(Rectangle2D field, Size size) {
        var order = new ArrayList<Integer>();
        order.add(0);
        while (order.size() < blocs.size()) {
            int last = order.get(order.size() - 1);
            int next = -1;
            for (int b = 0; b < blocs.size(); b++) {
                if (!order.contains(b) && (next < 0 || shared(last, b) > shared(last, next))) {
                    next = b;
                }
            }
            order.add(next);
        }
        double r = size.em(2);
        var centres = new ArrayList<Point2D>();
        for (int b = 0; b < blocs.size(); b++) {
            double turn = 2 * StrictMath.PI * order.indexOf(b) / blocs.size() - StrictMath.PI;
            double out = blocs.size() == 1 ? 0 : SPREAD;
            centres.add(new Point2D.Double(
                    field.getCenterX() + out * (field.getWidth() / 2 - r) * StrictMath.cos(turn),
                    field.getCenterY() + out * (field.getHeight() / 2 - r) * StrictMath.sin(turn)));
        }
        return centres;
    }

    private long shared(int a, int b) {
        return members.stream()
                .filter(member ->
                        member.blocs().contains(blocs.get(a)) && member.blocs().contains(blocs.get(b)))
                .count();
    }

    /**
     * Places of the nodes: each is drawn to the middle of its blocs and pushed off by the other nodes and the blocs, for a fixed number
     * of steps from a fixed start.
     */
    private List<Point2D> places(List<Node> nodes, List<Point2D> centres, Rectangle2D field, Size size) {
        double[][] at = new double[nodes.size()][2];
        double[][] home = new double[nodes.size()][2];
        var apartFromAll = new boolean[nodes.size()];
        for (int n = 0; n < nodes.size(); n++) {
            var own = nodes.get(n).blocs();
            String code = nodes.get(n).states().get(0).code();
            apartFromAll[n] = own.isEmpty()
                    && ties.stream()
                            .noneMatch(
                                    tie -> tie.from().equals(code) || tie.to().equals(code));
            home[n][0] = own.isEmpty() ? field.getCenterX() : 0;
            home[n][1] = own.isEmpty() ? field.getCenterY() : 0;
            for (String bloc : own) {
                Point2D centre = centres.get(blocs.indexOf(bloc));
                home[n][0] += centre.getX() / own.size();
                home[n][1] += centre.getY() / own.size();
            }
            at[n][0] = home[n][0] + size.em(3) * StrictMath.cos(GOLDEN * n);
            at[n][1] = home[n][1] + size.em(2) * StrictMath.sin(GOLDEN * n);
            if (apartFromAll[n]) {
                // In a corner, where no line of others runs behind it.
                at[n][0] = field.getMinX() + size.em(2);
                at[n][1] = field.getMaxY() - size.em(1);
            }
        }
        double each = StrictMath.sqrt(field.getWidth() * field.getHeight() / (nodes.size() + 2 * blocs.size()));
        double apart = Math.max(1, Math.min(each / size.em(NEAR), FAR));
        double wide = apart * size.em(size.narrow() ? 3.2 : 3.8);
        double high = apart * size.em(size.narrow() ? 1.7 : 1.9);
        for (int step = 0; step < STEPS; step++) {
            for (int n = 0; n < at.length; n++) {
                if (apartFromAll[n]) {
                    continue;
                }
                at[n][0] += .04 * (home[n][0] - at[n][0]);
                at[n][1] += .04 * (home[n][1] - at[n][1]);
                for (int m = 0; m < at.length; m++) {
                    if (m != n) {
                        push(at[n], at[m][0], at[m][1], wide * width(nodes.get(n), nodes.get(m)), high, n - m);
                    }
                }
                for (Point2D centre : centres) {
                    push(at[n], centre.getX(), centre.getY(), apart * size.em(4.4), apart * size.em(3.2), n + 1);
                }
                at[n][0] = Math.max(field.getMinX() + wide / 2, Math.min(at[n][0], field.getMaxX() - wide / 2));
                at[n][1] = Math.max(field.getMinY() + high / 2, Math.min(at[n][1], field.getMaxY() - high / 2));
            }
        }
        if (blocs.size() == 1) {
            stretch(at, apartFromAll, 0, field.getCenterX(), ROUND_ONE * field.getWidth() / 2);
            stretch(at, apartFromAll, 1, field.getCenterY(), ROUND_ONE * field.getHeight() / 2);
        }
        var places = new ArrayList<Point2D>();
        for (double[] place : at) {
            places.add(new Point2D.Double(Math.rint(place[0] * 10) / 10, Math.rint(place[1] * 10) / 10));
        }
        return places;
    }

    /** Moves places away from the middle along one axis, so that the outermost lies as far from it as it should. */
    private static void stretch(double[][] at, boolean[] fixed, int axis, double middle, double wanted) {
        double far = 1;
        for (int n = 0; n < at.length; n++) {
            far = fixed[n] ? far : Math.max(far, Math.abs(at[n][axis] - middle));
        }
        double by = Math.max(1, Math.min(MOST_STRETCH, wanted / far));
        for (int n = 0; n < at.length; n++) {
            at[n][axis] = fixed[n] ? at[n][axis] : middle + by * (at[n][axis] - middle);
        }
    }

    private static double width(Node a, Node b) {
        return a.states().size() > 1 || b.states().size() > 1 ? 1.4 : 1;
    }

    /** Moves a place out of the ellipse about another one. */
    private static void push(double[] at, double x, double y, double wide, double high, int turn) {
        double dx = (at[0] - x) / wide;
        double dy = (at[1] - y) / high;
        double distance = StrictMath.sqrt(dx * dx + dy * dy);
        if (distance < 1e-6) {
            dx = StrictMath.cos(GOLDEN * turn);
            dy = StrictMath.sin(GOLDEN * turn);
            distance = 1;
        }
        if (distance < 1) {
            double by = .5 * (1 - distance) / distance;
            at[0] += by * dx * wide;
            at[1] += by * dy * high;
        }
    }

    /** An arrow that bends to its left, a guarantee's to its right, and ends {@code off} pixels short of its aim. */
    private static void arrow(
            Graphics2D g2, Point2D from, Point2D to, double off, boolean guarantee, double strength, Size size) {
        double bend = off == 0 ? 0 : guarantee ? -BEND : BEND;
        double x = (from.getX() + to.getX()) / 2 + bend * (to.getY() - from.getY());
        double y = (from.getY() + to.getY()) / 2 - bend * (to.getX() - from.getX());
        double dx = to.getX() - x;
        double dy = to.getY() - y;
        double length = Math.max(1, StrictMath.sqrt(dx * dx + dy * dy));
        double ux = dx / length;
        double uy = dy / length;
        double head = size.em(.9);
        double endX = to.getX() - (off + head) * ux;
        double endY = to.getY() - (off + head) * uy;
        float width = (float) size.em(.07 + .13 * strength);
        float dash = (float) size.em(.35);
        g2.setPaint(guarantee ? GUARANTEE : PATRON);
        g2.setStroke(
                guarantee
                        ? new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0)
                        : Theme.stroke(width));
        g2.draw(new QuadCurve2D.Double(from.getX(), from.getY(), x, y, endX, endY));
        var tip = new Path2D.Double();
        tip.moveTo(endX + head * ux, endY + head * uy);
        tip.lineTo(endX - uy * head * .4, endY + ux * head * .4);
        tip.lineTo(endX + uy * head * .4, endY - ux * head * .4);
        tip.closePath();
        g2.fill(tip);
    }

    private void bloc(Graphics2D g2, String code, Point2D at, Size size) {
        double r = size.em(1.95);
        g2.setPaint(Theme.PAPER);
        var disc = new Ellipse2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
        g2.fill(disc);
        g2.setPaint(Theme.INK);
        g2.setStroke(Theme.stroke(size.em(.16)));
        g2.draw(disc);
        centred(g2, code, Theme.bold(size, .82), at.getX(), at.getY() - size.em(.05));
        centred(g2, Long.toString(size(code)), Theme.font(size, .8), at.getX(), at.getY() + size.em(.95));
    }

    private void plate(Graphics2D g2, Node node, Point2D at, Size size) {
        boolean chosen = node.states().get(0).name().equals(focus);
        Font font = chosen ? Theme.bold(size, .85) : Theme.font(size, .82);
        double width = Theme.width(node.label(), font) + size.em(.6);
        double height = size.em(1.25);
        var plate = new RoundRectangle2D.Double(
                Math.rint(at.getX() - width / 2),
                at.getY() - height / 2,
                Math.rint(width),
                height,
                size.em(.5),
                size.em(.5));
        g2.setPaint(node.states().size() > 1 ? Theme.STRIPE : Theme.PAPER);
        g2.fill(plate);
        g2.setPaint(chosen ? Theme.INK : Theme.SOFT_INK);
        g2.setStroke(Theme.stroke(size.em(chosen ? .16 : .05)));
        g2.draw(plate);
        centred(g2, node.label(), font, at.getX(), at.getY() + size.em(.3));
    }

    private static void centred(Graphics2D g2, String text, Font font, double x, double baseline) {
        g2.setPaint(Theme.INK);
        g2.setFont(font);
        g2.drawString(text, (float) (x - Theme.width(text, font) / 2), (float) baseline);
    }
}
