package blocsim.engine;

import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.World;
import blocsim.rule.Request;

/** What asking for a rung of a bloc takes a state, and what it is worth to it: η of one request. */
final class Asking {
    private final World world;
    private final double face;
    private final double hopeFloor;
    private final double size;
    private final double[] effort;
    private final double[][] discounted;

    Asking(World world) {
        this.world = world;
        Parameters p = world.parameters();
        this.face = p.get(Parameter.FACE);
        this.hopeFloor = p.get(Parameter.HOPE_FLOOR);
        this.size = p.get(Parameter.SIZE);
        this.effort = new double[] {
            p.get(Parameter.EFFORT_OUTSIDER), p.get(Parameter.EFFORT_PARTNER), p.get(Parameter.EFFORT_OBSERVER)
        };
        this.discounted = new double[world.blocs().size()][];
        for (int b = 0; b < discounted.length; b++) {
            var ladder = world.blocs().get(b).ladder();
            discounted[b] = new double[ladder.top() + 1];
            for (int rung = 1; rung <= ladder.top(); rung++) {
                discounted[b][rung] = StrictMath.pow(
                        p.get(Parameter.DISCOUNT), ladder.rung(rung).entryMonths() / 12.0);
            }
        }
    }

    /** What asking anything takes a state, from the rung it holds: effort less what size makes up for. */
    double hurdle(BlocSimulation run, int bloc, int state) {
        int held = run.standings.rung[run.standings.cell(bloc, state)];
        var of = world.blocs().get(bloc);
        return effort[held == 0 ? 0 : Math.min(2, of.ladder().rung(held).height())]
                + of.effort().at(run.dates[run.tick], 0.0)
                - size * run.figures().size(state);
    }

    /** q̃: the chance of approval that a state counts on where it sees the chance q̂. */
    double hope(double outlook) {
        return Request.hope(hopeFloor, outlook);
    }

    /** What approval of a rung is worth for a gain, with the face that a refusal would cost. */
    double worth(int bloc, int rung, double gain) {
        return Request.worth(discounted[bloc][rung], gain, face);
    }

    /** η of a request for what is worth so much. */
    double utility(double worth, double hope, double hurdle) {
        return Request.utility(hope, worth, face, hurdle);
    }
}
