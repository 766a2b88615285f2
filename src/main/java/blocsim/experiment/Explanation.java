package blocsim.experiment;

import blocsim.engine.Examination;
import blocsim.engine.Examiner;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.Setting;
import blocsim.model.Ladder;
import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.scenario.Scenario;
import blocsim.scenario.WorldBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why one state stood, or will stand, with one bloc as it did on a day: its motives, the stance of every incumbent, the gates, the
 * sponsors, and what single change would turn the outcome. Up to the end of the record standings before the day are those of the
 * record; after it they are simulated, and all is averaged over the replicates in which the state is below the rung in question.
 *
 * @param prepared the scenario: from the day on if standings are on record, else from its own start
 * @param date the day
 * @param standing how the state stands on the day
 * @param bid the bid looked into
 * @param gates the ids of all gates that shut the rung on the day, in any replicate
 * @param objectors codes of the incumbents whose probability of being the first to object, if it is stopped, is above one half
 * @param flip the smallest single change that turns whether the rung is approved within five years; null if nothing moves it, or
 *     there was no search
 * @param searched whether that change was searched for
 */
public record Explanation(
        Prepared prepared,
        LocalDate date,
        StandingAt standing,
        Bid bid,
        List<String> gates,
        List<String> objectors,
        @Nullable Flip flip,
        boolean searched) {
    /** A bid's outcome is looked for within so many years of the day. */
    public static final int YEARS = 5;

    /** How many replicates tell the standings after the record's end where no search says how many. */
    public static final int REPLICATES = 200;

    private static final double MORE_OFTEN_THAN_NOT = 0.5;

    /** Copies the lists. */
    public Explanation {
        gates = List.copyOf(gates);
        objectors = List.copyOf(objectors);
    }

    /**
     * Explains a standing.
     *
     * @param scenario as read
     * @param state the state's code
     * @param bloc the bloc's code
     * @param date the day
     * @param rung the rung's id; empty for the one asked for, or the likeliest
     * @param replicates how many are run to look for the change, and to tell the standings after the record's end; 0 for no search
     * @param threads how many at once
     * @throws InputException if the day is outside the horizon, the scenario cannot begin on it, or in no replicate the state is below
     *     the rung on it
     */
    public static Explanation of(
            Scenario scenario, String state, String bloc, LocalDate date, String rung, int replicates, int threads)
            throws InputException {
        var horizon = scenario.horizon();
        if (date.isBefore(horizon.start()) || date.isAfter(horizon.end())) {
            throw new InputException(List.of(new InputProblem(
                    "--date",
                    0,
                    "",
                    date + " is outside the horizon",
                    "give a day from " + horizon.start() + " to " + horizon.end()
                            + ", or set /horizon/start or /horizon/end")));
        }
        boolean onRecord = !date.minusDays(1).isAfter(Prepared.recordedUntil(scenario));
        var settings = new ArrayList<Setting>();
        if (onRecord) {
            settings.add(Setting.parse("/horizon/start=\"" + date + "\""));
        }
        settings.add(Setting.parse("/horizon/end=\"" + date.plusYears(YEARS).minusDays(1) + "\""));
        settings.add(Setting.parse("/focus/state=\"" + state + "\""));
        settings.add(Setting.parse("/focus/bloc=\"" + bloc + "\""));
        var question = new Question(Prepared.of(scenario.with(settings), date), date, replicates, threads);
        return onRecord ? question.ofRecord(rung) : question.ofRuns(rung);
    }

    /** A question: of which pair, when, and how hard it is looked for an answer. */
    private static final class Question {
        private final Prepared prepared;
        private final LocalDate date;
        private final int replicates;
        private final int threads;
        private final int b;
        private final int i;
        private final int tick;

        Question(Prepared prepared, LocalDate date, int replicates, int threads) {
            this.prepared = prepared;
            this.date = date;
            this.replicates = replicates;
            this.threads = threads;
            this.b = prepared.focusBloc();
            this.i = prepared.focusState();
            this.tick = prepared.world().bounds().indexOf((int) date.toEpochDay());
        }

        private long seed() {
            return prepared.scenario().seed();
        }

        private Explanation ofRecord(String rung) throws InputException {
            // A bloc of typical readiness: how ready this one is differs from replicate to replicate.
            var typical = prepared.withParametersOf(
                    prepared.scenario().with(List.of(Setting.of("/parameters/blocSpread", 0))));
            var one = new Examiner(typical.world()).examine(seed(), 0, tick, b, i, wanted(rung));
            var standing = new StandingAt.Recorded(one.held(), one.asked(), one.approved());
            var counted = new boolean[replicates];
            Arrays.fill(counted, true);
            return explanation(standing, List.of(one), counted);
        }

        private Explanation ofRuns(String rung) throws InputException {
            int runs = replicates == 0 ? REPLICATES : replicates;
            var all = Replicates.work(
                    seed(),
                    0,
                    runs,
                    threads,
                    () -> new Examiner(prepared.world()),
                    (examiner, n) -> examiner.examineAll(seed(), n, tick, b, i));
            int inQuestion = wanted(rung) > 0 ? wanted(rung) : soonest(all);
            var held = new TreeMap<Integer, Integer>();
            var asked = new TreeMap<Integer, Integer>();
            var below = new ArrayList<Examination>();
            var counted = new boolean[runs];
            for (int n = 0; n < runs; n++) {
                var one = all.get(n).get(inQuestion - 1);
                held.merge(one.held(), 1, Integer::sum);
                counted[n] = one.held() < inQuestion && one.approved() < inQuestion;
                if (counted[n]) {
                    asked.merge(one.asked(), 1, Integer::sum);
                    below.add(one);
                }
            }
            if (below.isEmpty()) {
                throw new InputException(List.of(new InputProblem(
                        "--date",
                        0,
                        "",
                        "in all " + runs + " replicates the state is " + ladder().id(inQuestion) + " or higher on "
                                + date + ", or approved for it",
                        "give an earlier day or a higher rung")));
            }
            var start = prepared.scenario().horizon().start();
            return explanation(new StandingAt.Simulated(start, runs, below.size(), held, asked), below, counted);
        }

        private Ladder ladder() {
            return prepared.world().blocs().get(b).ladder();
        }

        private int wanted(String rung) {
            return rung.isEmpty() ? 0 : ladder().index(rung);
        }

        /** The rung that is in question in most replicates, of those in which one is left to reach; the lower of equals. */
        private int soonest(List<List<Examination>> all) {
            var votes = new int[ladder().top() + 1];
            for (var replicate : all) {
                var one = replicate.get(0);
                if (Math.max(one.held(), one.approved()) < ladder().top()) {
                    votes[one.soonest()]++;
                }
            }
            int best = ladder().top();
            for (int rung = ladder().top(); rung > 0; rung--) {
                best = votes[rung] >= votes[best] ? rung : best;
            }
            return votes[best] == 0 ? ladder().top() : best;
        }

        private Explanation explanation(StandingAt standing, List<Examination> examined, boolean[] counted)
                throws InputException {
            var scenario = prepared.scenario();
            int rung = examined.get(0).rung();
            var bid = Bid.mean(
                    examined,
                    WorldBuilder.shutBy(
                            scenario,
                            prepared.panel(),
                            scenario.focus().bloc(),
                            scenario.focus().state(),
                            ladder().id(rung),
                            date));
            var objectors = bid.stances().stream()
                    .filter(stance -> stance.first() > MORE_OFTEN_THAN_NOT)
                    .map(stance ->
                            prepared.world().states().get(stance.member()).code())
                    .toList();
            return new Explanation(
                    prepared,
                    date,
                    standing,
                    bid,
                    List.copyOf(bid.shut().keySet()),
                    objectors,
                    replicates == 0 ? null : flip(rung, counted),
                    replicates > 0);
        }

        private @Nullable Flip flip(int rung, boolean[] counted) throws InputException {
            Flip.Outcome outcome =
                    run -> Math.min(run.firstApproved(b, i, rung), run.firstHeld(b, i, rung)) < Integer.MAX_VALUE;
            return Flip.search(prepared, date, counted, outcome, Flip.knobs(prepared, tick), threads);
        }
    }

    /** The part of each motive in the value of the rung, and the cost under {@code cost}, in the order of motives. */
    public Map<String, Double> motives() {
        var motives = new LinkedHashMap<String, Double>();
        for (Motive motive : Motive.values()) {
            motives.put(motive.label(), sum(motive));
        }
        motives.put("cost", sum(null));
        return motives;
    }

    private double sum(@Nullable Motive motive) {
        double sum = 0;
        for (Part part : Part.values()) {
            sum += part.motive() == motive ? bid.parts().getOrDefault(part.label(), 0.0) : 0;
        }
        return sum;
    }
}
