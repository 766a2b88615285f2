package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonText;
import blocsim.scenario.Study;
import blocsim.store.Column;
import blocsim.store.Derived;
import blocsim.store.RunRow;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of a study's results: what is in it, whether it may be gone on with, and how its parts are united. */
public final class StudyFolder {
    /** Written when the program is built, the same by every compiler; missing where classes are run that Maven did not build. */
    private static final String SOURCES = "sources.sha256";

    private static final String PROGRESS = "progress.json";
    private static final String SHARD = "shard";
    private static final String POINTS = "points";

    private StudyFolder() {}

    /** The folder of a part of a study. */
    public static Path of(Path study, Shard shard) {
        return shard.equals(Shard.WHOLE) ? study : study.resolve("shard-" + shard.index() + "-of-" + shard.of());
    }

    /**
     * How many runs there will be.
     *
     * @param exact whether it is certain; else it is the most there can be
     */
    public record Expected(long runs, boolean exact) {}

    /** How many runs a part of a study has. */
    public static Expected expected(Study study, Shard shard) {
        long points = shard.share(new DesignPoints(study).size());
        var until = study.until();
        return new Expected(points * (until == null ? study.replicates() : until.most()), until == null);
    }

    /**
     * Begins a study, or opens it to go on.
     *
     * @param version of the program
     * @param rerun the command that runs one run again, up to its key
     * @param resume whether to go on with a study that stands there; if none does, it begins
     * @param force whether to begin anew where one stands
     * @throws InputException if a study stands there and neither is asked for, if what stands there is another study, or if another
     *     process works on it
     */
    public static RunStore open(
            Study study, Shard shard, Path folder, String version, String rerun, boolean resume, boolean force)
            throws InputException, IOException {
        if (resume && force) {
            throw problem(folder, "--resume and --force ask for opposites", "Give one of them.");
        }
        var facts = facts(study, shard, version, rerun);
        check(folder);
        if (!RunStore.exists(folder)) {
            if (Files.isDirectory(folder) && !free(folder)) {
                throw problem(
                        folder,
                        "holds something that is no study, so it is left as it is",
                        "Name another folder with --out, or move it away.");
            }
            return RunStore.create(folder, Sweep.columns(study), facts);
        }
        if (force) {
            return RunStore.create(folder, Sweep.columns(study), facts);
        }
        if (!resume) {
            throw problem(
                    folder,
                    "holds runs of a study already",
                    "Go on with --resume, begin anew with --force, or name another folder with --out.");
        }
        var store = RunStore.open(folder);
        var changed = StudyIdentity.changed(store.facts(), facts);
        if (!changed.isEmpty()) {
            store.close();
            throw problem(
                    folder,
                    "was begun with other inputs; changed since: " + String.join("; ", changed),
                    "Put back what it was, begin anew with --force, or name another folder with --out.");
        }
        return store;
    }

