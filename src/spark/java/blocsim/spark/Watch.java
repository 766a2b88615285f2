package blocsim.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** Whether a cluster is still there. Spark itself would wait for one without end. */
final class Watch extends SparkListener {
    private static final String SCHEME = "spark://";
    private static final int ANSWER_MILLIS = 3000;
    private static final long PATIENCE_SECONDS = 60;
    private static final long EVERY_SECONDS = 2;

    private final String master;
    private final List<InetSocketAddress> masters = new ArrayList<>();
    private final PrintWriter told;
    private final Set<String> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;
    private long seen = System.nanoTime();
    private long asked = System.nanoTime();
    private boolean lost;

    Watch(String master, PrintWriter told) {
        this.master = master;
        this.told = told;
        if (master.startsWith(SCHEME)) {
            for (var address : master.substring(SCHEME.length()).split(",", -1)) {
                int colon = address.lastIndexOf(':');
                masters.add(InetSocketAddress.createUnresolved(
                        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
            }
        }
    }

    /** Whether nothing of the cluster is on another machine. */
    boolean onLoopback() throws IOException {
        for (var address : masters) {
            try {
                if (!InetAddress.getByName(address.getHostString()).isLoopbackAddress()) {
                    return false;
                }
            } catch (UnknownHostException unknown) {
                throw new IOException("there is no machine " + address.getHostString() + " (" + master + ")", unknown);
            }
        }
        return true;
    }

    /**
     * Knocks at the master's door.
     *
     * @throws IOException if nobody answers
     */
    void reach() throws IOException {
        if (!answers()) {
            throw new IOException("no Spark master answers at " + master + "; start one, or check host and port");
        }
    }

    private boolean answers() {
        for (var address : masters) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), ANSWER_MILLIS);
                return true;
            } catch (IOException silent) {
                // Perhaps the next does.
            }
        }
        return masters.isEmpty();
    }

    /**
     * Looks after the cluster; to be called every now and then.
     *
     * @throws IOException if there is no worker, and none is to be expected
     */
    void look() throws IOException {
        if (masters.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        if (now - asked > TimeUnit.SECONDS.toNanos(EVERY_SECONDS)) {
            asked = now;
            boolean answers = answers();
            if (!answers && !lost && !workers.isEmpty()) {
                told.println("The master at " + master + " is lost; going on with the workers that are left.");
            }
            lost = !answers;
        }
        if (!workers.isEmpty()) {
            seen = now;
        } else if (lost) {
            throw new IOException("the Spark master at " + master
                    + " is lost, and so are its workers; what is finished is kept: go on with --resume when it is back");
        } else if (now - seen > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            throw new IOException("the Spark master at " + master + " has had no worker for us for " + PATIENCE_SECONDS
                    + " seconds; start workers, or wait until other programs leave them free, then go on with --resume");
        }
    }

    /** What comes now is no loss. */
    void close() {
        closing = true;
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        workers.add(added.executorId());
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        if (workers.remove(removed.executorId()) && !closing && !masters.isEmpty()) {
            told.println("A worker is lost; its unfinished runs go to others.");
        }
    }
}
