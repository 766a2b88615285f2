package blocsim.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the spread of the runs comes from, as figures: chance, parameters, judgement.
 *
 * @param calibrated the last day of the record that the parameters, or the defaults that stand for them, were fitted to; null if all are set by hand
 * @param drawn whether each run drew its own parameters
 * @param shares of the spread of outcomes that come from parameters, the headline first; empty if they are not drawn
 * @param swing the largest swing of the focus state's chances by a what-if; null if none of those that were run speaks of them
 */
public record Doubt(
        @Nullable LocalDate calibrated,
        boolean drawn,
        List<Share> shares,
        @Nullable Swing swing) {
    /** Parameters that are the same in all runs, and fitted to nothing. */
    public static final Doubt NONE = new Doubt(null, false, List.of(), null);

    /** Copies the list. */
    public Doubt {
        shares = List.copyOf(shares);
    }

    /**
     * The spread of one outcome.
     *
     * @param outcome in words
     * @param probability whether its mean is a probability, else a number of states
     * @param mean over runs
     * @param deviation standard deviation over runs
     * @param overParameters standard deviation of its mean from one draw of parameters to another
     * @param parameters the share of its variance that comes from parameters, with 95 % interval; null where all runs agree
     */
    public record Share(
            String outcome,
            boolean probability,
            double mean,
            double deviation,
            double overParameters,
            @Nullable Estimate parameters) {}

    /**
     * What one changed judgement does.
     *
     * @param whatIf the what-if's title
     * @param of how many what-ifs speak of the same chances
     * @param measure the probability
     * @param base without the change
     * @param changed with it
     */
    public record Swing(String whatIf, int of, String measure, double base, double changed) {}

    /** Whether something of a day was known to the fit. */
    public boolean inSample(@Nullable LocalDate day) {
        return calibrated != null && day != null && !day.isAfter(calibrated);
    }
}
