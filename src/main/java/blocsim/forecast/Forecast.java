package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What somebody held likely of a cell at its origin.
 *
 * @param cell state, bloc and origin
 * @param target the last day that counts
 * @param statuses by status, in the order of the ladder, the probability that it is the highest reached by the target, in force or
 *     decided; a status that the bloc lacks is left out; they sum to 1
 * @param up the probability that the status reached by the target is above that at the origin
 * @param decision the probability of at least one decision to raise the status, after the origin and by the target
 */
public record Forecast(Cell cell, LocalDate target, Map<Status, Double> statuses, double up, double decision) {
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if a probability is none, or those of the statuses do not sum to 1 */
    public Forecast {
        var ordered = new EnumMap<Status, Double>(Status.class);
        ordered.putAll(statuses);
        double sum = 0;
        for (double p : ordered.values()) {
            check(p, cell);
            sum += p;
        }
        check(up, cell);
        check(decision, cell);
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("the statuses of " + cell + " have " + sum + " together; give 1");
        }
        statuses = Collections.unmodifiableMap(ordered);
    }

    private static void check(double p, Cell cell) {
        if (!(p >= 0 && p <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("a probability of " + cell + " is " + p + "; give it from 0 to 1");
        }
    }
}
