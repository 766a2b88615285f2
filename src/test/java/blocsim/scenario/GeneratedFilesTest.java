package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files written out of {@link Keys}; {@code mvn test -Dtest=GeneratedFilesTest -Dupdate=true} writes them anew. */
class GeneratedFilesTest {
    @Test
    void theCommittedSchemaIsThatOfTheKeys() throws IOException {
        same(Path.of("scenarios", "schema", "scenario.schema.json"), ScenarioSchema.json());
    }

    @Test
    void theCommittedSchemaOfStudiesIsThatOfTheirKeys() throws IOException {
        same(Path.of("scenarios", "schema", "study.schema.json"), StudyKeys.schema());
    }

    @Test
    void theDocumentationPageIsThatOfTheKeys() throws IOException {
        same(Path.of("src", "site", "markdown", "scenario.md"), KeysPage.markdown());
    }

    private static void same(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, generated);
        }
        assertEquals(generated, Files.readString(file), file + " is stale: run this test with -Dupdate=true");
    }
}
