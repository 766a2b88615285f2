package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled files of blocs are parts without a problem, one bloc each. */
class BlocFilesTest {
    private static Path file(String bloc) {
        return Path.of("scenarios", "blocs", bloc.toLowerCase(Locale.ROOT) + ".json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCO", "BRICS", "EAEU", "CSTO", "CIS", "EU", "NATO", "ASEAN"})
    void eachFileIsAPartWithItsBloc(String bloc) throws InputException {
        var part = Objects.requireNonNull(new ScenarioReader().part(file(bloc)));
        assertEquals(List.of(bloc), part.blocs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCO", "BRICS", "EAEU", "CSTO", "CIS", "EU", "NATO", "ASEAN"})
    void eachFileFitsTheSchema(String bloc) throws IOException {
        assertEquals(List.of(), ScenarioSchemaTest.errors(Files.readString(file(bloc))));
    }
}
