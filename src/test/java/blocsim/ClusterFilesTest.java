package blocsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.cli.Main;
import blocsim.input.InputException;
import blocsim.input.JsonSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job files for clusters, run with a {@code java} that only tells how it was called. */
class ClusterFilesTest {
    private static final Path FILES = Path.of("src", "cluster");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** Runs a shell with a stand-in for a program of the PATH and gives what it says. */
    private String shell(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().putAll(environment);
        process.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "status " + running.waitFor();
    }

    private void standIn(String program, String body) throws IOException {
        var file = Files.writeString(folder.resolve(program), "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true), program);
    }

    private String slurm(String script) throws IOException, InterruptedException {
        return shell(
                Map.of(
                        "SLURM_ARRAY_TASK_ID", "3",
                        "SLURM_ARRAY_JOB_ID", "70",
                        "SLURM_ARRAY_TASK_MAX", "64",
                        "SLURM_CPUS_PER_TASK", "4"),
                List.of("bash", FILES.resolve(script).toAbsolutePath().toString(), "/shared/blocsim", "my-study.json"));
    }

    private String kubernetes(String file) throws IOException, InterruptedException, InputException {
        var job = JsonSource.read(FILES.resolve(file));
        var container = "/spec/template/spec/containers/0/";
        var text = job.at(container + "args/0") instanceof JsonSource.Text args ? args.text() : "";
        return shell(Map.of("JOB_COMPLETION_INDEX", "0", "SHARDS", "64"), List.of("/bin/sh", "-c", text));
    }

    /** Calls of blocsim, as the stand-in for Java told them; each must be one that the command line takes. */
    private static List<String> calls(String said) {
        var calls = new ArrayList<String>();
        said.lines().filter(line -> line.contains("blocsim.jar ")).forEach(line -> {
            var call = line.substring(line.indexOf("blocsim.jar ") + "blocsim.jar ".length());
            Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                    .parseArgs(call.split(" ", -1));
            calls.add(call);
        });
        return calls;
    }

    @Test
    void aTaskOfASlurmArrayRunsItsShard() throws IOException, InterruptedException {
        standIn("java", "echo \"$@\"");
        assertEquals(
                List.of("sweep my-study.json --shard 3/64 --threads 4 --resume --out " + folder.toRealPath()
                        + "/study"),
                calls(slurm("slurm-sweep.sh")));
    }

    @Test
    void aTaskOfASlurmArrayThatIsToldToEndIsPutBack() throws IOException, InterruptedException {
        standIn("java", "kill -TERM $PPID; trap 'exit 143' TERM; sleep 20 & wait");
        standIn("scontrol", "echo \"$@\"");
        assertEquals("requeue 70_3\nstatus 143", slurm("slurm-sweep.sh"));
    }

    @Test
    void aTaskOfASlurmArrayThatFailsIsNotPutBack() throws IOException, InterruptedException {
        standIn("java", "exit 2");
        standIn("scontrol", "echo \"$@\"");
        assertEquals("status 2", slurm("slurm-sweep.sh"));
    }

    @Test
    void theShardsOfASlurmArrayAreUnitedAndExported() throws IOException, InterruptedException {
        standIn("java", "echo \"$@\"");
        var study = folder.toRealPath() + "/study";
        assertEquals(
                List.of("results merge " + study + " --force", "results status " + study, "results export " + study),
                calls(slurm("slurm-merge.sh")));
    }

    @Test
    void aPodRunsItsShard() throws IOException, InterruptedException, InputException {
        standIn("java", "echo \"$@\"");
        assertEquals(
                List.of("sweep /study/my-study.json --shard 1/64 --threads 2 --resume --out /study/results"),
                calls(kubernetes("kubernetes-sweep.yaml")));
    }

    @Test
    void theShardsOfPodsAreUnitedAndExported() throws IOException, InterruptedException, InputException {
        standIn("java", "echo \"$@\"");
        assertEquals(
                List.of(
                        "results merge /study/results --force",
                        "results status /study/results",
                        "results export /study/results"),
                calls(kubernetes("kubernetes-merge.yaml")));
    }

    @Test
    void thereAreAsManyPodsAsShards() throws InputException {
        var spec = JsonSource.read(FILES.resolve("kubernetes-sweep.yaml"));
        assertEquals(
                spec.at("/spec/completions") instanceof JsonSource.Numeral pods
                        ? pods.exact().toString()
                        : "",
                spec.at("/spec/template/spec/containers/0/env/0/value") instanceof JsonSource.Text shards
                        ? shards.text()
                        : "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slurm-sweep.sh", "slurm-merge.sh"})
    void scriptsAreOnesThatBashTakes(String script) throws IOException, InterruptedException {
        assertEquals(
                "status 0",
                shell(
                        Map.of(),
                        List.of(
                                "bash",
                                "-n",
                                FILES.resolve(script).toAbsolutePath().toString())));
    }
}
