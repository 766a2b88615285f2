package blocsim.cli;

import blocsim.experiment.Explanation;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonText;
import blocsim.input.Nearest;
import blocsim.report.Drawing;
import blocsim.report.ExplanationCharts;
import blocsim.report.ExplanationText;
import blocsim.report.Size;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim explain}: why a state stood with a bloc as it did on a day, and what would have turned it. */
@Command(
        name = "explain",
        description =
                "Says why: motives, stances of incumbents, gates, sponsors, and the smallest change that turns it.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(names = "--state", paramLabel = "CODE", description = "The state; else the scenario's focus.")
    private @Nullable String state;

    @Option(names = "--bloc", paramLabel = "CODE", description = "The bloc; else the scenario's focus.")
    private @Nullable String bloc;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description =
                    "The day, such as 2015-07-10 or 2015 for its first; else the horizon's first. Standings before it are those on "
                            + "record, and after the end of the record simulated ones.")
    private @Nullable String date;

    @Option(
            names = "--rung",
            paramLabel = "ID",
            description = "The rung in question; else the one asked for, or the likeliest to be.")
    private @Nullable String rung;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description =
                    "Runs per change tried in the search for what would turn it, 0 for no search, and runs that tell the standings "
                            + "after the end of the record. Default 200.")
    private int replicates = Explanation.REPLICATES;

    @Option(
            names = "--chart",
            paramLabel = "DIR",
            description =
                    "Draws the motives and the incumbents' stances into this folder, as SVG and PNG; files of the same names "
                            + "are replaced.")
    private @Nullable Path charts;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Option(names = "--set", paramLabel = "POINTER=VALUE", description = "Sets a value; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Override
    public Integer call() throws InputException, IOException {
        var scenario = new ScenarioReader().read(file, sets);
        String who = state == null ? scenario.focus().state() : state;
        String where = bloc == null ? scenario.focus().bloc() : bloc;
        check(scenario, who, where);
        int threads = Runtime.getRuntime().availableProcessors();
        var explanation =
                Explanation.of(scenario, who, where, day(scenario), rung == null ? "" : rung, replicates, threads);
        var text = new ExplanationText(explanation);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.print(JsonText.write(text.tree()));
            out.flush();
        } else {
            text.lines().forEach(out::println);
        }
        if (charts != null) {
            draw(explanation, charts);
        }
        return 0;
    }

    private void draw(Explanation explanation, Path folder) throws IOException {
        for (var chart : ExplanationCharts.of(explanation)) {
            Drawing.whole(chart, Size.SLIDE).write(folder, 1);
        }
        if (!json) {
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            out.println();
            out.println("Charts: " + folder);
        }
    }

    private void check(Scenario scenario, String who, String where) throws InputException {
        var problems = new ArrayList<InputProblem>();
        known("--state", "state", who, scenario.states().keySet(), problems);
        known("--bloc", "bloc", where, scenario.blocs().keySet(), problems);
        var of = scenario.blocs().get(where);
        if (rung != null && of != null && of.ladder().index(rung) < 1) {
            var rungs = of.ladder().rungs().stream().map(step -> step.id()).toList();
            known("--rung", "rung of " + where, rung, rungs, problems);
        }
        if (replicates < 0 || replicates > 100_000) {
            problems.add(new InputProblem("--replicates", 0, "", "is " + replicates, "give a number from 0 to 100000"));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static void known(
            String option, String what, String word, Collection<String> known, List<InputProblem> problems) {
        if (!known.contains(word)) {
            problems.add(new InputProblem(
                    option,
                    0,
                    "",
                    "the scenario has no " + what + " \"" + word + "\"",
                    Nearest.hint(word, known) + "There are " + String.join(", ", known) + "."));
        }
    }

    private LocalDate day(Scenario scenario) throws InputException {
        if (date == null) {
            return scenario.horizon().start();
        }
        try {
            return LocalDate.parse(date.length() == 4 ? date + "-01-01" : date);
        } catch (DateTimeException e) {
            throw new InputException(List.of(new InputProblem(
                    "--date", 0, "", "\"" + date + "\" is no date", "give one such as 2015-07-10, or a year")));
        }
    }
}
