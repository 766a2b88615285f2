package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.store.RunRow;
import blocsim.store.RunStore;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private RunStore.Status whole(String text) throws IOException, InputException {
        return SmallStudy.run(SmallStudy.read(folder, text), Shard.WHOLE, folder.resolve("whole"), 1);
    }

    @Test
    void oneThreadAndTwoGiveTheSameRows() throws IOException, InputException {
        var one = whole(SmallStudy.STUDY);
        assertEquals(
                one, SmallStudy.run(SmallStudy.read(folder, SmallStudy.STUDY), Shard.WHOLE, folder.resolve("two"), 2));
    }

    @Test
    void fourShardsMergedGiveTheSameRows() throws IOException, InputException {
        var one = whole(SmallStudy.STUDY);
        var study = SmallStudy.read(folder, SmallStudy.STUDY);
        var merged = folder.resolve("merged");
        for (int n = 1; n <= 4; n++) {
            var shard = new Shard(n, 4);
            SmallStudy.run(study, shard, StudyFolder.of(merged, shard), 1);
        }
        StudyFolder.merge(merged, List.of(), false);
        try (var store = RunStore.read(merged)) {
            assertEquals(one, store.status());
        }
    }

    @Test
    void everyRunIsThereOnce() throws IOException, InputException {
        var status = whole(SmallStudy.STUDY);
        assertEquals(List.of(84L, 0L), List.of(status.runs(), status.repeated()));
    }

    @Test
    void anotherSeedGivesAnotherHash() throws IOException, InputException {
        var one = whole(SmallStudy.STUDY);
        var other = SmallStudy.read(folder, SmallStudy.STUDY.replace("\"replicates\"", "\"seed\": 5, \"replicates\""));
        assertFalse(one.hash()
                .equals(SmallStudy.run(other, Shard.WHOLE, folder.resolve("other"), 1)
                        .hash()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 83})
    void whatWasCutShortGoesOnToTheSameRows(int kept) throws IOException, InputException {
        var one = whole(SmallStudy.STUDY);
        var study = SmallStudy.read(folder, SmallStudy.STUDY);
        var rows = new ArrayList<RunRow>();
        for (int n = 0; n < kept; n++) {
            // Not in the order in which a sweep would come to them.
            int run = (n * 37) % 84;
            rows.add(Sweep.one(study, run / 7, run % 7));
        }
        try (var store = SmallStudy.open(study, Shard.WHOLE, folder.resolve("cut"), false)) {
            store.append(rows);
        }
        assertEquals(one, SmallStudy.run(study, Shard.WHOLE, folder.resolve("cut"), 2));
    }

    @Test
    void aStudyThatIsStoppedIsNotComplete() throws IOException, InputException {
        var study = SmallStudy.read(folder, SmallStudy.STUDY);
        try (var store = SmallStudy.open(study, Shard.WHOLE, folder.resolve("stopped"), false)) {
            assertFalse(Sweep.run(
                    study,
                    Shard.WHOLE,
                    store,
                    2,
                    new AtomicBoolean(true),
                    SmallStudy.listener(Long.MAX_VALUE, new AtomicBoolean())));
        }
    }

    @Test
    void aRunAloneIsTheRunOfTheStudy() throws IOException, InputException {
        whole(SmallStudy.STUDY);
        var row = Sweep.one(SmallStudy.read(folder, SmallStudy.STUDY), 5, 3);
        var told = new StringWriter();
        try (var store = RunStore.read(folder.resolve("whole"))) {
            store.query(
                    "select network, effort, rule, members, requests from runs where design_point = 5 and replicate = 3",
                    told);
        }
        var cells = row.cells();
        assertEquals(
                cells.get(0) + "," + cells.get(1) + "," + cells.get(2) + "," + cells.get(6) + "," + cells.get(9),
                told.toString().lines().skip(1).findFirst().orElse(""));
    }

    @Test
    void aDesignPointThatMakesNoScenarioIsRowsThatFailed() throws IOException, InputException {
        // The depth of a bloc is at most 1; the normal distribution goes beyond.
        var wide = SmallStudy.STUDY.replace(
                "\"pointer\": \"/blocs/SCO/effort\", \"type\": \"integers\", \"low\": -8, \"high\": -4",
                "\"pointer\": \"/blocs/SCO/depth\", \"type\": \"normal\", \"mean\": 0.5, \"sd\": 0.19");
        var study = SmallStudy.read(
                folder,
                wide.replace("\"points\": 12", "\"points\": 300").replace("\"replicates\": 7", "\"replicates\": 1"));
        var status = SmallStudy.run(study, Shard.WHOLE, folder.resolve("wide"), 2);
        assertEquals(300, status.runs());
        assertTrue(status.failed() > 0 && status.failed() < 30, "failed: " + status.failed());
    }

    @Test
    void replicatesGoOnUntilTheIntervalIsNarrow() throws IOException, InputException {
        var until = SmallStudy.STUDY.replace(
                "\"replicates\": 7",
                "\"replicates\": 10, \"until\": {\"output\": \"reached\", \"halfWidth\": 0.15, \"most\": 60}");
        var status = whole(until);
        assertTrue(status.runs() > 12 * 10 && status.runs() <= 12 * 60, "runs: " + status.runs());
        assertEquals(status, SmallStudy.run(SmallStudy.read(folder, until), Shard.WHOLE, folder.resolve("two"), 2));
    }
}
