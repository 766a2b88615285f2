package blocsim.api;

/** Runs a scenario once. */
public final class Simulator {
    private Simulator() {}

    /** The first replicate of a seed. */
    public static Trajectory run(Scenario scenario, long seed) {
        return run(scenario, seed, 0);
    }

    /**
     * One replicate of a seed: the same as in an {@link Ensemble} of that seed, and in the tables of the command line.
     *
     * @param seed the master seed, any number
     * @param replicate its number, from 0
     * @throws IllegalArgumentException if the replicate is below 0, or a rule of the scenario does what it cannot
     */
    public static Trajectory run(Scenario scenario, long seed, int replicate) {
        if (replicate < 0) {
            throw new IllegalArgumentException("the replicate is " + replicate + "; give a number from 0");
        }
        var prepared = scenario.prepared();
        return new Trajectory(prepared.world(), prepared.one(seed, replicate), replicate);
    }
}
