package blocsim.report;

import java.util.List;

/**
 * How a report was made, so that it can be made again.
 *
 * @param scenario the scenario's name
 * @param about how the scenario was put together; empty where it does not say
 * @param hash the digest of the effective scenario
 * @param version the program's version
 * @param seed the master seed
 * @param replicates the number of runs
 * @param command the command line that makes it again
 * @param leftOut what files of blocs name and the scenario does not have, a line each
 * @param data the tables that the runs were fed with
 */
public record Making(
        String scenario,
        String about,
        String hash,
        String version,
        long seed,
        int replicates,
        String command,
        List<String> leftOut,
        List<DataTable> data) {
    /**
     * One table of data.
     *
     * @param name the table's name
     * @param what what it holds, with unit and years
     * @param citation whose it is; may cite ids in brackets
     * @param licence under which terms it may be used
     */
    public record DataTable(String name, String what, String citation, String licence) {}

    /** A making; the lists are copied. */
    public Making {
        leftOut = List.copyOf(leftOut);
        data = List.copyOf(data);
    }
}
