package blocsim.panel;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the shipped tables are read from: the project's resources, or a folder of the same form. */
interface Tables {
    /**
     * Opens a table.
     *
     * @param name the table's name, without an ending
     * @throws IOException if there is no such table
     */
    InputStream open(String name) throws IOException;

    /** The tables that stand in the project. */
    static Tables bundled() {
        return name -> {
            InputStream found = Tables.class.getResourceAsStream(name + ".csv");
            if (found == null) {
                throw new FileNotFoundException("the project has no table " + name);
            }
            return found;
        };
    }

    /** The tables in a folder. */
    static Tables in(Path folder) {
        return name -> Files.newInputStream(folder.resolve(name + ".csv"));
    }
}
