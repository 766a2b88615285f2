package blocsim.experiment;

import blocsim.engine.OwnRule;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.model.Parameters;
import blocsim.model.State;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.panel.PanelOverride;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import blocsim.scenario.WorldBuilder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario made ready to run.
 *
 * @param scenario as read
 * @param panel the data panel with the scenario's own tables
 * @param world what is run
 * @param standIns what stands in for figures that nobody publishes, a line each
 * @param drawn whether runs draw the parameters of a calibrated scenario anew in each replicate
 * @param own rules of a user's own, beside the model's
 */
public record Prepared(
        Scenario scenario, Panel panel, World world, List<String> standIns, boolean drawn, List<OwnRule> own) {
    /** The record was looked up to this day, says the README of the hand-coded tables. */
    private static final LocalDate LAST_LOOKED_UP = LocalDate.of(2026, 3, 31);

    /** Copies the lists. */
    public Prepared {
        standIns = List.copyOf(standIns);
        own = List.copyOf(own);
    }

    /**
     * Reads a scenario and makes its world.
     *
     * @param file JSON or YAML
     * @param sets settings such as {@code /states/BLR/patrons/RUS=0.4}
     * @throws InputException with every problem in the file, the settings and the tables it brings
     */
    public static Prepared read(Path file, List<String> sets) throws InputException {
        return of(new ScenarioReader().read(file, sets));
    }

    /**
     * Makes the world of a scenario.
     *
     * @throws InputException if a table it brings is wrong, or a state is unknown to the panel and to those tables
     */
    public static Prepared of(Scenario scenario) throws InputException {
        return of(scenario, scenario.horizon().start());
    }

    /**
     * Makes the world of a scenario in which a tick begins on a given day.
     *
     * @param day within the horizon
     * @throws InputException if a table it brings is wrong, or a state is unknown to the panel and to those tables
     */
    public static Prepared of(Scenario scenario, LocalDate day) throws InputException {
        var overrides = scenario.panel().entrySet().stream()
                .map(entry -> new PanelOverride(entry.getKey(), entry.getValue()))
                .toList();
        var panel = overrides.isEmpty() ? Panel.bundled() : Panel.bundled().with(overrides);
        var problems = new ArrayList<InputProblem>();
        for (String code : scenario.states().keySet()) {
            if (panel.country(code).isEmpty() && !State.invented(code)) {
                problems.add(
                        new InputProblem(
                                scenario.file().toString(),
                                0,
                                "/states/" + code,
                                "the data panel has no state \"" + code + "\"",
                                "give an ISO 3166-1 alpha-3 code, or bring the state in a table of your own under /panel/states"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        var built = WorldBuilder.buildWithTickOn(day, scenario, panel);
        return new Prepared(scenario, panel, built.world(), built.standIns(), true, List.of());
    }

    /**
     * Makes the world of a scenario like this one: the same as making it anew, and faster where figures do not hang on what differs.
     *
     * @param other read from the same file, with other values in place; its first tick begins with the horizon, as this one's does
     * @throws InputException as {@link #of(Scenario)} does
     */
    public Prepared like(Scenario other) throws InputException {
        return WorldBuilder.figuresAgree(scenario, other)
                ? new Prepared(other, panel, WorldBuilder.rebuild(other, panel, world), standIns, drawn)
                : of(other);
    }

    /** The same scenario with its fitted parameters in every replicate. */
    public Prepared fixed() {
        return new Prepared(scenario, panel, world, standIns, false, own);
    }

    /** The same scenario with rules of a user's own. */
    public Prepared with(List<OwnRule> rules) {
        return new Prepared(scenario, panel, world, standIns, drawn, rules);
    }

    /** The world of each replicate: with parameters of its own if the scenario is calibrated. */
    public Worlds worlds() {
        var posterior = scenario.posterior();
        return (drawn && posterior != null ? Worlds.drawn(world, posterior) : Worlds.same(world)).with(own);
    }

    /** This with another scenario's parameters: the same as making that scenario's world if nothing else differs, and faster. */
    Prepared withParametersOf(Scenario other) {
        return new Prepared(other, panel, worldWith(other.parameters()), standIns, drawn, own);
    }

    /** The world with other parameters; no figure hangs on them. */
    World worldWith(Parameters parameters) {
        return Worlds.with(world, parameters, world.blocs());
    }

    /** The last day to which the record goes: {@code dataUntil}, else the day to which it was looked up. */
    public LocalDate recordedUntil() {
        return recordedUntil(scenario);
    }

    static LocalDate recordedUntil(Scenario scenario) {
        var known = scenario.dataUntil();
        return known == null ? LAST_LOOKED_UP : known;
    }

    /** The index of the focus bloc. */
    public int focusBloc() {
        return world.bloc(scenario.focus().bloc());
    }

    /** The index of the focus state. */
    public int focusState() {
        return world.state(scenario.focus().state());
    }

    /** Runs one replicate: the same as in an ensemble of that seed. */
    public Trajectory one(long seed, int replicate) {
        var worlds = worlds();
        var itsWorld = worlds.of(seed, replicate);
        var listener = new Trajectory.Listener(itsWorld, focusBloc(), focusState());
        worlds.simulator(itsWorld).run(seed, replicate, listener);
        return listener.trajectory();
    }

    /** Runs its replicates. */
    public Ensemble run(long seed, int replicates, int threads, Progress progress) {
        return Ensemble.run(worlds(), seed, replicates, threads, focusBloc(), focusState(), progress);
    }
}
