package blocsim.gui;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.model.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scenario that is shown, with what was set in it on the command line and in the windows. A change is checked at once and holds
 * from the next reset, so that any run that is seen is that of a command, which {@link #command} tells.
 */
final class Shown {
    private final Path file;
    private final List<String> given;
    private final boolean fixed;
    private final Map<String, String> changed = new TreeMap<>();
    private Prepared prepared;

    /**
     * @param given settings such as {@code /states/BLR/patrons/RUS=0.4}
     * @param fixed whether a calibrated scenario keeps its fitted parameters
     * @throws InputException with every problem in file and settings
     */
    Shown(Path file, List<String> given, boolean fixed) throws InputException {
        this.file = file;
        this.given = List.copyOf(given);
        this.fixed = fixed;
        this.prepared = read(changed);
    }

    private Prepared read(Map<String, String> values) throws InputException {
        var read = Prepared.read(file, sets(values));
        return fixed ? read.fixed() : read;
    }

    private List<String> sets(Map<String, String> values) {
        var sets = new ArrayList<>(given);
        values.forEach((pointer, value) -> sets.add(pointer + "=" + value));
        return sets;
    }

    /**
     * Sets a value for the next reset.
     *
     * @param pointer such as {@code /parameters/weightNetwork}
     * @param value as after the equals sign of {@code --set}
     * @throws InputException with every problem; then nothing is changed
     */
    synchronized void set(String pointer, String value) throws InputException {
        var values = new TreeMap<>(changed);
        values.put(pointer, value);
        prepared = read(values);
        changed.put(pointer, value);
    }

    /** The scenario as of the next reset. */
    synchronized Prepared prepared() {
        return prepared;
    }

    /** The world of replicate 0 as of the next reset. */
    synchronized World world(long seed) {
        return prepared.worlds().of(seed, 0);
    }

    /** The command that writes tables of the run as of the next reset: its replicate 0 is what is seen. */
    synchronized String command(long seed) {
        var text = new StringBuilder("./blocsim run ").append(quoted(file.toString()));
        sets(changed).forEach(set -> text.append(" --set ").append(quoted(set)));
        text.append(" --replicates 1 --seed ").append(seed);
        return text.append(fixed ? " --fixed-parameters" : "").toString();
    }

    /** A word as a shell reads it back. */
    private static String quoted(String word) {
        return word.matches("[\\w./=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
