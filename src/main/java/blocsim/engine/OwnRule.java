package blocsim.engine;

/**
 * A rule of a user's own, beside those of the model. It is asked once in each tick, when states have weighed what to ask and before
 * anything dated happens, so it may lay requests, withdrawals, exits, expulsions and approvals into the tick.
 *
 * <p>One object serves every replicate on every thread at once: it must keep nothing between calls, and draw from {@link Turn} only.
 * A rule that lays nothing changes no bit of a run.
 */
public interface OwnRule {
    /** What it is called: a part of the address of its draws. */
    String name();

    /** Looks at the tick that begins, and lays into it what it brings. */
    void act(Turn turn);
}
