package blocsim.experiment;

import blocsim.engine.OwnRule;
import blocsim.engine.Simulator;
import blocsim.model.Bloc;
import blocsim.model.Dated;
import blocsim.model.Parameters;
import blocsim.model.Streams;
import blocsim.model.World;
import blocsim.scenario.Posterior;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The world of each replicate: the same in all, or with parameters and efforts of blocs drawn anew. Figures, standings and facts are
 * shared by all, so that one more world costs next to nothing.
 */
public final class Worlds {
    private final World base;
    private final @Nullable Posterior posterior;
    private final List<OwnRule> own;

    private Worlds(World base, @Nullable Posterior posterior, List<OwnRule> own) {
        this.base = base;
        this.posterior = posterior;
        this.own = List.copyOf(own);
    }

    /** The same world for every replicate. */
    public static Worlds same(World world) {
        return new Worlds(world, null, List.of());
    }

    /** A world with its numbers drawn for each replicate. */
    public static Worlds drawn(World world, Posterior posterior) {
        return posterior.drawn() == 0 ? same(world) : new Worlds(world, posterior, List.of());
    }

    /** The same worlds, each run with rules of a user's own. */
    Worlds with(List<OwnRule> rules) {
        return new Worlds(base, posterior, rules);
    }

    /** What runs one of them. */
    Simulator simulator(World world) {
        return new Simulator(world, own);
    }

    /** The world as the scenario has it. */
    public World base() {
        return base;
    }

    /** Whether replicates differ in their parameters. */
    public boolean areDrawn() {
        return posterior != null;
    }

    /**
     * The world of a replicate: the same on any thread, and in every scenario of the same seed that draws from the same law.
     *
     * @param seed the master seed
     * @param replicate its number, from 0
     */
    public World of(long seed, int replicate) {
        if (posterior == null) {
            return base;
        }
        var draw = posterior.draw(base.parameters(), new Streams(seed, replicate));
        return with(base, draw.parameters(), blocs(draw.efforts()));
    }

    private List<Bloc> blocs(SortedMap<String, Double> efforts) {
        return base.blocs().stream()
                .map(bloc -> {
                    Double effort = efforts.get(bloc.code());
                    return effort == null ? bloc : withEffort(bloc, effort);
                })
                .toList();
    }

    private static Bloc withEffort(Bloc bloc, double effort) {
        return new Bloc(
                bloc.code(),
                bloc.title(),
                bloc.record(),
                bloc.founded(),
                bloc.founders(),
                bloc.ladder(),
                bloc.depth(),
                Dated.always(effort),
                bloc.security(),
                bloc.stances(),
                bloc.admission(),
                bloc.capacity(),
                bloc.requestNoticeDays(),
                bloc.exitNoticeMonths(),
                bloc.exclusiveWith(),
                bloc.gates(),
                bloc.summits());
    }

    /** A world with other numbers; no figure hangs on them. */
    static World with(World world, Parameters parameters, List<Bloc> blocs) {
        return new World(
                world.states(),
                blocs,
                parameters,
                world.bounds(),
                world.figures(),
                world.driftTicks(),
                world.geography(),
                world.start(),
                world.meetings(),
                world.facts(),
                world.unitedStates());
    }
}
