package blocsim.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Processes of this program and of a standalone cluster of Spark, all on the loopback address. The cluster has Spark's own libraries
 * only, so that whatever else a run needs must have been sent to it.
 */
final class SparkProcesses implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("program", "target/spark/blocsim.jar"));
    private static final String LOOPBACK = "127.0.0.1";
    private static final List<String> OURS = List.of(
            "mason", "fastcsv", "jackson-dataformat", "snakeyaml", "jimfs", "duckdb", "jfreechart", "batik", "picocli");

    private final Path folder;
    private final List<Process> all = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final Thread hook = new Thread(this::kill);
    private int port;

    SparkProcesses(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A master, which answers when this comes back, and two workers with a core each. */
    void startCluster() throws IOException, InterruptedException {
        var jars = Files.createDirectories(folder.resolve("spark/jars"));
        try (Stream<Path> libraries = Files.list(PROGRAM.resolveSibling("lib"))) {
            for (var library : libraries.toList()) {
                var name = String.valueOf(library.getFileName());
                if (OURS.stream().noneMatch(name::startsWith)) {
                    links.add(Files.createSymbolicLink(jars.resolve(name), library.toAbsolutePath()));
                }
            }
        }
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        spark("master.Master", "--host", LOOPBACK, "--port", Integer.toString(port), "--webui-port", "0");
        await("a master", () -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        });
        for (int n = 1; n <= 2; n++) {
            var work = folder.resolve("work-" + n).toString();
            spark(
                    "worker.Worker",
                    "--host",
                    LOOPBACK,
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    work,
                    master());
        }
    }

    /** The cluster's address. */
    String master() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /** A process of the cluster, in the order of their start: the master, then the workers. */
    Process member(int n) {
        return all.get(n);
    }

    /** What a machine that loses power loses: the process and all that it has started. */
    static void cutOff(Process process) {
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Runs the program in the background; what it says on standard error goes to a file. */
    Process start(Path said, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC", "-jar", PROGRAM.toString()));
        command.addAll(List.of(arguments));
        return start(command, said);
    }

    /** Runs the program to its end and gives its exit status. */
    int run(Path said, String... arguments) throws IOException, InterruptedException {
        return end(start(said, arguments));
    }

    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program does not end");
        }
        return process.exitValue();
    }

    private void spark(String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(java(), "-Xmx256m", "-XX:+UseSerialGC"));
        try (var jar = new JarFile(PROGRAM.toFile())) {
            var opens =
                    Objects.requireNonNull(jar.getManifest().getMainAttributes().getValue("Add-Opens"));
            for (var packages : opens.split(" ", -1)) {
                command.add("--add-opens=" + packages + "=ALL-UNNAMED");
            }
        }
        command.addAll(List.of("-cp", folder.resolve("spark/jars") + "/*", "org.apache.spark.deploy." + main));
        command.addAll(List.of(arguments));
        start(command, folder.resolve(main + "-" + all.size() + ".log"));
    }

    private Process start(List<String> command, Path said) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        var environment = builder.environment();
        environment.put("SPARK_HOME", folder.resolve("spark").toString());
        environment.put("SPARK_LOCAL_IP", LOOPBACK);
        environment.put("SPARK_SCALA_VERSION", "2.13");
        var process = builder.start();
        all.add(process);
        return process;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Something that comes about after a while. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void await(String what, Condition condition) throws IOException, InterruptedException {
        for (int n = 0; n < 1200; n++) {
            if (condition.holds()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("waited a minute for " + what);
    }

    private void kill() {
        all.forEach(SparkProcesses::cutOff);
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
        try {
            for (var process : all) {
                process.waitFor();
            }
            for (var link : links) {
                Files.delete(link);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process has said so far. */
    static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
