package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of a cluster, in a build that has Spark. */
@Tag("spark")
class SparkAddressTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark://head:65536",
                "spark://head:99999",
                "spark://head:0",
                "spark://head",
                "spark://head:",
                "spark://:7077",
                "spark://",
                "spark://head:7077/path",
                "spark://user@head:7077",
                "spark://head_one:7077",
                "spark://head:7077,",
                "spark://head:7077,spark://other:7077",
                "spark://he ad:7077",
                "spark:/head:7077",
                "head:7077",
                "http://head:7077",
                "local[0]",
                "yarn"
            })
    void anAddressThatIsNoneIsTheUsersErrorInOneLine(String master) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        int status = Main.commandLine(writer, writer)
                .execute(
                        "sweep",
                        "scenarios/studies/admission-rules.json",
                        "--engine",
                        "spark",
                        "--master",
                        master,
                        "--out",
                        folder.toString());
        assertEquals(
                "2 --master: is " + master
                        + "; give spark://HOST:PORT, the address of a standalone cluster with a port from 1 to 65535, or local[N]"
                        + " for N threads.",
                status + " " + told.toString().strip());
    }
}
