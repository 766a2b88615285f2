package blocsim.api;

import java.util.List;

/**
 * A rule of a user's own, added to a scenario by {@link Scenario#with(Rule)} beside those of the model. In each tick (a year, unless the
 * scenario says otherwise) it is asked once: when states have weighed what to ask, and before anything dated happens. What it answers
 * takes its place among the dated things of that tick, in the order of days.
 *
 * <p>One object serves all replicates on all threads at once: it must keep nothing between calls, and take luck from its draws only. A rule
 * that moves nothing changes no bit of a run.
 */
public interface Rule {
    /** What it is called: a part of the address of its draws, and what results say of their making. */
    String name();

    /**
     * What the rule brings in a tick.
     *
     * @param now the tick on its first day; of use only during the call
     * @param draws the luck of this rule in this tick and replicate
     * @return moves on days of the tick
     */
    List<Move> moves(Situation now, Draws draws);
}
