package blocsim.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Cluster;
import blocsim.experiment.Engine;
import blocsim.experiment.Slice;
import blocsim.experiment.SmallStudy;
import blocsim.input.InputException;
import blocsim.scenario.StudyReader;
import blocsim.store.RunRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked at before a study goes to a cluster. */
@Tag("spark")
class SparkInputsTest {
    /** Does nothing, so that whatever is told was told before. */
    private static final Engine.Work NONE = new Engine.Work() {
        @Override
        public @Nullable Slice next() {
            return null;
        }

        @Override
        public boolean stopping() {
            return true;
        }

        @Override
        public void finished(List<RunRow> rows) {
            // There are none.
        }
    };

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static Cluster spark() {
        return Cluster.named("spark").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark://head:7077",
                "spark://10.0.0.7:65535",
                "spark://head-1.example.org:7077,head-2.example.org:7078",
                "local",
                "local[4]",
                "local[*]"
            })
    void anAddressIsTaken(String master) {
        assertEquals("", spark().flaw(master).orElse(""));
    }

    @Test
    void aListThatChangedBeforeItWasSentIsRefused() throws IOException, InputException {
        Files.writeString(folder.resolve("points.csv"), "network,effort,rule\n5,-7,all\n6,-6,most\n");
        var study = SmallStudy.read(
                folder,
                SmallStudy.STUDY.replace(
                        "{\"type\": \"latin-hypercube\", \"points\": 12}",
                        "{\"type\": \"list\", \"file\": \"points.csv\"}"));
        Files.writeString(folder.resolve("points.csv"), "network,effort,rule\n5,-7,all\n6,-5,most\n");
        var engine = spark().at("local[1]", new PrintWriter(Writer.nullWriter()));
        var wrong = assertThrows(IOException.class, () -> engine.run(study, NONE));
        assertEquals(
                study.file() + " is not what was read before; changed since: the list of design points",
                wrong.getMessage());
    }

    @Test
    void aStudyThatIsAsItWasReadIsSent() throws IOException, InputException, InterruptedException {
        SmallStudy.read(folder, SmallStudy.STUDY);
        var study = StudyReader.read(folder.resolve("study.json"));
        assertTrue(spark().at("local[1]", new PrintWriter(Writer.nullWriter())).run(study, NONE));
    }
}
