package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages written out of scenarios; {@code mvn test -Dtest=GeneratedFilesTest -Dupdate=true} writes them anew. */
class GeneratedFilesTest {
    @Test
    void theOddPageIsThatOfTheBelarusScenario() throws IOException, InputException {
        var file = Path.of("src", "site", "markdown", "odd.md");
        var text = OddText.markdown(Prepared.read(Path.of("scenarios", "belarus-sco.json"), List.of()));
        if (Boolean.getBoolean("update")) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.readString(file), file + " is stale: run this test with -Dupdate=true");
    }
}
