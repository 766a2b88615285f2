package blocsim.model;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a run reads and never writes.
 *
 * <p>States and blocs have indices in the order of the lists, which is that of their codes; days are counted from 1970-01-01
 * ({@link LocalDate#toEpochDay()}). Immutable and shared by all threads.
 *
 * @param states who there is
 * @param blocs and of what they may become members
 * @param parameters the numbers of the model
 * @param bounds the first day of each tick, and at last the first day after the horizon
 * @param figures what is known on the first day of each tick
 * @param driftTicks for each tick, whether ideal points have left the panel and drift
 * @param geography borders and neighbours
 * @param start the standings that are not outsiders' on the first day
 * @param meetings summits and their gates
 * @param facts dated facts
 * @param unitedStates the index of the United States, or {@link #NONE}
 */
public record World(
        List<State> states,
        List<Bloc> blocs,
        Parameters parameters,
        List<Integer> bounds,
        List<Figures> figures,
        List<Boolean> driftTicks,
        Geography geography,
        List<Start> start,
        Meetings meetings,
        Facts facts,
        int unitedStates) {
    /** No such index. */
    public static final int NONE = -1;

    /** The mean length of a year. */
    public static final double DAYS_A_YEAR = 365.25;

    /** Copies the lists. */
    public World {
        states = List.copyOf(states);
        blocs = List.copyOf(blocs);
        bounds = List.copyOf(bounds);
        figures = List.copyOf(figures);
        driftTicks = List.copyOf(driftTicks);
        start = List.copyOf(start);
    }

    /** The number of ticks. */
    public int ticks() {
        return figures.size();
    }

    /** The length of a tick in years: exactly 1 for a calendar year. */
    public double years(int tick) {
        var from = LocalDate.ofEpochDay(bounds.get(tick));
        var to = LocalDate.ofEpochDay(bounds.get(tick + 1));
        int months = (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
        return months > 0 && from.getDayOfMonth() == to.getDayOfMonth()
                ? months / 12.0
                : (bounds.get(tick + 1) - bounds.get(tick)) / DAYS_A_YEAR;
    }

    /** The index of a state by its code, or {@link #NONE}. */
    public int state(String code) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).code().equals(code)) {
                return i;
            }
        }
        return NONE;
    }

    /** The index of a bloc by its code, or {@link #NONE}. */
    public int bloc(String code) {
        for (int b = 0; b < blocs.size(); b++) {
            if (blocs.get(b).code().equals(code)) {
                return b;
            }
        }
        return NONE;
    }
}
