package blocsim.gui;

import blocsim.model.World;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sim.display.Controller;

/** The states around their blocs: members innermost, then candidates and observers, partners, and outsiders who have asked. */
final class RingsDisplay extends NetworkDisplay {
    private static final double[] RADII = {.98, .82, .66, .46};

    RingsDisplay(RunConsole console, Controller controller) {
        super(console, controller, "Blocs");
        attach();
    }

    @Override
    void place(Course course) {
        int blocs = course.world().blocs().size();
        int columns = (int) Math.ceil(Math.sqrt(blocs * WIDTH / HEIGHT));
        int rows = (blocs + columns - 1) / columns;
        for (int b = 0; b < blocs; b++) {
            var middle = new Point2D.Double(
                    WIDTH * (b % columns + .5) / columns, HEIGHT * (Math.floorDiv(b, columns) + .5) / rows);
            place(course, b, middle, .44 * Math.min(WIDTH / columns, HEIGHT / rows));
        }
    }

    private void place(Course course, int bloc, Point2D middle, double reach) {
        var world = course.world();
        put(Node.bloc(bloc), middle);
        var rings = new ArrayList<List<Integer>>();
        for (int height = 0; height < RADII.length; height++) {
            rings.add(new ArrayList<>());
        }
        for (int i = 0; i < world.states().size(); i++) {
            int rung = course.rung(bloc, i);
            if (rung > 0) {
                rings.get(world.blocs().get(bloc).ladder().rung(rung).height()).add(i);
            } else if (course.asked(bloc, i) > 0) {
                rings.get(0).add(i);
            }
        }
        var nodes = new TreeMap<Integer, Node>();
        for (int height = 0; height < RADII.length; height++) {
            var ring = rings.get(height);
            for (int n = 0; n < ring.size(); n++) {
                double turn = 2 * Math.PI * (n + .5 * (height % 2)) / ring.size();
                var node = Node.standing(bloc, ring.get(n), Math.sin(turn) < -.01);
                nodes.put(ring.get(n), node);
                put(
                        node,
                        new Point2D.Double(
                                middle.getX() + reach * RADII[height] * Math.sin(turn),
                                middle.getY() - reach * RADII[height] * Math.cos(turn)));
            }
        }
        tie(course, bloc, nodes);
    }

    private void tie(Course course, int bloc, Map<Integer, Node> nodes) {
        var world = course.world();
        int tick = Math.max(0, course.ticks() - 1);
        nodes.forEach((i, node) -> {
            int partner = MapDisplay.largestPartner(world, tick, i);
            var to = partner == World.NONE ? null : nodes.get(partner);
            if (to != null) {
                trades(node, to, world.figures().get(tick).tradeShare(i, partner));
            }
        });
        for (var backing : world.facts().backings()) {
            var from = nodes.get(backing.sponsor());
            var to = nodes.get(backing.candidate());
            boolean holds = backing.from() <= course.day() && course.day() < backing.until();
            if (backing.bloc() == bloc && holds && from != null && to != null) {
                sponsors(from, to, backing.resolve());
            }
        }
    }
}
