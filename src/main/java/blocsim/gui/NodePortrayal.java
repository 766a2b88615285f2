package blocsim.gui;

import blocsim.report.Rung;
import blocsim.report.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.SimplePortrayal2D;

/**
 * Draws a state by the colour and mark of its rung, with a ring around it while it has a request pending, and a bloc by its code.
 */
final class NodePortrayal extends SimplePortrayal2D {
    private static final long serialVersionUID = 1L;
    private static final double RADIUS = 6;
    private static final double OUTSIDER_RADIUS = 3;
    private static final double REACH = 8;
    private static final Font STATE_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Font BLOC_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 15);

    private final transient RunConsole console;

    NodePortrayal(RunConsole console) {
        this.console = console;
    }

    @Override
    public void draw(Object object, Graphics2D g, DrawInfo2D info) {
        var node = (Node) object;
        var course = console.course();
        var world = course.world();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double x = info.draw.x;
        double y = info.draw.y;
        if (node.isBloc()) {
            write(g, world.blocs().get(node.bloc()).code(), BLOC_FONT, x, y + 5, .5);
            return;
        }
        int rung = course.rung(node.bloc(), node.state());
        var shown = rung == 0
                ? Rung.NONE
                : new Rung(
                        world.blocs().get(node.bloc()).ladder().rung(rung).title(),
                        world.blocs().get(node.bloc()).ladder().rung(rung).height());
        double radius = rung == 0 ? OUTSIDER_RADIUS : RADIUS;
        var mark = AffineTransform.getTranslateInstance(x, y).createTransformedShape(Theme.shape(shown, radius));
        g.setColor(Theme.colour(shown));
        g.fill(mark);
        g.setColor(Theme.PAPER);
        g.setStroke(new BasicStroke(1));
        g.draw(mark);
        boolean pending = course.asked(node.bloc(), node.state()) > 0;
        if (pending || info.selected) {
            double r = radius + 4;
            g.setColor(Theme.INK);
            g.setStroke(
                    pending
                            ? new BasicStroke(
                                    1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 2}, 0)
                            : new BasicStroke(1.5f));
            g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        }
        if (rung > 0 || pending || info.selected || console.isFocus(node)) {
            double off = (radius + (pending ? 7 : 3)) * (node.labelLeft() ? -1 : 1);
            String code = world.states().get(node.state()).code();
            write(g, code, STATE_FONT, x + off, y + 4, node.labelLeft() ? 1 : 0);
        }
    }

    /** Text with a pale edge, so that it reads on lines and outlines; {@code before} is the share of it left of {@code x}. */
    private static void write(Graphics2D g, String text, Font font, double x, double y, double before) {
        var letters = font.createGlyphVector(g.getFontRenderContext(), text);
        double left = x - before * letters.getLogicalBounds().getWidth();
        var shape = letters.getOutline((float) left, (float) y);
        g.setColor(new Color(255, 255, 255, 210));
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        g.setColor(Theme.INK);
        g.fill(shape);
    }

    @Override
    public boolean hitObject(Object object, DrawInfo2D range) {
        return range.clip.intersects(range.draw.x - REACH, range.draw.y - REACH, 2 * REACH, 2 * REACH);
    }

    @Override
    public Inspector getInspector(LocationWrapper wrapper, GUIState gui) {
        return new NodeInspector(console, (Node) wrapper.getObject());
    }

    @Override
    public String getName(LocationWrapper wrapper) {
        return console.name((Node) wrapper.getObject());
    }
}
