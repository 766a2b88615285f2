package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.scenario.Study;
import blocsim.scenario.StudyReader;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A study of a small scenario, in a folder of a test. */
public final class SmallStudy {
    private static final String SCENARIO = """
            {
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2020-12-31"},
              "states": {"BLR": {}, "CHN": {}, "KAZ": {}, "TJK": {}, "UZB": {}},
              "blocs": {"SCO": {
                "founders": ["CHN", "UZB"], "effort": -6,
                "ladder": {"partner": {"height": 1}, "member": {"height": 3}}}}
            }
            """;

    /** Twelve design points with seven replicates each. */
    public static final String STUDY = """
            {
              "scenario": "small",
              "replicates": 7,
              "factors": {
                "network": {"pointer": "/parameters/weightNetwork", "type": "range", "low": 5, "high": 9},
                "effort": {"pointer": "/blocs/SCO/effort", "type": "integers", "low": -8, "high": -4},
                "rule": {"pointer": "/blocs/SCO/admission", "type": "list", "values": {
                  "all": {"rule": "no-objection"}, "most": {"rule": "majority", "share": 0.5}}}
              },
              "design": {"type": "latin-hypercube", "points": 12},
              "outputs": {
                "member_from": {"type": "first-date", "bloc": "SCO", "state": "BLR", "status": "member"},
                "reached": {"type": "reached", "bloc": "SCO", "state": "BLR", "status": "partner", "date": "2015-01-01"},
                "final": {"type": "status", "bloc": "SCO", "state": "BLR", "date": "2020-12-31"},
                "members": {"type": "size", "bloc": "SCO", "status": "member", "date": "2020-12-31"},
                "objector": {"type": "first-objector", "bloc": "SCO", "state": "BLR"},
                "years": {"type": "years-at", "bloc": "SCO", "state": "BLR", "status": "partner"},
                "requests": {"type": "requests", "bloc": "SCO"}
              }
            }
            """;

    private SmallStudy() {}

    /** Writes the scenario and a study, and reads it. */
    public static Study read(Path folder, String text) throws IOException, InputException {
        Files.writeString(folder.resolve("small.json"), SCENARIO);
        return StudyReader.read(Files.writeString(folder.resolve("study.json"), text));
    }

    static RunStore open(Study study, Shard shard, Path folder, boolean resume) throws IOException, InputException {
        return StudyFolder.open(study, shard, folder, "test", "sweep --run ", resume, false);
    }

    /** Runs a study and tells how it came out. */
    static RunStore.Status run(Study study, Shard shard, Path folder, int threads) throws IOException, InputException {
        try (var store = open(study, shard, folder, true)) {
            Sweep.run(study, shard, store, threads, new AtomicBoolean(), listener(Long.MAX_VALUE, new AtomicBoolean()));
            return store.status();
        }
    }

    /** Sets a flag once so many runs are kept. */
    static Sweep.Listener listener(long runs, AtomicBoolean flag) {
        return new Sweep.Listener() {
            private long kept;

            @Override
            public void begun(long before) {
                kept = before;
            }

            @Override
            public void committed(int more) {
                kept += more;
                if (kept >= runs) {
                    flag.set(true);
                }
            }
        };
    }
}
