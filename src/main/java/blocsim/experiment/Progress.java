package blocsim.experiment;

/** Hears how far long work has come; called from any thread. */
@FunctionalInterface
public interface Progress {
    /** One more replicate is done. */
    void step();
}
