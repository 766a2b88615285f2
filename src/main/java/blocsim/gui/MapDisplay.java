package blocsim.gui;

import blocsim.model.World;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import sim.display.Controller;

/** Every state at its capital, by its rung in the bloc shown; each bloc in the middle of its members. */
final class MapDisplay extends NetworkDisplay {
    private Course of;
    private Ground ground;

    MapDisplay(RunConsole console, Controller controller) {
        super(console, controller, "Map");
        this.of = console.course();
        this.ground = ground();
        display().attach(new OutlinePortrayal(() -> ground, WIDTH), "outlines");
        attach();
    }

    private Ground ground() {
        return Ground.of(console.course().world(), console.panel(), WIDTH, HEIGHT);
    }

    @Override
    void place(Course course) {
        var world = course.world();
        int shown = console.blocShown();
        if (!course.equals(of)) {
            of = course;
            ground = ground();
        }
        var states = new ArrayList<Node>();
        for (int i = 0; i < world.states().size(); i++) {
            var node = Node.standing(shown, i, false);
            states.add(node);
            put(node, ground.place(i));
        }
        for (int b = 0; b < world.blocs().size(); b++) {
            placeBloc(course, b, states);
        }
        int tick = Math.max(0, course.ticks() - 1);
        for (int i = 0; i < states.size(); i++) {
            int partner = largestPartner(world, tick, i);
            if (partner != World.NONE) {
                trades(
                        states.get(i),
                        states.get(partner),
                        world.figures().get(tick).tradeShare(i, partner));
            }
        }
        for (var backing : world.facts().backings()) {
            if (backing.bloc() == shown && backing.from() <= course.day() && course.day() < backing.until()) {
                sponsors(states.get(backing.sponsor()), states.get(backing.candidate()), backing.resolve());
            }
        }
    }

    private void placeBloc(Course course, int bloc, List<Node> states) {
        int top = course.world().blocs().get(bloc).ladder().top();
        double x = 0;
        double y = 0;
        int members = course.count(course.ticks(), bloc, top);
        if (members == 0) {
            return;
        }
        var node = Node.bloc(bloc);
        for (int i = 0; i < states.size(); i++) {
            if (course.rung(bloc, i) == top) {
                x += ground.place(i).getX() / members;
                y += ground.place(i).getY() / members;
                belongs(states.get(i), node);
            }
        }
        put(node, new Point2D.Double(x, y));
    }

    /** The state that a state trades most with, if that is much of its trade. */
    static int largestPartner(World world, int tick, int state) {
        var figures = world.figures().get(tick);
        int largest = World.NONE;
        double share = MUCH_TRADE;
        for (int j = 0; j < world.states().size(); j++) {
            if (j != state && figures.tradeShare(state, j) >= share) {
                share = figures.tradeShare(state, j);
                largest = j;
            }
        }
        return largest;
    }
}
