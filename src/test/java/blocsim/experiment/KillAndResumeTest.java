package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills programs for real; {@code src/test/sh/kill-and-resume} does it as often as one likes. */
class KillAndResumeTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void killedStudiesLoseNoRunAndRepeatNone() throws IOException, InputException, InterruptedException {
        SmallStudy.read(folder, SmallStudy.STUDY.replace("\"replicates\": 7", "\"replicates\": 2000"));
        var script = new ProcessBuilder(
                        "bash",
                        Path.of("src", "test", "sh", "kill-and-resume").toString(),
                        System.getProperty("java.class.path"),
                        folder.resolve("study.json").toString(),
                        "4")
                .redirectErrorStream(true)
                .start();
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, script.waitFor(), said);
    }
}
