package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads scenario files, with every problem in them at once. */
public final class ScenarioReader {
    private final Predicate<String> knownState;

    /** A reader to which every state's code is right that has three capital letters. */
    public ScenarioReader() {
        this(code -> true);
    }

    /** @param knownState whether the panel knows a state's code */
    public ScenarioReader(Predicate<String> knownState) {
        this.knownState = knownState;
    }

    /**
     * Reads a scenario with all that it extends.
     *
     * @param file JSON, or YAML by its ending
     * @param sets settings {@code POINTER=VALUE}, applied in turn
     * @throws InputException with every problem in the files and settings
     */
    public Scenario read(Path file, List<String> sets) throws InputException {
        var problems = new Problems();
        var settings = new ArrayList<Setting>();
        for (var set : sets) {
            try {
                settings.add(Setting.parse(set));
            } catch (InputException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        var merged = Extended.read(file, problems);
        if (merged == null) {
            problems.throwIfAny();
            throw new IllegalStateException("a file that cannot be read has a problem");
        }
        if (Extended.isPart(merged.tree())) {
            problems.at(
                    merged.tree(),
                    "this is a part of scenarios, with no focus, horizon or states of its own",
                    "Name it under \"extends\" of a scenario.");
            problems.throwIfAny();
        }
        return build(file, merged.tree(), settings, new Fitting(merged.parts(), List.of()), problems);
    }

    /**
     * Reads a scenario from a text as if it stood in a folder. Of files it may name only scenarios and parts in that folder, to
     * extend them; its what-ifs are left out.
     *
     * @param text JSON, or YAML by the ending of the name
     * @param name the name of the file it would be
     * @param folder where it would stand; nothing outside is read but what files inside name
     * @throws InputException with every problem in the text and what it extends
     */
    public Scenario parse(String text, String name, Path folder) throws InputException {
        var problems = new Problems();
        var merged = Extended.parse(text, folder.resolve(name), folder, problems);
        problems.throwIfAny();
        if (merged == null || Extended.isPart(merged.tree())) {
            throw new InputException(List.of(new InputProblem(
                    folder.resolve(name).toString(),
                    0,
                    "",
                    "this is a part of scenarios, with no focus, horizon or states of its own",
                    "Name it under \"extends\" of a scenario.")));
        }
        return build(folder.resolve(name), merged.tree(), List.of(), new Fitting(merged.parts(), List.of()), problems);
    }

    /**
     * Checks a part of scenarios, such as the file of a bloc.
     *
     * @return what stands in it; null if the file is no part, or cannot be read
     * @throws InputException with every problem in the part
     */
    public @Nullable Part part(Path file) throws InputException {
        var problems = new Problems();
        var merged = Extended.read(file, problems);
        if (merged == null || !Extended.isPart(merged.tree())) {
            return null;
        }
        Shape.checkPart(merged.tree(), problems);
        Consistency.checkPart(file, merged.tree(), knownState, problems);
        problems.throwIfAny();
        return new Part(
                List.copyOf(Tree.object(merged.tree(), "blocs").members().keySet()),
                Tree.object(merged.tree(), "events").members().size());
    }

    /**
     * A scenario with other values in place.
     *
     * @throws InputException if the outcome is no valid scenario, with every problem
     */
    public Scenario reread(Scenario scenario, List<Setting> settings) throws InputException {
        var before = new Fitting(scenario.parts(), scenario.leftOut());
        return build(scenario.file(), scenario.tree(), settings, before, new Problems());
    }

    private Scenario build(Path file, JsonSource read, List<Setting> settings, Fitting before, Problems problems)
            throws InputException {
        var tree = read;
        for (var setting : settings) {
            try {
                tree = setting.applyTo(tree);
            } catch (InputException unfit) {
                problems.addAll(unfit.problems());
            }
        }
        tree = Regions.expanded(tree);
        Shape.checkComplete(tree, problems);
        if (!(tree instanceof JsonSource.Members whole)) {
            problems.throwIfAny();
            throw new IllegalStateException("a tree that is no object has a problem");
        }
        var fitting = before.fit(whole);
        Consistency.check(file, fitting.tree(), knownState, problems);
        problems.throwIfAny();
        return ScenarioBuilder.build(file, fitting.tree(), before.parts(), fitting.leftOut());
    }
}
