package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.input.Setting;
import blocsim.model.Bloc;
import blocsim.model.Event;
import blocsim.model.Horizon;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Profile;
import blocsim.model.State;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as read: who, when and what if. What {@code dataUntil} forbids to know is no longer in it.
 *
 * @param file the file it was read from, as the user named it
 * @param name its name, fit for a folder
 * @param title one line
 * @param description what it asks; may be empty
 * @param focus the pair that reports speak of first
 * @param horizon the time a run covers
 * @param dataUntil the last day of which anything may be known; null for no limit
 * @param replicates how often it is run
 * @param seed from which all luck is derived
 * @param states what it says of each state, by code
 * @param blocs the blocs, by code
 * @param events what happens from outside, by first day, then id
 * @param parameters the numbers of the model
 * @param posterior what its numbers were fitted to and how sure that is; null if it is not calibrated
 * @param whatIfs the scenarios it is compared with; none where it is itself such a one
 * @param cited what its values rest on, in the order of the file
 * @param works the bundled bibliography with the scenario's own works, by id
 * @param notUsed facts that no value rests on, and why, by id
 * @param panel files that replace tables of the panel, by table
 * @param parts files that are parts of it, as they were named
 * @param leftOut what parts name and the scenario does not have, so that it was left out; each a line
 * @param tree the effective JSON, after {@code extends} and settings
 */
public record Scenario(
        Path file,
        String name,
        String title,
        String description,
        Focus focus,
        Horizon horizon,
        @Nullable LocalDate dataUntil,
        int replicates,
        long seed,
        SortedMap<String, Profile> states,
        SortedMap<String, Bloc> blocs,
        List<Event> events,
        Parameters parameters,
        @Nullable Posterior posterior,
        List<WhatIf> whatIfs,
        List<Cited> cited,
        SortedMap<String, Work> works,
        SortedMap<String, String> notUsed,
        SortedMap<String, Path> panel,
        SortedSet<String> parts,
        List<String> leftOut,
        JsonSource tree) {
    /** Copies the collections. */
    public Scenario {
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
        blocs = Collections.unmodifiableSortedMap(new TreeMap<>(blocs));
        events = List.copyOf(events);
        whatIfs = List.copyOf(whatIfs);
        cited = List.copyOf(cited);
        works = Collections.unmodifiableSortedMap(new TreeMap<>(works));
        notUsed = Collections.unmodifiableSortedMap(new TreeMap<>(notUsed));
        panel = Collections.unmodifiableSortedMap(new TreeMap<>(panel));
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
        leftOut = List.copyOf(leftOut);
    }

    /** Whether its states are invented, so that the data panel knows nothing of them. */
    public boolean invented() {
        return !states.isEmpty() && State.invented(states.firstKey());
    }

    /** The last day of the record that its own fit knew, or else the fit of those defaults that it keeps; null if it keeps none. */
    public @Nullable LocalDate calibratedUntil() {
        if (posterior != null) {
            return posterior.until();
        }
        boolean fitted = !invented()
                && Arrays.stream(Parameter.values())
                        .anyMatch(parameter ->
                                parameter.calibrated() && tree.at("/parameters/" + parameter.key()) == null);
        return fitted ? Parameter.CALIBRATED_UNTIL : null;
    }

    /** The effective scenario as one line of JSON with sorted keys: equal scenarios give equal texts, in JSON or YAML. */
    public String canonicalJson() {
        return JsonText.canonical(tree);
    }

    /** SHA-256 of the canonical JSON, 64 hexadecimal digits. Files that replace panel tables are not in it. */
    public String hash() {
        return JsonText.sha256(canonicalJson());
    }

    /**
     * This scenario with other values in place.
     *
     * @throws InputException if the outcome is no valid scenario, with every problem
     */
    public Scenario with(List<Setting> settings) throws InputException {
        return new ScenarioReader().reread(this, settings);
    }

    /** This scenario with other blocs and events. The tree stays: what is drawn anew for a forecast stands in no file. */
    public Scenario with(SortedMap<String, Bloc> otherBlocs, List<Event> otherEvents) {
        return new Scenario(
                file,
                name,
                title,
                description,
                focus,
                horizon,
                dataUntil,
                replicates,
                seed,
                states,
                otherBlocs,
                otherEvents,
                parameters,
                posterior,
                whatIfs,
                cited,
                works,
                notUsed,
                panel,
                parts,
                leftOut,
                tree);
    }
}
