package blocsim.experiment;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.ServiceLoader;

/** An engine that not every build of the program has. Those of this build are found by {@link ServiceLoader}. */
public interface Cluster {
    /** What the user calls it, such as {@code spark}. */
    String name();

    /** What is wrong with a master's address, and what would be right; empty if nothing is. */
    Optional<String> flaw(String master);

    /**
     * The engine on a cluster, which is reached when it is first run.
     *
     * @param master the address of the cluster, without a flaw
     * @param told hears of workers and masters that are lost
     */
    Engine at(String master, PrintWriter told);

    /** The cluster of a name; empty if this build has none such. */
    static Optional<Cluster> named(String name) {
        return ServiceLoader.load(Cluster.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(cluster -> cluster.name().equals(name))
                .findFirst();
    }
}
