package blocsim.experiment;

import blocsim.engine.Examination;
import blocsim.engine.Examiner;
import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.scenario.Scenario;
import blocsim.scenario.WorldBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why one state stood with one bloc as it did on a day, standings before it being those of the record: its motives, the stance of every incumbent, the gates, the sponsors, and
 * what single change would have turned the outcome.
 *
 * @param prepared the scenario, from the day on
 * @param date the day
 * @param examination the bid looked into
 * @param gates the ids of all gates that shut the rung on the day
 * @param objectors codes of the members whose probability of being the first to object, if anybody does, is above one half
 * @param flip the smallest single change that turns whether the rung is approved within five years; null if nothing moves it, or
 *     there was no search
 * @param searched whether that change was searched for
 */
public record Explanation(
        Prepared prepared,
        LocalDate date,
        Examination examination,
        List<String> gates,
        List<String> objectors,
        @Nullable Flip flip,
        boolean searched) {
    /** A bid's outcome is looked for within so many years of the day. */
    public static final int YEARS = 5;

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
     * @param replicates how many are run to look for the change; 0 for no search
     * @param threads how many at once
     * @throws InputException if the scenario cannot begin on the day
     */
    public static Explanation of(
            Scenario scenario, String state, String bloc, LocalDate date, String rung, int replicates, int threads)
            throws InputException {
        var from = scenario.with(List.of(
                Setting.parse("/horizon/start=\"" + date + "\""),
                Setting.parse("/horizon/end=\"" + date.plusYears(YEARS).minusDays(1) + "\""),
                Setting.parse("/focus/state=\"" + state + "\""),
                Setting.parse("/focus/bloc=\"" + bloc + "\"")));
        var prepared = Prepared.of(from);
        int b = prepared.focusBloc();
        int i = prepared.focusState();
        var ladder = prepared.world().blocs().get(b).ladder();
        int wanted = rung.isEmpty() ? 0 : ladder.index(rung);
        var typical = Prepared.of(from.with(List.of(Setting.of("/parameters/blocSpread", 0))));
        var examination = new Examiner(typical.world()).examine(from.seed(), 0, 0, b, i, wanted);
        var gates = new ArrayList<>(
                WorldBuilder.shutBy(from, prepared.panel(), bloc, state, ladder.id(examination.rung()), date));
        gates.addAll(examination.shut());
        var objectors = examination.stances().stream()
                .filter(stance -> stance.first() > MORE_OFTEN_THAN_NOT)
                .map(stance -> prepared.world().states().get(stance.member()).code())
                .toList();
        return new Explanation(
                prepared,
                date,
                examination,
                gates,
                objectors,
                replicates == 0 ? null : flip(prepared, examination.rung(), state, bloc, replicates, threads),
                replicates > 0);
    }

    private static @Nullable Flip flip(
            Prepared prepared, int rung, String state, String bloc, int replicates, int threads) throws InputException {
        int b = prepared.focusBloc();
        int i = prepared.focusState();
        var ensemble = prepared.run(prepared.scenario().seed(), replicates, threads, () -> {});
        Flip.Outcome outcome =
                run -> Math.min(run.firstApproved(b, i, rung), run.firstHeld(b, i, rung)) < Integer.MAX_VALUE;
        return Flip.search(prepared, ensemble, outcome, Flip.knobs(prepared, state, bloc), threads);
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
            sum += part.motive() == motive ? examination.parts().getOrDefault(part.label(), 0.0) : 0;
        }
        return sum;
    }
}
