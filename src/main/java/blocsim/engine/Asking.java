package blocsim.engine;

import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.World;
import blocsim.rule.Request;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** What asking for a rung of a bloc takes a state, and what it is worth to it: η of one request. */
final class Asking {
    private final double face;
    private final double hopeFloor;
    private final double size;
    private final double[][] effort;
    private final double[][] effortOfTick;
    private final double[][] discounted;

    Asking(World world) {
        Parameters p = world.parameters();
        this.face = p.get(Parameter.FACE);
        this.hopeFloor = p.get(Parameter.HOPE_FLOOR);
        this.size = p.get(Parameter.SIZE);
        double[] byHeight = {
            p.get(Parameter.EFFORT_OUTSIDER), p.get(Parameter.EFFORT_PARTNER), p.get(Parameter.EFFORT_OBSERVER)
        };
        this.effort = world.blocs().stream()
                .map(bloc -> IntStream.rangeClosed(0, bloc.ladder().top())
                        .mapToDouble(held -> byHeight[
                                held == 0
                                        ? 0
                                        : Math.min(2, bloc.ladder().rung(held).height())])
                        .toArray())
                .toArray(double[][]::new);
        this.effortOfTick = IntStream.range(0, world.ticks())
                .mapToObj(k -> LocalDate.ofEpochDay(world.bounds().get(k)))
                .map(day -> world.blocs().stream()
                        .mapToDouble(bloc -> bloc.effort().at(day, 0.0))
                        .toArray())
                .toArray(double[][]::new);
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
        return effort[bloc][held]
                + effortOfTick[run.tick][bloc]
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
