package blocsim.spark;

import blocsim.experiment.Cluster;
import blocsim.experiment.Engine;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Apache Spark: a standalone cluster, or threads of this program by Spark's means. */
public final class SparkCluster implements Cluster {
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})])?");
    private static final String SCHEME = "spark://";
    private static final int LAST_PORT = 65535;

    /** For the service loader. */
    public SparkCluster() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Optional<String> flaw(String master) {
        if (LOCAL.matcher(master).matches()) {
            return Optional.empty();
        }
        boolean good = master.startsWith(SCHEME)
                && Stream.of(master.substring(SCHEME.length()).split(",", -1)).allMatch(SparkCluster::isAddress);
        return good
                ? Optional.empty()
                : Optional.of("Give spark://HOST:PORT, the address of a standalone cluster with a port from 1 to "
                        + LAST_PORT + ", or local[N] for N threads.");
    }

    /** Whether a text is a host and a port, as Spark reads them. */
    private static boolean isAddress(String text) {
        try {
            var uri = new URI(SCHEME + text);
            // Spark takes a path, a user and the like for a mistake, and so a host that is none, such as one with an underscore.
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && (SCHEME + uri.getHost() + ":" + uri.getPort()).equals(SCHEME + text)
                    && uri.getPort() >= 1
                    && uri.getPort() <= LAST_PORT;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    @Override
    public Engine at(String master, PrintWriter told) {
        return new SparkEngine(master, told);
    }
}
