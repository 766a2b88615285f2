package blocsim.fit;

import blocsim.engine.OneStep;
import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Bloc;
import blocsim.model.Parameter;
import blocsim.panel.Panel;
import blocsim.scenario.Scenario;
import blocsim.scenario.WorldBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The world of a scenario at each origin, as one could know it then: the panel ends at the origin, and of the scenario's judgements, rules
 * and events those stay that could be known ({@code dataUntil}). The horizon is the year after it.
 */
final class Origins {
    private final Scenario scenario;
    private final Map<Panel, OneStep> steps = new HashMap<>();

    /** @param scenario whose horizon and limit of knowledge do not matter */
    Origins(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The scenario. */
    Scenario scenario() {
        return scenario;
    }

    /**
     * One step from an origin.
     *
     * @param known a panel; only its view as of the origin is looked at
     */
    synchronized OneStep at(LocalDate origin, Panel known) {
        Panel view = known.asOf(origin);
        var step = steps.get(view);
        if (step == null) {
            step = OneStep.of(WorldBuilder.build(knownAt(origin, 1), view).world());
            steps.put(view, step);
        }
        return step;
    }

    /** The same, with a point's values in place. */
    Scenario knownAt(LocalDate origin, int years, Point point) {
        try {
            return knownAt(origin, years).with(settings(point));
        } catch (InputException wrong) {
            throw new IllegalStateException("the point does not fit the scenario: " + wrong.problems(), wrong);
        }
    }

    /** A point's parameters and efforts as settings of a scenario. */
    static List<Setting> settings(Point point) {
        var settings = new ArrayList<Setting>();
        for (Parameter parameter : Parameter.values()) {
            settings.add(Setting.of(
                    "/parameters/" + parameter.key(), point.parameters().get(parameter)));
        }
        point.efforts().forEach((bloc, effort) -> settings.add(Setting.of("/blocs/" + bloc + "/effort", effort)));
        return settings;
    }

    /** The scenario as one could know it at an origin, over some years from the day after it. */
    Scenario knownAt(LocalDate origin, int years) {
        LocalDate start = origin.plusDays(1);
        String oldest = scenario.blocs().values().stream()
                .min(Comparator.comparing((Bloc bloc) -> bloc.founded() == null ? LocalDate.MIN : bloc.founded())
                        .thenComparing(Bloc::code))
                .orElseThrow()
                .code();
        var settings = new ArrayList<Setting>();
        try {
            for (String set : List.of(
                    "/dataUntil=\"" + origin + '"',
                    "/horizon/start=\"" + start + '"',
                    "/horizon/end=\"" + start.plusYears(years).minusDays(1) + '"',
                    "/horizon/step=\"P1Y\"",
                    "/focus/bloc=\"" + oldest + '"',
                    "/whatIfs=[]")) {
                settings.add(Setting.parse(set));
            }
            return scenario.with(settings);
        } catch (InputException wrong) {
            throw new IllegalStateException(
                    "the scenario cannot be set back to " + origin + ": " + wrong.problems(), wrong);
        }
    }
}
