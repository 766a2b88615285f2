package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.model.Bloc;
import blocsim.model.Event;
import blocsim.model.Facts;
import blocsim.model.Figures;
import blocsim.model.Gate;
import blocsim.model.Geography;
import blocsim.model.Meetings;
import blocsim.model.Start;
import blocsim.model.State;
import blocsim.model.World;
import blocsim.panel.Panel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the world that a scenario describes: its values where it has some, else the panel's, else marked stand-ins. */
public final class WorldBuilder {
    private final Scenario scenario;
    private final Panel panel;
    private final List<String> codes;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<Bloc> blocs;
    private final List<LocalDate> bounds;
    private final FigureSource source;
    private final RecordedStandings record;

    private WorldBuilder(Scenario scenario, Panel panel, List<LocalDate> bounds) {
        this.scenario = scenario;
        this.panel = panel;
        this.codes = List.copyOf(scenario.states().keySet());
        codes.forEach(code -> index.put(code, index.size()));
        this.blocs = List.copyOf(scenario.blocs().values());
        this.bounds = bounds;
        this.record = new RecordedStandings(panel, scenario.dataUntil());
        this.source = new FigureSource(scenario, panel, codes, record);
    }

    /**
     * The world of a scenario.
     *
     * @param scenario whose states the panel knows
     * @param panel with the scenario's own tables in it
     */
    public static Built build(Scenario scenario, Panel panel) {
        return new WorldBuilder(scenario, panel, scenario.horizon().bounds()).build();
    }

    /**
     * The world of a scenario in which a tick begins on a given day: where none does, the tick around it is cut in two.
     *
     * @param day within the horizon
     */
    public static Built buildWithTickOn(LocalDate day, Scenario scenario, Panel panel) {
        var bounds = Stream.concat(scenario.horizon().bounds().stream(), Stream.of(day))
                .distinct()
                .sorted()
                .toList();
        return new WorldBuilder(scenario, panel, bounds).build();
    }

    /**
     * The world of a scenario that differs from one built before in nothing on which figures hang: {@link #figuresAgree} says so.
     *
     * @param before the other's world
     */
    public static World rebuild(Scenario scenario, Panel panel, World before) {
        var builder = new WorldBuilder(scenario, panel, scenario.horizon().bounds());
        return new World(
                before.states(),
                builder.blocs,
                scenario.parameters(),
                before.bounds(),
                before.figures(),
                before.driftTicks(),
                before.geography(),
                builder.start(),
                builder.meetings(),
                builder.facts(),
                before.unitedStates());
    }

    /** Whether two scenarios differ in no more than parameters of the model and events that enter no figure. */
    public static boolean figuresAgree(Scenario a, Scenario b) {
        return canonicalWithoutEvents(a).equals(canonicalWithoutEvents(b))
                && a.panel().equals(b.panel())
                && eventsOfFigures(a).equals(eventsOfFigures(b));
    }

    private static String canonicalWithoutEvents(Scenario scenario) {
        if (!(scenario.tree() instanceof JsonSource.Members tree)) {
            return "";
        }
        var members = new LinkedHashMap<>(tree.members());
        members.remove("events");
        members.remove("parameters");
        return JsonText.canonical(new JsonSource.Members(tree.place(), members));
    }

    private static List<Event> eventsOfFigures(Scenario scenario) {
        return scenario.events().stream()
                .filter(event -> event instanceof Event.AlignmentShift
                        || event instanceof Event.Sanctions
                        || event instanceof Event.TradeShock)
                .toList();
    }

    /**
     * The ids of the gates that shut a rung to a state on a day, of those that do not hang on a run.
     *
     * @param bloc the bloc's code
     * @param state the state's code
     * @param rung the rung's id
     */
    public static List<String> shutBy(
            Scenario scenario, Panel panel, String bloc, String state, String rung, LocalDate day) {
        var builder = new WorldBuilder(scenario, panel, scenario.horizon().bounds());
        int index = builder.at(state);
        return Objects.requireNonNull(scenario.blocs().get(bloc)).gates().stream()
                .filter(gate -> gate.guards(rung, day) && !builder.source.passes(gate.condition(), index, day))
                .map(Gate::id)
                .toList();
    }

    /**
     * A world, and what had to stand in for figures that nobody publishes.
     *
     * @param standIns each a line such as {@code PRK GDP: population at the subregion's median GDP per head}
     */
    public record Built(World world, List<String> standIns) {
        /** Copies the list. */
        public Built {
            standIns = List.copyOf(standIns);
        }
    }

