package blocsim.cli;

import blocsim.experiment.DesignPoints;
import blocsim.fit.Calibration;
import blocsim.fit.FitStudy;
import blocsim.fit.JoiningStudy;
import blocsim.input.InputException;
import blocsim.scenario.ScenarioReader;
import blocsim.scenario.StudyReader;
import blocsim.scenario.WhatIfs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks scenario and study files and names every problem in them, one a line. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Check scenario and study files: every problem at once, with file, line, pointer, cause and remedy.")
public final class ValidateCommand implements Callable<Integer> {
    private static final int WRONG_INPUT = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON or YAML files.")
    private List<Path> files = List.of();

    @Option(
            names = "--set",
            paramLabel = "POINTER=VALUE",
            description = "Put another value in place before checking, such as /parameters/weightNetwork=6.")
    private List<String> sets = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int status = 0;
        for (var file : files) {
            try {
                if (StudyReader.isStudy(file)) {
                    var study = StudyReader.read(file);
                    long points = new DesignPoints(study).size();
                    out.println(file + ": ok, a study of " + study.scenario().name() + " with "
                            + counted(study.factors().size(), "factor") + ", " + points + " design points, "
                            + counted(study.outputs().size(), "output"));
                    continue;
                }
                if (JoiningStudy.isJoining(file)) {
                    var study = JoiningStudy.read(file, sets);
                    out.println(file + ": ok, a back-test of joinings in " + study.memberships() + " with "
                            + counted(study.fit().factors().size(), "factor"));
                    continue;
                }
                if (FitStudy.isFit(file)) {
                    var study = FitStudy.read(file);
                    out.println(file + ": ok, a fit of "
                            + Calibration.scenario(study).name() + " with "
                            + counted(study.factors().size(), "factor") + " to the years from " + (study.from() + 1)
                            + " to " + (study.to() + 1));
                    continue;
                }
                var part = new ScenarioReader().part(file);
                if (part != null) {
                    out.println(file + ": ok, a part of scenarios with "
                            + counted(part.blocs().size(), "bloc") + ", " + counted(part.events(), "event"));
                    continue;
                }
                var scenario = new ScenarioReader().read(file, sets);
                WhatIfs.read(scenario, sets);
                out.println(file + ": ok, " + counted(scenario.states().size(), "state") + ", "
                        + counted(scenario.blocs().size(), "bloc"));
                scenario.leftOut().forEach(note -> out.println("  " + note));
            } catch (InputException wrong) {
                wrong.problems().forEach(problem -> err.println(problem));
                status = WRONG_INPUT;
            }
        }
        out.flush();
        err.flush();
        return status;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
