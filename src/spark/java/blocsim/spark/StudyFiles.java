package blocsim.spark;

import blocsim.experiment.StudyIdentity;
import blocsim.input.InputException;
import blocsim.scenario.Study;
import blocsim.scenario.StudyReader;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * A study with all that it is read from, fit to be sent to another machine, which reads it again and asks nothing of its own disk.
 *
 * <p>The files keep their names, relative ones to the folder in which the program was started, so that what a message says of a file is
 * the same everywhere.
 */
final class StudyFiles implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final String study;
    private final TreeMap<String, byte[]> contents = new TreeMap<>();
    private final TreeMap<String, String> identity;

    private StudyFiles(String folder, Study study) throws InputException, IOException {
        this.folder = folder;
        this.study = study.file().toString();
        this.identity = new TreeMap<>(StudyIdentity.of(study));
    }

    /**
     * Gathers the files of a study.
     *
     * @throws IOException if one of them cannot be read, or has changed since the study was
     */
    static StudyFiles of(Study study) throws IOException {
        try {
            var files = new StudyFiles(Path.of("").toAbsolutePath().toString(), study);
            for (var file : StudyReader.files(study)) {
                files.contents.put(file.toString(), Files.readAllBytes(file));
            }
            files.read();
            return files;
        } catch (InputException wrong) {
            throw unreadable(study.file().toString(), wrong);
        }
    }

    /**
     * Reads the study. The tables that its scenario brings are read again for each design point, from memory.
     *
     * @throws IOException if it is not the study that was sent
     */
    Study read() throws IOException {
        FileSystem memory = Jimfs.newFileSystem(Configuration.forCurrentPlatform().toBuilder()
                .setWorkingDirectory(folder)
                .build());
        for (var file : contents.entrySet()) {
            var path = memory.getPath(file.getKey());
            var parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(path, file.getValue());
        }
        try {
            var read = StudyReader.read(memory.getPath(study));
            var changed = StudyIdentity.changed(identity, StudyIdentity.of(read));
            if (!changed.isEmpty()) {
                throw new IOException(
                        study + " is not what was read before; changed since: " + String.join("; ", changed));
            }
            return read;
        } catch (InputException wrong) {
            throw unreadable(study, wrong);
        }
    }

    private static IOException unreadable(String study, InputException wrong) {
        return new IOException(study + " cannot be read again: " + wrong.problems().get(0), wrong);
    }
}