    private Built build() {
        var states = scenario.states().values().stream()
                .map(profile -> named(profile.state()))
                .toList();
        int ticks = bounds.size() - 1;
        var figures = new ArrayList<Figures>();
        var drifts = new ArrayList<Boolean>();
        for (int k = 0; k < ticks; k++) {
            figures.add(figures(bounds.get(k), bounds.get(k + 1)));
            drifts.add(source.beyondIdealPoints(bounds.get(k)));
        }
        var world = new World(
                states,
                blocs,
                scenario.parameters(),
                bounds.stream().map(day -> (int) day.toEpochDay()).toList(),
                figures,
                drifts,
                geography(),
                start(),
                meetings(),
                facts(),
                at("USA"));
        return new Built(world, source.standIns());
    }

    private State named(State given) {
        return given.name().equals(given.code())
                ? panel.country(given.code())
                        .map(country -> new State(given.code(), country.name()))
                        .orElse(given)
                : given;
    }

    private Figures figures(LocalDate day, LocalDate end) {
        var draft = source.draft(day, blocs.size());
        for (int b = 0; b < blocs.size(); b++) {
            var bloc = blocs.get(b);
            byte[] askable = rungs(bloc, day, true);
            byte[] open = rungs(bloc, day, false);
            for (int i = 0; i < codes.size(); i++) {
                draft.patronPull(b, i, source.patronPull(bloc, i, day));
                draft.recordedBenefit(b, i, record.benefit(bloc, codes.get(i), end.minusDays(1)));
                draft.clash(b, i, clashes(bloc, codes.get(i), day));
                draft.gates(b, i, askable[i], open[i]);
            }
        }
        return draft.freeze();
    }

    private boolean clashes(Bloc bloc, String code, LocalDate day) {
        return bloc.exclusiveWith().stream()
                .filter(other -> !scenario.blocs().containsKey(other))
                .anyMatch(other -> record.isMember(other, code, day));
    }

    /** By state, the rungs that exist on a day and are open to it; the same to all where a bloc has no gates. */
    private byte[] rungs(Bloc bloc, LocalDate day, boolean onlyAsking) {
        var rungs = new byte[codes.size()];
        boolean alike = bloc.gates().isEmpty();
        for (int i = 0; i < rungs.length; i++) {
            rungs[i] = alike && i > 0 ? rungs[0] : (byte) rungs(bloc, i, day, onlyAsking);
        }
        return rungs;
    }

    /** The rungs that exist on a day and are open to a state, as far as that does not hang on the run. */
    private int rungs(Bloc bloc, int state, LocalDate day, boolean onlyAsking) {
        int rungs = 0;
        for (int rung = 1; rung <= bloc.ladder().top(); rung++) {
            String id = bloc.ladder().id(rung);
            boolean open = bloc.ladder().rung(rung).exists(day)
                    && !(onlyAsking && bloc.ladder().rung(rung).offered())
                    && bloc.gates().stream()
                            .filter(gate -> gate.guards(id, day))
                            .filter(gate -> !onlyAsking || gate.condition().barsAsking())
                            .allMatch(gate -> source.passes(gate.condition(), state, day));
            rungs |= open ? 1 << rung : 0;
        }
        return rungs;
    }

    private Geography geography() {
        var invented = source.invented();
        if (invented != null) {
            return invented.geography();
        }
        var near = new ArrayList<int[]>();
        var nearInAll = new int[codes.size()];
        var borders = new ArrayList<int[]>();
        for (int i = 0; i < codes.size(); i++) {
            var neighbours = panel.within300km(codes.get(i));
            nearInAll[i] = neighbours.size();
            near.add(neighbours.stream()
                    .mapToInt(this::at)
                    .filter(at -> at >= 0)
                    .sorted()
                    .toArray());
            for (int j = i + 1; j < codes.size(); j++) {
                if (panel.landBorder(codes.get(i), codes.get(j))) {
                    borders.add(new int[] {i, j});
                }
            }
        }
        return new Geography(near, nearInAll, borders);
    }

