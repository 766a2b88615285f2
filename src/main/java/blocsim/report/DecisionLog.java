package blocsim.report;

import blocsim.engine.Recorder;
import blocsim.model.Cause;
import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.model.StanceTerm;
import blocsim.model.World;
import blocsim.report.ResultTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Every choice and vote of one replicate with its terms: what {@code decisions.csv} holds.
 *
 * <p>Rows are kept as texts, as a replicate has few thousand of them and each is written once.
 */
public final class DecisionLog implements Recorder {
    private static final int FIRST_PART = 12;
    private static final int OUTCOME = 11;

    /** The table that is written. */
    public static final ResultTable TABLE = table();

    private final World world;
    private final int replicate;
    private final double[] weights;
    private final double[][] worth;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<String>> choices = new ArrayList<>();
    private final List<int[]> chosen = new ArrayList<>();

    /**
     * @param world what is run
     * @param replicate the number of the replicate that it will listen to
     */
    public DecisionLog(World world, int replicate) {
        this.world = world;
        this.replicate = replicate;
        this.weights = Arrays.stream(Part.values())
                .mapToDouble(part -> weight(world, part.motive()))
                .toArray();
        this.worth = new double[world.blocs().size() * world.states().size()][];
    }

    private static double weight(World world, @org.jspecify.annotations.Nullable Motive motive) {
        return motive == null ? 1 : world.parameters().get(motive.weight());
    }

    private static ResultTable table() {
        var columns = new ArrayList<>(
                List.of(
                        new Column("replicate", "integer", "number of the replicate, from 0"),
                        new Column("date", "date", "the day; the first of the tick for choices"),
                        new Column("bloc", "string", "code of the bloc"),
                        new Column("state", "string", "ISO 3166-1 alpha-3 code of the state whose status it is about"),
                        new Column("stage", "string", "choice of a state, summit, vote of a member, or entry"),
                        new Column("rung", "string", "the rung weighed, sought or approved"),
                        new Column("member", "string", "code of the member whose vote it is"),
                        new Column(
                                "probability",
                                "number",
                                "choice: of asking for the rung within a year; summit: of being taken up, u; vote: of objecting"),
                        new Column("hope", "number", "choice: chance of approval that the state counts on"),
                        new Column(
                                "utility",
                                "number",
                                "choice: utility of asking, staying being 0; vote: log intensity of the wish to object"),
                        new Column("passes", "number", "summit: probability that nobody objects, with fresh stances"),
                        new Column(
                                "outcome",
                                "string",
                                "choice: asked; summit: gate shut, not taken up, approved or stopped; vote: objects or silent; entry: entered or declined")));
        for (var part : Part.values()) {
            columns.add(new Column(
                    part.label(),
                    "number",
                    part.motive() == null
                            ? "choice: part of the cost K of full membership, in utility"
                            : "choice: part of the benefits B of full membership, weighted, in utility; group "
                                    + part.motive().label()));
        }
        for (var term : StanceTerm.values()) {
            columns.add(new Column(stance(term), "number", "vote: term of the log intensity of the wish to object"));
        }
        return new ResultTable(
                "decisions.csv", "one choice, request before a summit, vote or entry, in one replicate", columns);
    }

    private static String stance(StanceTerm term) {
        String label = term.label();
        return "objection" + Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /** The rows in the order of days, each as wide as {@link #TABLE}. */
    public List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    @Override
    public boolean wantsReasons() {
        return true;
    }

    @Override
    public void worth(int tick, int bloc, int state, double[] parts) {
        worth[bloc * world.states().size() + state] = parts.clone();
    }

    private List<String> row(int day, int bloc, int state, String stage, int rung) {
        var row = new ArrayList<>(Collections.nCopies(TABLE.columns().size(), ""));
        row.set(0, Integer.toString(replicate));
        row.set(1, RunTables.date(day));
        row.set(2, RunTables.bloc(world, bloc));
        row.set(3, RunTables.state(world, state));
        row.set(4, stage);
        row.set(5, world.blocs().get(bloc).ladder().id(rung));
        return row;
    }

    @Override
    public void weighed(int tick, int bloc, int state, int rung, double hope, double utility, double probability) {
        var row = row(world.bounds().get(tick), bloc, state, "choice", rung);
        row.set(7, Decimals.of(probability));
        row.set(8, Decimals.of(hope));
        row.set(9, Decimals.of(utility));
        double[] parts = worth[bloc * world.states().size() + state];
        for (int p = 0; p < parts.length; p++) {
            row.set(FIRST_PART + p, Decimals.of(weights[p] * parts[p]));
        }
        choices.add(row);
        chosen.add(new int[] {bloc, state, rung});
        rows.add(row);
    }

    @Override
    public void considered(
            int day, int bloc, int state, int rung, double takenUp, double passes, boolean gatesOpen, boolean taken) {
        var row = row(day, bloc, state, "summit", rung);
        row.set(7, Decimals.of(takenUp));
        row.set(10, Decimals.of(passes));
        row.set(OUTCOME, gatesOpen ? (taken ? "" : "not taken up") : "gate shut");
        rows.add(row);
    }

    @Override
    public void stance(
            int day, int bloc, int state, int rung, int member, double[] terms, double objecting, boolean objects) {
        var row = row(day, bloc, state, "vote", rung);
        double utility = 0;
        for (int t = 0; t < terms.length; t++) {
            row.set(FIRST_PART + Part.values().length + t, Decimals.of(terms[t]));
            utility += terms[t];
        }
        row.set(6, RunTables.state(world, member));
        row.set(7, Decimals.of(objecting));
        row.set(9, Decimals.of(utility));
        row.set(OUTCOME, objects ? "objects" : "silent");
        rows.add(row);
    }

    @Override
    public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
        switch (cause) {
            case ASKED -> {
                for (int n = 0; n < chosen.size(); n++) {
                    int[] choice = chosen.get(n);
                    if (choice[0] == bloc && choice[1] == state && choice[2] == to) {
                        choices.get(n).set(OUTCOME, cause.label());
                    }
                }
            }
            case APPROVED, STOPPED -> {
                for (int n = rows.size() - 1; n >= 0; n--) {
                    var row = rows.get(n);
                    if (row.get(4).equals("summit") && row.get(OUTCOME).isEmpty()) {
                        row.set(OUTCOME, cause.label());
                        break;
                    }
                }
            }
            case ENTERED, DECLINED -> {
                var row = row(day, bloc, state, "entry", to);
                row.set(OUTCOME, cause.label());
                rows.add(row);
            }
            case FOUNDED, WITHDRAWN, LAPSED, LEFT, EXPELLED, MERGED -> {
                // No choice that has terms: transitions.csv and requests.csv hold them.
            }
        }
    }

    @Override
    public void standings(int tick, byte[] rungs) {
        choices.clear();
        chosen.clear();
    }
}
