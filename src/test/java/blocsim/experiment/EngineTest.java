package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.scenario.Study;
import blocsim.scenario.StudyReader;
import blocsim.store.RunRow;
import blocsim.store.RunStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final String UNTIL = SmallStudy.STUDY.replace(
            "\"replicates\": 7",
            "\"replicates\": 10, \"until\": {\"output\": \"reached\", \"halfWidth\": 0.15, \"most\": 60}");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private RunStore.Status run(String text, Engine engine, String out) throws IOException, InputException {
        var study = SmallStudy.read(folder, text);
        try (var store = SmallStudy.open(study, Shard.WHOLE, folder.resolve(out), true)) {
            Sweep.run(
                    study,
                    Shard.WHOLE,
                    store,
                    engine,
                    new AtomicBoolean(),
                    SmallStudy.listener(Long.MAX_VALUE, new AtomicBoolean()));
            return store.status();
        }
    }

    /** Sends every slice through bytes to a crew of its own, and hands rows back last first. */
    private static boolean elsewhere(Study study, Engine.Work work) throws InterruptedException {
        var slices = new ArrayList<byte[]>();
        for (var slice = work.next(); slice != null; slice = work.next()) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(slice);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            slices.add(bytes.toByteArray());
        }
        Collections.reverse(slices);
        for (var bytes : slices) {
            var rows = new ArrayList<RunRow>();
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                new Crew(study, 1).worker().finish((Slice) in.readObject(), () -> false, rows::add);
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
            Collections.reverse(rows);
            work.finished(rows);
        }
        return true;
    }

    @Test
    void whereAndInWhichOrderRunsAreRunMeansNothing() throws IOException, InputException {
        assertEquals(
                run(SmallStudy.STUDY, new Threads(1), "here"),
                run(SmallStudy.STUDY, EngineTest::elsewhere, "elsewhere"));
    }

    @Test
    void batchesUntilAnIntervalIsNarrowCanBeRunElsewhere() throws IOException, InputException {
        assertEquals(run(UNTIL, new Threads(1), "here"), run(UNTIL, EngineTest::elsewhere, "elsewhere"));
    }

    @Test
    void whatALostEngineHasHandedOverIsKept() throws IOException, InputException {
        Engine lost = (study, work) -> {
            var rows = new ArrayList<RunRow>();
            var first = work.next();
            assertTrue(first != null && new Crew(study, 1).worker().finish(first, () -> false, rows::add));
            work.finished(rows);
            throw new IOException("the cluster is lost");
        };
        var why = assertThrows(IOException.class, () -> run(SmallStudy.STUDY, lost, "lost"));
        assertEquals("the cluster is lost", why.getMessage());
        try (var store = RunStore.read(folder.resolve("lost"))) {
            assertEquals(List.of(7L, false), List.of(store.size(), store.complete()));
        }
    }

    @Test
    void aSliceThatWasGivenUpIsRunByTheNext() throws IOException, InputException {
        Engine idle = (study, work) -> {
            while (work.next() != null) {
                // Takes what there is to do and does none of it.
            }
            return false;
        };
        assertEquals(0, run(SmallStudy.STUDY, idle, "out").runs());
        assertEquals(84, run(SmallStudy.STUDY, new Threads(1), "out").runs());
    }

    @Test
    void theFilesOfAStudyAreItsOwnAndThoseOfItsScenario() throws IOException, InputException {
        var study = SmallStudy.read(folder, SmallStudy.STUDY);
        assertEquals(List.of(folder.resolve("study.json"), folder.resolve("small.json")), StudyReader.files(study));
    }
}