    private List<Start> start() {
        var first = bounds.get(0);
        var list = new ArrayList<Start>();
        for (int b = 0; b < blocs.size(); b++) {
            var bloc = blocs.get(b);
            if (bloc.founded() != null && !bloc.founded().isBefore(first)) {
                continue;
            }
            for (int i = 0; i < codes.size(); i++) {
                var start = record.start(b, bloc, i, codes.get(i), first);
                if (start != null) {
                    list.add(start);
                }
            }
        }
        return list;
    }

    private Meetings meetings() {
        var days = new ArrayList<int[]>();
        var open = new ArrayList<byte[][]>();
        for (var bloc : blocs) {
            var summits = bloc.summits().between(bounds.get(0), bounds.get(bounds.size() - 1));
            var masks = new byte[summits.size()][];
            for (int s = 0; s < summits.size(); s++) {
                masks[s] = rungs(bloc, summits.get(s), false);
            }
            days.add(summits.stream().mapToInt(day -> (int) day.toEpochDay()).toArray());
            open.add(masks);
        }
        return new Meetings(days, open);
    }

    private Facts facts() {
        var facts = new Facts.Draft(codes.size());
        for (Event event : scenario.events()) {
            add(facts, event);
            for (String code : event.touches()) {
                facts.touch(at(code), day(event.from()));
                if (event.until() != null) {
                    facts.touch(at(code), day(event.until()));
                }
            }
        }
        addEstrangements(facts);
        return facts.freeze();
    }

    private void addEstrangements(Facts.Draft facts) {
        if (scenario.invented()) {
            return;
        }
        forEachPair(codes, (a, b) -> {
            for (var absence : panel.diplomaticAbsences(codes.get(a), codes.get(b))) {
                if (record.known(absence.from())) {
                    boolean ended = absence.to() != null && record.known(absence.to());
                    var until = ended ? Objects.requireNonNull(absence.to()).plusDays(1) : null;
                    facts.addEstrangement(new Facts.Odds(a, b, day(absence.from()), end(until)));
                }
            }
        });
    }

    private void add(Facts.Draft facts, Event event) {
        int from = day(event.from());
        int until = end(event.until());
        if (event instanceof Event.Objection e) {
            int rungs =
                    e.rungs().stream().mapToInt(id -> 1 << rung(e.bloc(), id)).reduce(0, (x, y) -> x | y);
            facts.add(new Facts.Grievance(
                    bloc(e.bloc()), at(e.objector()), at(e.candidate()), rungs, e.strength(), from, until));
        } else if (event instanceof Event.Guarantee e) {
            facts.add(new Facts.Backing(bloc(e.bloc()), at(e.sponsor()), at(e.candidate()), e.resolve(), from, until));
        } else if (event instanceof Event.War e) {
            forEachPair(e.states(), (x, y) -> facts.addWar(new Facts.Odds(x, y, from, until)));
        } else if (event instanceof Event.Expulsion e) {
            facts.add(new Facts.Ousting(bloc(e.bloc()), at(e.state()), from));
        } else if (event instanceof Event.Offer e) {
            for (String state : e.states()) {
                facts.add(new Facts.Offer(bloc(e.bloc()), at(state), rung(e.bloc(), e.rung()), from));
            }
        } else if (event instanceof Event.PackageVote e) {
            var states = e.states().stream().map(this::at).toList();
            facts.add(new Facts.PackageVote(e.id(), bloc(e.bloc()), rung(e.bloc(), e.rung()), states, from, until));
        } else if (event instanceof Event.Suspension e) {
            facts.add(new Facts.Silenced(bloc(e.bloc()), at(e.state()), from, until));
        } else if (event instanceof Event.Programme e) {
            for (String state : e.states()) {
                facts.add(new Facts.Courtship(at(e.sponsor()), at(state), e.strength(), from, until));
            }
        }
    }

    private int rung(String bloc, String id) {
        return blocs.get(bloc(bloc)).ladder().index(id);
    }

    private interface Pair {
        void accept(int a, int b);
    }

    private void forEachPair(List<String> states, Pair pair) {
        for (int x = 0; x < states.size(); x++) {
            for (int y = x + 1; y < states.size(); y++) {
                pair.accept(at(states.get(x)), at(states.get(y)));
            }
        }
    }

    private int at(String code) {
        return index.getOrDefault(code, World.NONE);
    }

    private int bloc(String code) {
        return IntStream.range(0, blocs.size())
                .filter(b -> blocs.get(b).code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    private static int end(@Nullable LocalDate date) {
        return date == null ? Facts.NEVER : day(date);
    }
}
