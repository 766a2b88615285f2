package blocsim.engine;

import blocsim.model.Figures;
import blocsim.model.Parameter;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The figures of a run: those of its world, and where their sources have ended, GDP and trade that walk at random from the last ones.
 *
 * <p>The logarithm of GDP of a state, and that of the trade of a pair, moves by a normal step for each year that its figure has been
 * carried on, and starts anew from a figure that the scenario gives; shares of a state's trade are then scaled so that its partners in the world have the same share of it together as before.
 */
final class Carried {
    private final World world;
    private final int states;
    private final long[] stateKey;
    private final double gdpDrift;
    private final double tradeDrift;
    private final double[] gdpWalk;
    private final double[] tradeWalk;
    private final int[] gdpYears;
    private int tradeYears;
    private Figures now;

    Carried(World world, long[] stateKey) {
        this.world = world;
        this.states = world.states().size();
        this.stateKey = stateKey;
        this.gdpDrift = world.parameters().get(Parameter.GDP_DRIFT);
        this.tradeDrift = world.parameters().get(Parameter.TRADE_DRIFT);
        this.gdpWalk = new double[gdpDrift > 0 ? states : 0];
        this.gdpYears = new int[gdpWalk.length];
        this.tradeWalk = new double[tradeDrift > 0 ? states * states : 0];
        this.now = world.figures().get(0);
    }

    /** Forgets the run before. */
    void reset() {
        Arrays.fill(gdpWalk, 0);
        Arrays.fill(tradeWalk, 0);
        Arrays.fill(gdpYears, 0);
        tradeYears = 0;
        now = world.figures().get(0);
    }

    /** The figures of the tick. */
    Figures now() {
        return now;
    }

    /** Takes the figures of a tick. */
    void begin(int tick, int day, Streams streams) {
        now = world.figures().get(tick);
        int year = LocalDate.ofEpochDay(day).getYear() - 1;
        if (gdpDrift > 0 && walkGdp(year, streams)) {
            now = now.withGdp(gdpWalk);
        }
        if (tradeDrift > 0 && now.tradeHeld() > 0) {
            walkTrade(now.tradeHeld(), year, streams);
            now = now.withTrade(tradeWalk);
        }
    }

    /** Whether the GDP of any state is no longer a figure of its own year. */
    private boolean walkGdp(int year, Streams streams) {
        boolean carried = false;
        for (int i = 0; i < states; i++) {
            int held = now.gdpHeld(i);
            if (held < gdpYears[i]) {
                gdpWalk[i] = 0;
                gdpYears[i] = 0;
            }
            if (held > gdpYears[i]) {
                double step = gdpDrift * StrictMath.sqrt(held - gdpYears[i]);
                gdpWalk[i] += step * streams.normal(Purpose.GDP_DRIFT, stateKey[i], year, 0, 0);
                gdpYears[i] = held;
            }
            carried |= held > 0;
        }
        return carried;
    }

    private void walkTrade(int held, int year, Streams streams) {
        double step = tradeDrift * StrictMath.sqrt(Math.max(0, held - tradeYears));
        for (int i = 0; i < states && step > 0; i++) {
            for (int j = i + 1; j < states; j++) {
                if (now.tradeShare(i, j) > 0 || now.tradeShare(j, i) > 0) {
                    double by = step * streams.normal(Purpose.TRADE_DRIFT, stateKey[i], stateKey[j], year, 0);
                    tradeWalk[i * states + j] += by;
                    tradeWalk[j * states + i] += by;
                }
            }
        }
        tradeYears = Math.max(tradeYears, held);
    }
}
