package blocsim.cli;

import blocsim.fit.FitStudy;
import blocsim.scenario.ScenarioSchema;
import blocsim.scenario.StudyKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a kind of file. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Print the JSON Schema (draft 2020-12) of a kind of file.")
public final class SchemaCommand implements Callable<Integer> {
    /** The kinds of file that have a schema. */
    @SuppressWarnings("JavaLangClash")
    enum Of {
        scenario,
        study,
        fit
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Parameters(paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private Of kind;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        switch (kind) {
            case scenario -> out.print(ScenarioSchema.json());
            case study -> out.print(StudyKeys.schema());
            case fit -> out.print(FitStudy.schema());
        }
        out.flush();
        return 0;
    }
}
