package blocsim.api;

import blocsim.experiment.Findings;
import blocsim.input.InputException;
import blocsim.input.Quote;
import blocsim.report.RunFolder;
import blocsim.report.RunResults;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import blocsim.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Replicates of one scenario. Two ensembles of the same seed meet the same luck, replicate by replicate, so that their difference is that
 * of their scenarios.
 */
public final class Ensemble {
    private static final int MOST_REPLICATES = 1_000_000;
    private static final int MOST_THREADS = 1024;

    private final Plan plan;
    private final Findings findings;
    private final List<Trajectory> trajectories;
    private final Instant started;
    private final long millis;

    private Ensemble(Plan plan, Findings findings, Instant started, long millis) {
        this.plan = plan;
        this.findings = findings;
        this.started = started;
        this.millis = millis;
        var runs = findings.ensemble().trajectories();
        var list = new ArrayList<Trajectory>();
        for (int n = 0; n < runs.size(); n++) {
            list.add(new Trajectory(findings.ensemble().world(), runs.get(n), n));
        }
        this.trajectories = List.copyOf(list);
    }

    /**
     * An ensemble that is still to be run.
     *
     * @param scenario what is run
     * @param replicates how often, 1 to 1 000 000
     * @param seed the master seed, any number
     * @param threads how many at once, 1 to 1024; changes no figure
     */
    public record Plan(Scenario scenario, int replicates, long seed, int threads) {
        /** @throws IllegalArgumentException if a number is out of its range */
        public Plan {
            if (replicates < 1 || replicates > MOST_REPLICATES) {
                throw new IllegalArgumentException(
                        "replicates are " + replicates + "; give a number from 1 to " + MOST_REPLICATES);
            }
            if (threads < 1 || threads > MOST_THREADS) {
                throw new IllegalArgumentException(
                        "threads are " + threads + "; give a number from 1 to " + MOST_THREADS);
            }
        }

        /** The same with another number of replicates. */
        public Plan replicates(int number) {
            return new Plan(scenario, number, seed, threads);
        }

        /** The same with another seed. */
        public Plan seed(long number) {
            return new Plan(scenario, replicates, number, threads);
        }

        /** The same on another number of threads. */
        public Plan threads(int number) {
            return new Plan(scenario, replicates, seed, number);
        }

        /**
         * Runs it. Where a calibrated scenario draws its parameters, each replicate is run twice, to tell chance from parameters.
         *
         * @throws IllegalStateException if a replicate fails, such as by a rule of a user's own, with its number and the cause
         */
        public Ensemble run() {
            var started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            long begun = System.nanoTime();
            var findings = Findings.of(scenario.prepared(), List.of(), seed, replicates, threads, () -> {});
            return new Ensemble(this, findings, started, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    /** An ensemble of a scenario, with its replicates and seed, on all cores; {@link Plan#run} runs it. */
    public static Plan of(Scenario scenario) {
        return new Plan(
                scenario,
                scenario.replicates(),
                scenario.seed(),
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /** What was run. */
    public Scenario scenario() {
        return plan.scenario();
    }

    /** The master seed. */
    public long seed() {
        return plan.seed();
    }

    /** The number of replicates. */
    public int replicates() {
        return plan.replicates();
    }

    /** What each replicate did, by its number. */
    public List<Trajectory> trajectories() {
        return trajectories;
    }

    /**
     * The share of replicates in which a state holds a rung or a higher one at the end of a day.
     *
     * @return with its 95 % Wilson interval, of the error of sampling alone
     * @throws IllegalArgumentException if the scenario has no such state, bloc or rung, or the day is not within the horizon
     */
    public Interval probability(String state, String bloc, String status, LocalDate date) {
        int held = 0;
        for (var run : trajectories) {
            held += run.holds(state, bloc, status, date) ? 1 : 0;
        }
        return Proportions.wilson(held, trajectories.size());
    }

    /**
     * How much likelier that is here than in another ensemble of the same seed, replicate by replicate.
     *
     * @return this share less the other's, with a 95 % interval for matched pairs (Agresti and Min 2005)
     * @throws IllegalArgumentException as {@link #probability}, or if seeds or numbers of replicates differ
     */
    public Interval gain(Ensemble other, String state, String bloc, String status, LocalDate date) {
        if (other.seed() != seed() || other.replicates() != replicates()) {
            throw new IllegalArgumentException("ensembles of " + replicates() + " replicates of seed " + seed()
                    + " and of " + other.replicates() + " of seed " + other.seed() + " are no pairs; run both alike");
        }
        int onlyThere = 0;
        int onlyHere = 0;
        for (int n = 0; n < trajectories.size(); n++) {
            boolean here = trajectories.get(n).holds(state, bloc, status, date);
            boolean there = other.trajectories.get(n).holds(state, bloc, status, date);
            onlyHere += here && !there ? 1 : 0;
            onlyThere += there && !here ? 1 : 0;
        }
        return Proportions.pairedDifference(onlyThere, onlyHere, trajectories.size());
    }

    /**
     * When a state first holds a rung or a higher one.
     *
     * @throws IllegalArgumentException if the scenario has no such state, bloc or rung
     */
    public Timing dates(String state, String bloc, String status) {
        double[] days = trajectories.stream()
                .mapToInt(run -> run.firstDay(state, bloc, status))
                .mapToDouble(day -> day == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : day)
                .sorted()
                .toArray();
        int never = (int) Arrays.stream(days).filter(Double::isInfinite).count();
        return new Timing(
                date(Quantiles.of(days, 0.05)),
                date(Quantiles.of(days, 0.5)),
                date(Quantiles.of(days, 0.95)),
                Proportions.wilson(never, days.length));
    }

    private static Optional<LocalDate> date(double day) {
        return Double.isFinite(day) ? Optional.of(LocalDate.ofEpochDay((long) day)) : Optional.empty();
    }

    /** A measure of every replicate. */
    public Measured measure(Measure measure) {
        return new Measured(
                measure.name(), trajectories.stream().map(measure::of).toList());
    }

    /** Its charts. */
    public Charts charts() {
        return Charts.of(this);
    }

    /**
     * Writes what {@code blocsim run} writes: tables, their dictionary, charts, {@code report.html} and the manifest. The folder is
     * replaced, whole and at once, if it holds results; anything else is left alone.
     *
     * @throws InputException if the folder holds something else
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws InputException, IOException {
        var made = new RunResults.Circumstances(Version.text(), command(), plan.threads(), started.toString(), millis);
        try (var draft = RunFolder.begin(folder)) {
            RunResults.write(findings, false, made, draft.draft());
            draft.publish();
        }
    }

    /** The command line that makes the same, or a line that says why there is none. */
    private String command() {
        var scenario = plan.scenario();
        var text = new StringBuilder("./blocsim run ")
                .append(Quote.forShell(scenario.prepared().scenario().file().toString()));
        scenario.settings().forEach(set -> text.append(" --set ").append(Quote.forShell(set)));
        text.append(" --replicates ").append(replicates()).append(" --seed ").append(seed());
        text.append(scenario.prepared().drawn() ? "" : " --fixed-parameters");
        for (var rule : scenario.rules()) {
            text.append(" and the rule ").append(Quote.forShell(rule.name())).append(", added in Java");
        }
        return text.toString();
    }

    Findings findings() {
        return findings;
    }
}
