package blocsim.api;

import blocsim.engine.OwnRule;
import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonText;
import blocsim.input.Setting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario with its world, ready to run: who, when and what if. Immutable: each {@code with} gives another scenario and leaves this one as
 * it is.
 */
public final class Scenario {
    private final Prepared prepared;
    private final List<String> settings;
    private final List<Rule> rules;

    private Scenario(Prepared prepared, List<String> settings, List<Rule> rules) {
        this.prepared = prepared;
        this.settings = List.copyOf(settings);
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads a scenario with all that it extends, and makes its world.
     *
     * @param file JSON or YAML, such as {@code scenarios/belarus-sco.json}
     * @throws InputException with every problem in the files and the tables they bring
     */
    public static Scenario read(Path file) throws InputException {
        return new Scenario(Prepared.read(file, List.of()), List.of(), List.of());
    }

    /** Like {@link #read(Path)}, by the file's name. */
    public static Scenario read(String file) throws InputException {
        return read(Path.of(file));
    }

    /**
     * This scenario with a number in place of what stands at a pointer.
     *
     * @param pointer RFC 6901, into the effective scenario, such as {@code /states/BLR/patrons/RUS}
     * @param value finite, in the unit and range of that key
     * @throws InputException if the outcome is no valid scenario, with every problem
     */
    public Scenario with(String pointer, double value) throws InputException {
        if (!Double.isFinite(value)) {
            throw new InputException(
                    List.of(new InputProblem("with", 0, pointer, "the number is " + value, "give a finite number")));
        }
        return with(pointer, JsonText.canonical(Setting.of(pointer, value).value()));
    }

    /**
     * This scenario with yes or no in place of what stands at a pointer.
     *
     * @throws InputException if the outcome is no valid scenario, with every problem
     */
    public Scenario with(String pointer, boolean value) throws InputException {
        return with(pointer, Boolean.toString(value));
    }

    /**
     * This scenario with another value in place, as {@code --set POINTER=VALUE} of the command line.
     *
     * @param value JSON; what is not JSON is a text; {@code null} takes the key away
     * @throws InputException if the outcome is no valid scenario, with every problem
     */
    public Scenario with(String pointer, String value) throws InputException {
        String set = pointer + "=" + value;
        var changed = Prepared.of(prepared.scenario().with(List.of(Setting.parse(set))));
        var all = new ArrayList<>(settings);
        all.add(set);
        return new Scenario(prepared.drawn() ? changed : changed.fixed(), all, rules);
    }

    /** This scenario with a rule of a user's own, asked after those it has. */
    public Scenario with(Rule rule) {
        var all = new ArrayList<>(rules);
        all.add(rule);
        return new Scenario(prepared, settings, all);
    }

    /** This scenario with the fitted parameters of a calibrated scenario in every replicate; else each draws its own. */
    public Scenario withFixedParameters() {
        return new Scenario(prepared.fixed(), settings, rules);
    }

    /**
     * The what-ifs that the scenario names, with the same settings and rules, in its order.
     *
     * @throws InputException with every problem in any of them
     */
    public List<Scenario> whatIfs() throws InputException {
        return Findings.readWhatIfs(prepared, settings).stream()
                .map(other -> new Scenario(prepared.drawn() ? other : other.fixed(), settings, rules))
                .toList();
    }

    /** Its name, fit for a folder. */
    public String name() {
        return prepared.scenario().name();
    }

    /** What it is about, in one line. */
    public String title() {
        return prepared.scenario().title();
    }

    /** What it asks; may be empty. */
    public String description() {
        return prepared.scenario().description();
    }

    /** The first day of a run. */
    public LocalDate start() {
        return prepared.scenario().horizon().start();
    }

    /** The last day of a run. */
    public LocalDate end() {
        return prepared.scenario().horizon().end();
    }

    /** How often it is run unless something else is said. */
    public int replicates() {
        return prepared.scenario().replicates();
    }

    /** The seed from which its luck is derived unless something else is said. */
    public long seed() {
        return prepared.scenario().seed();
    }

    /** The code of the state that reports speak of first. */
    public String focusState() {
        return prepared.scenario().focus().state();
    }

    /** The code of the bloc that reports speak of first. */
    public String focusBloc() {
        return prepared.scenario().focus().bloc();
    }

    /** The codes of its states, in order. */
    public List<String> states() {
        return Codes.states(prepared.world());
    }

    /** The codes of its blocs, in order. */
    public List<String> blocs() {
        return Codes.blocs(prepared.world());
    }

    /**
     * The rungs of a bloc's ladder by their ids, from outsider ({@code none}) to full member.
     *
     * @throws IllegalArgumentException if there is no such bloc
     */
    public List<String> ladder(String bloc) {
        var world = prepared.world();
        return Codes.statuses(world.blocs().get(Codes.bloc(world, bloc)).ladder());
    }

    /** What stands at a pointer of the effective scenario, as one line of JSON; {@code null} where nothing does. */
    public String value(String pointer) {
        var value = prepared.scenario().tree().at(pointer);
        return value == null ? "null" : JsonText.canonical(value);
    }

    /** The effective scenario, after {@code extends} and settings, as JSON. */
    public String json() {
        return JsonText.write(prepared.scenario().tree());
    }

    /** What has been put in place, each {@code POINTER=VALUE}, in order. */
    public List<String> settings() {
        return settings;
    }

    /** The rules of a user's own, in the order in which they are asked. */
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return title();
    }

    /** With its rules, as the storeys below run it. */
    Prepared prepared() {
        return prepared.with(rules.stream().<OwnRule>map(AskedRule::of).toList());
    }
}
