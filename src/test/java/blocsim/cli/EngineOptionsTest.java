package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineOptionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --engine spark --master local | --engine: is spark, which this build of the program does not have; build that by mvn -Pspark -Dquick -DskipTests package; ./blocsim then takes it for this engine.
            --engine storm | --engine: is storm; give local or spark.
            --master local | --master: goes with --engine spark only; add that, or take it away.
            """)
    void anEngineThatCannotBeIsTheUsersError(String options, String problem) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        var arguments = new ArrayList<>(List.of("sweep", "scenarios/studies/admission-rules.json"));
        arguments.addAll(List.of(options.split(" ", -1)));
        int status = Main.commandLine(writer, writer).execute(arguments.toArray(String[]::new));
        assertEquals("2 " + problem, status + " " + told.toString().strip());
    }
}