    private static void check(Path folder) throws InputException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw problem(folder, "is a file, not a folder", "Name another.");
        }
        if (folder.toAbsolutePath().toString().contains(";")) {
            throw problem(folder, "has a semicolon in its path, which DuckDB cannot open", "Name another folder.");
        }
    }

    /** Whether a folder has nothing but what studies leave in it. */
    private static boolean free(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .allMatch(name -> name.startsWith(RunStore.FILE)
                            || name.startsWith("shard-")
                            || name.equals("study.lock")
                            || name.equals(Derived.SENSITIVITY)
                            || name.equals(Derived.DISCOVERY)
                            || name.equals(PROGRESS));
        }
    }

    private static InputException problem(Path folder, String what, String remedy) {
        return new InputException(List.of(new InputProblem(folder.toString(), 0, "", what, remedy)));
    }

    private static Map<String, String> facts(Study study, Shard shard, String version, String rerun)
            throws InputException, IOException {
        var facts = new TreeMap<>(StudyIdentity.of(study));
        facts.put("name", study.name());
        facts.put("title", study.title());
        facts.put("file", study.file().toString());
        facts.put("program", program(version));
        facts.put(SHARD, shard.toString());
        facts.put(POINTS, Long.toString(new DesignPoints(study).size()));
        facts.put("rerun", rerun);
        return facts;
    }

    /** The version of the program, with a digest of its sources: two states of one version may differ. */
    private static String program(String version) throws IOException {
        try (var digest = StudyFolder.class.getResourceAsStream(SOURCES)) {
            return digest == null
                    ? version
                    : version + ' ' + new String(digest.readAllBytes(), StandardCharsets.US_ASCII).substring(0, 12);
        }
    }

    /** Notes for other processes how far a study is, since its store is closed to them meanwhile. */
    public static void note(Path folder, long runs, Expected expected) {
        var json = new TreeMap<String, Object>();
        json.put("runs", runs);
        json.put("of", expected.runs());
        json.put("exact", expected.exact());
        try {
            var draft = folder.resolve(PROGRESS + ".new");
            Files.writeString(draft, JsonText.write(json));
            Files.move(
                    draft,
                    folder.resolve(PROGRESS),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The study itself matters more; if the disk is full, the store says so.
        }
    }

    /** What was noted last, as JSON; empty if nothing was. */
    public static String noted(Path folder) {
        try {
            return Files.readString(folder.resolve(PROGRESS));
        } catch (IOException nothing) {
            return "";
        }
    }

    /** The row of a run, a line a column. */
    public static List<String> lines(Study study, RunRow row) {
        var lines = new ArrayList<String>();
        lines.add("design_point " + row.designPoint());
        lines.add("replicate " + row.replicate());
        lines.add("seed " + study.seed());
        lines.add("status " + (row.cause() == null ? "ok" : "failed: " + row.cause()));
        var columns = Sweep.columns(study);
        for (int n = 0; n < columns.size(); n++) {
            var cell = row.cells().get(n);
            lines.add(columns.get(n).name() + (cell == null ? "" : " " + cell));
        }
        return lines;
    }

    /**
     * Unites the shards of a study.
     *
     * @param folder where the whole goes
     * @param parts the folders of its shards; none for those in {@code folder}
     * @param force whether a study that stands there is replaced
     * @return how many runs the whole has
     * @throws InputException if a shard is missing, unfinished, twice there or of another study
     */
    public static long merge(Path folder, List<Path> parts, boolean force) throws InputException, IOException {
        check(folder);
        if (RunStore.exists(folder) && !force) {
            throw problem(folder, "holds runs of a study already", "Replace them with --force.");
        }
        var all = parts.isEmpty() ? shards(folder) : parts;
        if (all.isEmpty()) {
            throw problem(folder, "holds no shards", "Name their folders after it.");
        }
        var problems = new ArrayList<InputProblem>();
        var seen = new TreeMap<Integer, Path>();
        Map<String, String> first = Map.of();
        List<Column> columns = List.of();
        int of = 0;
        long runs = 0;
        for (Path part : all) {
            try (var store = RunStore.read(part)) {
                var facts = store.facts();
                var shard = facts.getOrDefault(SHARD, "1/1").split("/", -1);
                if (first.isEmpty()) {
                    first = facts;
                    columns = store.columns();
                    of = Integer.parseInt(shard[1]);
                }
                var own = new TreeMap<>(facts);
                own.put(SHARD, first.getOrDefault(SHARD, ""));
                var changed = StudyIdentity.changed(first, own);
                if (!changed.isEmpty() || Integer.parseInt(shard[1]) != of) {
                    problems.add(new InputProblem(
                            part.toString(),
                            0,
                            "",
                            "is a shard of another study than " + all.get(0) + ": " + String.join("; ", changed),
                            "Run it again with the same inputs and program."));
                }
                if (!store.complete()) {
                    problems.add(new InputProblem(
                            part.toString(), 0, "", "is not finished", "Go on with it by sweep --resume."));
                }
                var other = seen.put(Integer.parseInt(shard[0]), part);
                if (other != null) {
                    problems.add(new InputProblem(
                            part.toString(), 0, "", "is the same shard as " + other, "Name each once."));
                }
                runs += store.size();
            }
        }
        for (int n = 1; n <= of; n++) {
            if (!seen.containsKey(n)) {
                problems.add(new InputProblem(
                        folder.toString(),
                        0,
                        "",
                        "shard " + n + " of " + of + " is missing",
                        "Run it, or name its folder."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        var facts = new TreeMap<>(first);
        facts.put(SHARD, Shard.WHOLE.toString());
        RunStore.merge(folder, List.copyOf(seen.values()), columns, facts);
        return runs;
    }

    private static List<Path> shards(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> String.valueOf(path.getFileName()).startsWith("shard-"))
                    .filter(RunStore::exists)
                    .sorted()
                    .toList();
        }
    }
}
