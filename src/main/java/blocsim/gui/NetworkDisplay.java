package blocsim.gui;

import blocsim.report.Theme;
import java.awt.Color;
import java.awt.geom.Point2D;
import javax.swing.JFrame;
import sim.display.Controller;
import sim.display.Display2D;
import sim.field.continuous.Continuous2D;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.portrayal.continuous.ContinuousPortrayal2D;
import sim.portrayal.network.EdgeDrawInfo2D;
import sim.portrayal.network.NetworkPortrayal2D;
import sim.portrayal.network.SimpleEdgePortrayal2D;
import sim.portrayal.network.SpatialNetwork2D;
import sim.util.Double2D;

/**
 * States and what ties them: each by the mark of its rung, with lines for trade, for sponsorship, and where asked for membership. What is
 * shown where is said by those who extend it.
 */
abstract class NetworkDisplay {
    static final double WIDTH = 940;
    static final double HEIGHT = 620;
    /** A state's largest partner is shown from this share of its trade on. */
    static final double MUCH_TRADE = .1;

    private static final Color TRADE = new Color(0xe6, 0x9f, 0x00, 120);
    private static final Color TRADE_END = new Color(0xe6, 0x9f, 0x00, 40);
    private static final Color SPONSORSHIP = Theme.series(3);
    private static final Color MEMBERSHIP = new Color(0x56, 0x5d, 0x66, 60);

    final RunConsole console;
    private final Display2D display;
    private final JFrame frame;
    private final Continuous2D field = new Continuous2D(WIDTH / 10, WIDTH, HEIGHT);
    private final Network trade = new Network(true);
    private final Network sponsorship = new Network(true);
    private final Network membership = new Network(true);
    private final ContinuousPortrayal2D nodes = new ContinuousPortrayal2D();
    private final NetworkPortrayal2D trades = new NetworkPortrayal2D();
    private final NetworkPortrayal2D sponsorships = new NetworkPortrayal2D();
    private final NetworkPortrayal2D memberships = new NetworkPortrayal2D();

    NetworkDisplay(RunConsole console, Controller controller, String title) {
        this.console = console;
        this.display = new Display2D(WIDTH, HEIGHT, console);
        display.setBackdrop(Theme.PAPER);
        display.setClipping(false);
        this.frame = display.createFrame();
        frame.setTitle(title);
        controller.registerFrame(frame);
    }

    /** Attaches the layers, from below; to be called once, when what lies under them is attached. */
    void attach() {
        display.attach(memberships, "membership");
        display.attach(trades, "trade: a state's largest partner");
        display.attach(sponsorships, "sponsorship: to the candidate");
        display.attach(nodes, "states and blocs");
        nodes.setPortrayalForAll(new NodePortrayal(console));
        nodes.setField(field);
        show(trades, trade, new Line(TRADE, TRADE_END, 12));
        show(sponsorships, sponsorship, new Line(SPONSORSHIP, SPONSORSHIP, 3));
        show(memberships, membership, new Line(MEMBERSHIP, MEMBERSHIP, 1));
    }

    private void show(NetworkPortrayal2D portrayal, Network network, Line line) {
        portrayal.setField(new SpatialNetwork2D(field, network));
        portrayal.setPortrayalForAll(line);
    }

    Display2D display() {
        return display;
    }

    JFrame frame() {
        return frame;
    }

    /** Places everything anew, as the run now stands. */
    final void arrange() {
        field.clear();
        trade.clear();
        sponsorship.clear();
        membership.clear();
        place(console.course());
    }

    /** Places every node by {@link #put} and ties them. */
    abstract void place(Course course);

    final void put(Node node, Point2D at) {
        field.setObjectLocation(node, new Double2D(at.getX(), at.getY()));
    }

    final void trades(Node from, Node to, double share) {
        trade.addEdge(from, to, share);
    }

    final void sponsors(Node sponsor, Node candidate, double resolve) {
        sponsorship.addEdge(sponsor, candidate, resolve);
    }

    final void belongs(Node state, Node bloc) {
        membership.addEdge(state, bloc, 1.0);
    }

    final void reset() {
        display.reset();
        display.repaint();
    }

    final void quit() {
        frame.dispose();
    }

    /** A line as wide as what it stands for is strong, without a label. */
    private static final class Line extends SimpleEdgePortrayal2D {
        private static final long serialVersionUID = 1L;

        Line(Color from, Color to, double width) {
            super(from, to, null);
            setAdjustsThickness(true);
            setShape(SHAPE_LINE_BUTT_ENDS);
            setScaling(NEVER_SCALE);
            setBaseWidth(width);
        }

        @Override
        protected double getPositiveWeight(Object object, EdgeDrawInfo2D info) {
            return ((Double) ((Edge) object).info);
        }

        @Override
        public boolean hitObject(Object object, sim.portrayal.DrawInfo2D range) {
            return false;
        }
    }
}
