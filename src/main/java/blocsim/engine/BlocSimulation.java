package blocsim.engine;

import blocsim.model.Figures;
import blocsim.model.Parameter;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.model.World;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sim.engine.SimState;

/**
 * One run: what is so now, and the phases that MASON's schedule takes it through, tick by tick. It is set to its beginning again
 * for the next replicate; one thread uses it at a time.
 */
final class BlocSimulation extends SimState {
    private static final long serialVersionUID = 1L;

    final transient World world;
    final transient Standings standings;
    final transient Carried carried;
    final transient Ties ties;
    final transient Stances stances;
    final transient Gates gates;
    final transient Perception perception;
    final transient Prospects prospects;
    final transient Diary diary;
    final transient long[] stateKey;
    final transient long[] blocKey;
    final transient double[] blocReadiness;
    private final transient double @Nullable [] knownReadiness;
    final transient LocalDate[] dates;
    private final transient int[] bounds;
    private final transient double[] years;
    transient Streams streams;
    transient Recorder recorder;
    int tick;

    /** @param knownReadiness ξ_b by bloc where it is known; null where each replicate draws it */
    BlocSimulation(World world, double @Nullable [] knownReadiness) {
        // MASON keeps 32 bits of a seed and draws in turn; every draw of ours comes from Streams instead.
        super(0);
        this.world = world;
        this.standings = new Standings(world);
        this.knownReadiness = knownReadiness == null ? null : knownReadiness.clone();
        this.stateKey = world.states().stream()
                .mapToLong(state -> Streams.key(state.code()))
                .toArray();
        this.carried = new Carried(world, stateKey);
        this.ties = new Ties(world);
        this.stances = new Stances(world, standings, ties);
        this.gates = new Gates(world, standings);
        this.perception = new Perception(world, standings, ties, carried);
        this.blocReadiness = new double[world.blocs().size()];
        this.prospects = new Prospects(world, standings, stances, gates, perception, blocReadiness);
        this.diary = new Diary();
        this.blocKey = world.blocs().stream()
                .mapToLong(bloc -> Streams.key(bloc.code()))
                .toArray();
        this.dates = world.bounds().stream().map(LocalDate::ofEpochDay).toArray(LocalDate[]::new);
        this.bounds = world.bounds().stream().mapToInt(Integer::intValue).toArray();
        this.years = new double[world.ticks()];
        for (int k = 0; k < years.length; k++) {
            years[k] = world.years(k);
        }
        this.streams = new Streams(0, 0);
        this.recorder = new Recorder() {};
    }

    /** Sets everything to its beginning. */
    void begin(Streams replicate, Recorder listener) {
        streams = replicate;
        recorder = listener;
        tick = 0;
        standings.reset();
        carried.reset();
        ties.reset();
        perception.reset(listener);
        prospects.reset();
        double spread = world.parameters().get(Parameter.BLOC_SPREAD);
        for (int b = 0; b < blocReadiness.length; b++) {
            blocReadiness[b] = knownReadiness == null
                    ? spread * streams.normal(Purpose.BLOC_READINESS, blocKey[b], 0, 0, 0)
                    : knownReadiness[b];
        }
    }

    /** The figures of the tick. */
    Figures figures() {
        return carried.now();
    }

    /** The first day of the tick. */
    int firstDay() {
        return bounds[tick];
    }

    /** The first day after the tick. */
    int endDay() {
        return bounds[tick + 1];
    }

    /** The length of the tick in years: exactly 1 for a calendar year. */
    double years() {
        return years[tick];
    }

    /** The day on which something falls due, {@code years} after a day of the tick, after which it is no sooner. */
    int dayAfter(int day, double years) {
        double days = years / years() * (endDay() - firstDay());
        return days < endDay() - day ? day + (int) days : endDay();
    }

    /** The day on which something falls due, {@code years} after the first day of the tick. */
    int dayAfter(double years) {
        int length = endDay() - firstDay();
        return firstDay() + Math.min(length - 1, (int) (years / years() * length));
    }
}
