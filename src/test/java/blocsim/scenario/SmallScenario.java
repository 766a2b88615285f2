package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest scenario, in a file that a test may change. */
final class SmallScenario {
    /** Two founders, one outsider, one bloc of one rung; on thirteen lines. */
    static final String JSON = """
            {
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2010-12-31"},
              "states": {"BLR": {}, "CHN": {}, "UZB": {}},
              "blocs": {
                "SCO": {
                  "founders": ["CHN", "UZB"],
                  "ladder": {"partner": {"height": 1}, "member": {"height": 3}},
                  "gates": {}
                }
              },
              "events": {}
            }
            """;

    private SmallScenario() {}

    /** Writes a scenario into a folder. */
    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** What reading the small scenario brings up after settings. */
    static List<String> problems(Path folder, String... sets) throws IOException {
        return problemsOf(write(folder, "small.json", JSON), sets);
    }

    /** What reading a file brings up; nothing if it is valid. */
    static List<String> problemsOf(Path file, String... sets) {
        try {
            new ScenarioReader().read(file, List.of(sets));
            return List.of();
        } catch (InputException wrong) {
            var folder = file.getParent();
            return wrong.problems().stream()
                    .map(InputProblem::toString)
                    .map(text -> folder == null ? text : text.replace(folder + "/", ""))
                    .toList();
        }
    }

    /** The small scenario after settings. */
    static Scenario read(Path folder, String... sets) throws IOException, InputException {
        return new ScenarioReader().read(write(folder, "small.json", JSON), List.of(sets));
    }
}
