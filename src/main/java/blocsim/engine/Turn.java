package blocsim.engine;

import blocsim.model.Figures;
import blocsim.model.Ladder;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.model.World;

/**
 * A tick as an {@link OwnRule} finds it on its first day, and what the rule lays into it. States, blocs and rungs go by their indices
 * in the {@link World}, days are counted from 1970-01-01. It is of use only while the rule is asked.
 */
public final class Turn {
    private final BlocSimulation run;
    private final long rule;

    Turn(BlocSimulation run, String rule) {
        this.run = run;
        this.rule = Streams.key(rule);
    }

    /** Who there is. */
    public World world() {
        return run.world;
    }

    /** The first day of the tick. */
    public int firstDay() {
        return run.firstDay();
    }

    /** The first day after the tick. */
    public int endDay() {
        return run.endDay();
    }

    /** What is known on the first day. */
    public Figures figures() {
        return run.figures();
    }

    /** The rung that a state holds in a bloc; 0 for an outsider. */
    public int rung(int bloc, int state) {
        return run.standings.rung[cell(bloc, state)];
    }

    /** The rung that a state has asked for and not been given; 0 for none. */
    public int asked(int bloc, int state) {
        return run.standings.asked[cell(bloc, state)];
    }

    /** The rung that is approved for a state and not in force; 0 for none. */
    public int approved(int bloc, int state) {
        return run.standings.approved[cell(bloc, state)];
    }

    /** a_ij: how closely two states are aligned, in [-1, 1]. */
    public double alignment(int state, int other) {
        return run.ties.alignment(state, other);
    }

    /**
     * A number uniform in (0, 1), drawn for this rule, this tick and a word: the same word gives the same number again.
     *
     * @param what the draw is for, such as the codes of a bloc and a state
     */
    public double uniform(String what) {
        return run.streams.uniform(Purpose.OWN_RULE, rule, Streams.key(what), run.firstDay(), 0);
    }

    /** A state asks for a rung on a day. Nothing comes of it if it holds the rung, has asked, or has an approval. */
    public void ask(int bloc, int state, int rung, int day) {
        note(Diary.Kind.REQUEST, bloc, state, onLadder(bloc, rung), day);
        run.perception.prepare(bloc, state);
    }

    /** A state takes back on a day what it has asked. Nothing comes of it if it has not asked for that rung. */
    public void withdraw(int bloc, int state, int rung, int day) {
        note(Diary.Kind.WITHDRAWAL, bloc, state, onLadder(bloc, rung), day);
    }

    /** A bloc approves a rung for a state on a day, without a summit. Nothing comes of it if the state holds it or has an approval. */
    public void approve(int bloc, int state, int rung, int day) {
        note(Diary.Kind.APPROVAL, bloc, state, onLadder(bloc, rung), day);
        run.perception.prepare(bloc, state);
    }

    /** A state leaves a bloc on a day, whatever its notice. Nothing comes of it if it is an outsider. */
    public void leave(int bloc, int state, int day) {
        note(Diary.Kind.LEAVING, bloc, state, 0, day);
        if (rung(bloc, state) != 0) {
            run.standings.exitDay[cell(bloc, state)] = day;
        }
    }

    /** A bloc puts a state out on a day. Nothing comes of it if it is an outsider. */
    public void expel(int bloc, int state, int day) {
        note(Diary.Kind.OUSTING, bloc, state, 0, day);
    }

    private void note(Diary.Kind kind, int bloc, int state, int rung, int day) {
        cell(bloc, state);
        if (day < firstDay() || day >= endDay()) {
            throw new IllegalArgumentException("day " + day + " is not in the tick from " + firstDay() + " up to "
                    + endDay() + "; give one that is");
        }
        run.diary.note(Diary.entry(day, kind, bloc, state, rung));
    }

    private int onLadder(int bloc, int rung) {
        Ladder ladder = run.world.blocs().get(bloc).ladder();
        if (rung < 1 || rung > ladder.top()) {
            throw new IllegalArgumentException("rung is " + rung + "; give 1 to " + ladder.top());
        }
        return rung;
    }

    private int cell(int bloc, int state) {
        if (bloc < 0
                || bloc >= run.world.blocs().size()
                || state < 0
                || state >= run.world.states().size()) {
            throw new IllegalArgumentException("the world has no bloc " + bloc + " or no state " + state);
        }
        return run.standings.cell(bloc, state);
    }
}
