package blocsim.spark;

import blocsim.experiment.Cluster;
import blocsim.experiment.Engine;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Apache Spark: a standalone cluster, or threads of this program by Spark's means. */
public final class SparkCluster implements Cluster {
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})])?");
    private static final Pattern STANDALONE =
            Pattern.compile("spark://[^,:/\\s]+:\\d{1,5}(,[^,:/\\s]+:\\d{1,5})*");

    /** For the service loader. */
    public SparkCluster() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Optional<String> flaw(String master) {
        return LOCAL.matcher(master).matches() || STANDALONE.matcher(master).matches()
                ? Optional.empty()
                : Optional.of("Give spark://HOST:PORT, the address of a standalone cluster, or local[N] for N threads.");
    }

    @Override
    public Engine at(String master, PrintWriter told) {
        return new SparkEngine(master, told);
    }
}
