package blocsim.report;

/**
 * How well the runs order the states in time.
 *
 * @param tau Kendall's rank correlation between the recorded and the simulated order, in [-1, 1]: the mean over runs, with the interval that
 *     holds 95 % of them
 * @param states the number of states ordered
 * @param what what is ordered and how ties and missing dates are taken, as one sentence
 */
public record Ordering(Estimate tau, int states, String what) {}
