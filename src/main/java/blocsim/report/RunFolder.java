package blocsim.report;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A folder of results that appears whole or not at all: it is written beside its place and then moved there. A folder that does
 * not hold results of a run is never touched.
 */
public final class RunFolder implements AutoCloseable {
    private static final String MARK = "manifest.json";
    private static final List<String> KINDS =
            List.of("run", "comparison", "calibration", "backtest", "sensitivity", "discovery");

    private final Path target;
    private final Path draft;
    private boolean done;

    private RunFolder(Path target, Path draft) {
        this.target = target;
        this.draft = draft;
    }

    /**
     * Checks that results may go to a folder, and touches nothing.
     *
     * @throws InputException if there is something that is not the result of a run
     */
    public static void check(Path target) throws InputException, IOException {
        if (!Files.exists(target)) {
            return;
        }
        boolean free = Files.isDirectory(target) && (isEmpty(target) || isOurs(target.resolve(MARK)));
        if (!free) {
            throw new InputException(List.of(new InputProblem(
                    target.toString(),
                    0,
                    "",
                    "is not a folder of results, so it is left as it is",
                    "name another one with --out, or move it away")));
        }
    }

    /** Whether a manifest is a run's of this program; other programs leave files of that name too. */
    private static boolean isOurs(Path manifest) {
        try {
            return Files.isRegularFile(manifest)
                    && JsonSource.read(manifest) instanceof JsonSource.Members members
                    && members.get("kind") instanceof JsonSource.Text kind
                    && KINDS.contains(kind.text())
                    && members.get("program") instanceof JsonSource.Text program
                    && program.text().startsWith("blocsim ");
        } catch (InputException unreadable) {
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Begins a folder of results; it is not seen at its place before {@link #publish}. */
    public static RunFolder begin(Path target) throws InputException, IOException {
        check(target);
        var place = target.toAbsolutePath().normalize();
        var parent = place.getParent();
        if (parent == null) {
            throw new InputException(List.of(
                    new InputProblem(target.toString(), 0, "", "is no place for results", "name a folder with --out")));
        }
        Files.createDirectories(parent);
        return new RunFolder(place, besides(place, "new"));
    }

    /** A new hidden folder beside a place, readable like any other, which a temporary folder of the system is not. */
    private static Path besides(Path place, String what) throws IOException {
        for (int n = 1; ; n++) {
            try {
                return Files.createDirectory(place.resolveSibling("." + place.getFileName() + "." + what + "-" + n));
            } catch (FileAlreadyExistsException taken) {
                // Another run writes there, or was killed while it did.
            }
        }
    }

    /** Where the files are written. */
    public Path draft() {
        return draft;
    }

    /**
     * Puts the folder in its place, instead of an older one.
     *
     * @throws InputException if meanwhile something came there that is not the result of a run
     */
    public void publish() throws InputException, IOException {
        check(target);
        Path old = null;
        if (Files.exists(target)) {
            old = besides(target, "old");
            move(target, old.resolve(target.getFileName()));
        }
        try {
            move(draft, target);
        } catch (IOException e) {
            if (old != null) {
                move(old.resolve(target.getFileName()), target);
                delete(old);
            }
            throw e;
        }
        done = true;
        if (old != null) {
            delete(old);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** Removes what was written and not published; once, as another run may then write to a draft of the same name. */
    @Override
    public void close() throws IOException {
        if (!done) {
            done = true;
            delete(draft);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException error) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
