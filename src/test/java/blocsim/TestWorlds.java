package blocsim;

import blocsim.model.AdmissionRule;
import blocsim.model.Bloc;
import blocsim.model.Dated;
import blocsim.model.Facts;
import blocsim.model.Figures;
import blocsim.model.Gate;
import blocsim.model.Geography;
import blocsim.model.Ladder;
import blocsim.model.Meetings;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Rung;
import blocsim.model.Start;
import blocsim.model.State;
import blocsim.model.SummitCalendar;
import blocsim.model.World;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Small worlds for tests: states all alike and friendly, one bloc with three rungs and a summit every 1 July. */
public final class TestWorlds {
    public static final LocalDate START = LocalDate.of(2001, 1, 1);

    private final List<State> states = new ArrayList<>();
    private final Map<Parameter, Double> parameters = new EnumMap<>(Parameter.class);
    private final Map<String, Map<String, String>> held = new TreeMap<>();
    private final List<Facts.Grievance> grievances = new ArrayList<>();
    private final List<Facts.Backing> backings = new ArrayList<>();
    private final List<Facts.Odds> wars = new ArrayList<>();
    private final List<Consumer<Facts.Draft>> otherFacts = new ArrayList<>();
    private AdmissionRule rule = new AdmissionRule.NoObjection();
    private final List<Facts.Odds> estrangements = new ArrayList<>();
    private final List<String> blocCodes = new ArrayList<>(List.of("SCO"));
    private final List<Gate> gates = new ArrayList<>();
    private final List<String> exclusiveWith = new ArrayList<>();
    private final List<String> founders = new ArrayList<>();
    private LocalDate founded = LocalDate.of(2001, 6, 15);
    private Period step = Period.ofYears(1);
    private int years = 10;
    private int memberMonths = 23;
    private boolean merges;
    private boolean mergesUp;
    private @Nullable Integer capacity;
    private int requestNoticeDays;
    private int exitNoticeMonths;
    private final List<Facts.Ousting> oustings = new ArrayList<>();
    private final Map<String, List<Integer>> touched = new TreeMap<>();
    private final Map<String, Integer> approvedOn = new TreeMap<>();
    private final Map<String, LocalDate> since = new TreeMap<>();
    private final Map<String, Double> gdp = new TreeMap<>();
    private int neutralFrom = Integer.MAX_VALUE;

    private TestWorlds(String... codes) {
        for (String code : codes) {
            states.add(new State(code, code));
        }
    }

    /** A world of these states, which must be given in the order of their codes; all outsiders. */
    public static TestWorlds of(String... codes) {
        return new TestWorlds(codes);
    }

    /** Full members of the SCO from the start. */
    public TestWorlds members(String... codes) {
        for (String code : codes) {
            holds("SCO", code, "member");
        }
        return this;
    }

    public TestWorlds holds(String bloc, String state, String rung) {
        held.computeIfAbsent(bloc, key -> new TreeMap<>()).put(state, rung);
        return this;
    }

    /** The SCO is founded by these on 15 June 2001. */
    public TestWorlds founders(String... codes) {
        founders.addAll(List.of(codes));
        return this;
    }

    public TestWorlds with(Parameter parameter, double value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Everybody asks at once, is taken up at once and never objected to, and nobody leaves: what is left are the rules. */
    public TestWorlds eager() {
        return with(Parameter.EFFORT_OUTSIDER, -20)
                .with(Parameter.EFFORT_PARTNER, -20)
                .with(Parameter.EFFORT_OBSERVER, -20)
                .with(Parameter.REQUEST_RATE, 12)
                .with(Parameter.AGENDA_BASE, 20)
                .with(Parameter.OBJECTION_BASE, -20)
                .with(Parameter.WITHDRAWAL_RATE, 0)
                .with(Parameter.EXIT_RATE, 0);
    }

    public TestWorlds years(int count) {
        years = count;
        return this;
    }

    public TestWorlds step(Period length) {
        step = length;
        return this;
    }

    public TestWorlds gate(Gate gate) {
        gates.add(gate);
        return this;
    }

    public TestWorlds memberMonths(int months) {
        memberMonths = months;
        return this;
    }

    /** The observer's rung is merged into the partner's on 1 September 2005. */
    public TestWorlds mergingObservers() {
        merges = true;
        return this;
    }

    /** The partner's rung is merged into the observer's on 1 September 2005. */
    public TestWorlds mergingPartners() {
        mergesUp = true;
        return this;
    }

    /** A second bloc of the same rules, whose code sorts before the SCO's. */
    public TestWorlds andBloc(String code) {
        blocCodes.add(0, code);
        return this;
    }

    /** Nobody can be a full member of the SCO and of another bloc at once. */
    public TestWorlds exclusiveWith(String code) {
        exclusiveWith.add(code);
        return this;
    }

    public TestWorlds dispute(String objector, String candidate, LocalDate from, LocalDate until) {
        int everyRung = 0b1110;
        int sco = blocCodes.indexOf("SCO");
        grievances.add(
                new Facts.Grievance(sco, index(objector), index(candidate), everyRung, 1, (int) from.toEpochDay(), (int)
                        until.toEpochDay()));
        return this;
    }

    public TestWorlds war(String a, String b) {
        wars.add(new Facts.Odds(index(a), index(b), Integer.MIN_VALUE, Facts.NEVER));
        return this;
    }

    /** The rule by which the blocs admit. */
    public TestWorlds admitting(AdmissionRule admission) {
        rule = admission;
        return this;
    }

    /** A sponsor stands up for a candidate in the SCO, always. */
    public TestWorlds sponsored(String sponsor, String candidate) {
        backings.add(new Facts.Backing(
                blocCodes.indexOf("SCO"), index(sponsor), index(candidate), 1, Integer.MIN_VALUE, Facts.NEVER));
        return this;
    }

    /** The SCO decides on these candidates for a rung together, always. */
    public TestWorlds together(int rung, String... candidates) {
        var states = Arrays.stream(candidates).map(this::index).toList();
        int sco = blocCodes.indexOf("SCO");
        otherFacts.add(facts ->
                facts.add(new Facts.PackageVote("package", sco, rung, states, Integer.MIN_VALUE, Facts.NEVER)));
        return this;
    }

    /** A member of the SCO has no vote, ever. */
    public TestWorlds silenced(String member) {
        int state = index(member);
        int sco = blocCodes.indexOf("SCO");
        otherFacts.add(facts -> facts.add(new Facts.Silenced(sco, state, Integer.MIN_VALUE, Facts.NEVER)));
        return this;
    }

    /** The SCO offers a rung to a state on a day. */
    public TestWorlds offered(int rung, String state, LocalDate day) {
        int to = index(state);
        int sco = blocCodes.indexOf("SCO");
        otherFacts.add(facts -> facts.add(new Facts.Offer(sco, to, rung, (int) day.toEpochDay())));
        return this;
    }

    /** A power has a programme of investment with a state, always. */
    public TestWorlds courted(String sponsor, String state, double strength) {
        int from = index(sponsor);
        int to = index(state);
        otherFacts.add(facts -> facts.add(new Facts.Courtship(from, to, strength, Integer.MIN_VALUE, Facts.NEVER)));
        return this;
    }

    /** A summit of the SCO takes up so many. */
    public TestWorlds capacity(int entrants) {
        capacity = entrants;
        return this;
    }

    public TestWorlds requestNoticeDays(int days) {
        requestNoticeDays = days;
        return this;
    }

    public TestWorlds exitNoticeMonths(int months) {
        exitNoticeMonths = months;
        return this;
    }

    public TestWorlds backing(String sponsor, String candidate, double resolve) {
        backings.add(new Facts.Backing(
                blocCodes.indexOf("SCO"), index(sponsor), index(candidate), resolve, Integer.MIN_VALUE, Facts.NEVER));
        return this;
    }

    /** The SCO puts a state out. */
    public TestWorlds ousting(String state, LocalDate day) {
        oustings.add(new Facts.Ousting(blocCodes.indexOf("SCO"), index(state), (int) day.toEpochDay()));
        return this;
    }

    /** An event touches a state, and does nothing else. */
    public TestWorlds touch(String state, LocalDate day) {
        touched.computeIfAbsent(state, key -> new ArrayList<>()).add((int) day.toEpochDay());
        return this;
    }

    /** At the start the SCO has approved a state as a member, to enter on a day. */
    public TestWorlds approved(String state, LocalDate entry) {
        approvedOn.put(state, (int) entry.toEpochDay());
        return this;
    }

    /** The day since when a state that starts on a rung of the SCO has held it. */
    public TestWorlds since(String state, LocalDate day) {
        since.put(state, day);
        return this;
    }

    /** The GDP of a state in place of 10^12 dollars. */
    public TestWorlds gdp(String state, double dollars) {
        gdp.put(state, dollars);
        return this;
    }

    /** From this tick on full membership is worth less than nothing to everybody. */
    public TestWorlds dearFrom(int tick) {
        neutralFrom = tick;
        return this;
    }

    /** Two states have no diplomatic relations before a day. */
    public TestWorlds estranged(String a, String b, LocalDate until) {
        estrangements.add(new Facts.Odds(index(a), index(b), Integer.MIN_VALUE, (int) until.toEpochDay()));
        return this;
    }

    private int index(String code) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no state " + code);
    }

    public World build() {
        var bounds = new ArrayList<Integer>();
        for (LocalDate day = START; !day.isAfter(START.plusYears(years)); day = day.plus(step)) {
            bounds.add((int) day.toEpochDay());
        }
        int ticks = bounds.size() - 1;
        int n = states.size();
        var blocs = blocCodes.stream().map(this::bloc).toList();
        var start = new ArrayList<Start>();
        for (int b = 0; b < blocs.size(); b++) {
            var ladder = blocs.get(b).ladder();
            for (var entry : held.getOrDefault(blocCodes.get(b), Map.of()).entrySet()) {
                String code = entry.getKey();
                boolean sco = blocCodes.get(b).equals("SCO");
                int held = since.containsKey(code) && sco
                        ? (int) since.getOrDefault(code, START).toEpochDay()
                        : bounds.get(0);
                int entryDay = sco ? approvedOn.getOrDefault(code, 0) : 0;
                start.add(new Start(
                        b,
                        index(code),
                        ladder.index(entry.getValue()),
                        held,
                        entryDay == 0 ? 0 : ladder.top(),
                        entryDay,
                        0,
                        0));
            }
        }
        var figures = new ArrayList<Figures>();
        for (int k = 0; k < ticks; k++) {
            figures.add(figures(n, blocs, start, k >= neutralFrom));
        }
        var days = new ArrayList<int[]>();
        var open = new ArrayList<byte[][]>();
        for (var bloc : blocs) {
            var summits = bloc.summits().between(START, START.plusYears(years));
            days.add(summits.stream().mapToInt(day -> (int) day.toEpochDay()).toArray());
            var masks = new byte[summits.size()][n];
            for (int s = 0; s < summits.size(); s++) {
                for (int i = 0; i < n; i++) {
                    masks[s][i] = (byte) mask(bloc, summits.get(s));
                }
            }
            open.add(masks);
        }
        var near = new ArrayList<int[]>();
        var facts = new Facts.Draft(n);
        grievances.forEach(facts::add);
        backings.forEach(facts::add);
        wars.forEach(facts::addWar);
        estrangements.forEach(facts::addEstrangement);
        oustings.forEach(facts::add);
        otherFacts.forEach(add -> add.accept(facts));
        touched.forEach((code, list) -> list.forEach(day -> facts.touch(index(code), day)));
        for (int i = 0; i < n; i++) {
            near.add(new int[0]);
        }
        return new World(
                states,
                blocs,
                Parameters.with(parameters),
                bounds,
                figures,
                figures.stream().map(f -> false).toList(),
                new Geography(near, new int[n], List.of()),
                start,
                new Meetings(days, open),
                facts.freeze(),
                World.NONE);
    }

    private Figures figures(int n, List<Bloc> blocs, List<Start> start, boolean dear) {
        var draft = new Figures.Draft(n, blocs.size()).worldGdp(1e14);
        for (int i = 0; i < n; i++) {
            draft.gdp(i, gdp.getOrDefault(states.get(i).code(), 1e12))
                    .polyarchy(i, 0.3)
                    .concentration(i, 0.3)
                    .need(i, 0.5)
                    .capital(i, 0.1);
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    draft.sharedBodies(i, j, 0.5).tradeShare(i, j, 0.02);
                }
            }
            for (int b = 0; b < blocs.size(); b++) {
                draft.gates(b, i, mask(blocs.get(b), null), mask(blocs.get(b), null));
                draft.clash(b, i, dear);
            }
        }
        for (var standing : start) {
            draft.recordedBenefit(
                    standing.bloc(),
                    standing.state(),
                    blocs.get(standing.bloc()).ladder().rung(standing.rung()).benefit());
        }
        return draft.freeze();
    }

    private static int mask(Bloc bloc, @Nullable LocalDate day) {
        int mask = 0;
        for (int rung = 1; rung <= bloc.ladder().top(); rung++) {
            boolean shut = false;
            for (var gate : bloc.gates()) {
                shut |= day != null
                        && gate.condition() instanceof blocsim.model.Condition.Closed
                        && gate.guards(bloc.ladder().id(rung), day);
            }
            if (!shut && (day == null || bloc.ladder().rung(rung).exists(day))) {
                mask |= 1 << rung;
            }
        }
        return mask;
    }

    private Bloc bloc(String code) {
        var mergeDay = LocalDate.of(2005, 9, 1);
        var ladder = new Ladder(List.of(
                new Rung(
                        "partner",
                        "Partner",
                        1,
                        0.5,
                        0.05,
                        10,
                        null,
                        mergesUp ? mergeDay : null,
                        mergesUp ? "observer" : null,
                        null,
                        null),
                new Rung(
                        "observer",
                        "Observer",
                        2,
                        0.6,
                        0.15,
                        0,
                        null,
                        merges ? mergeDay : null,
                        merges ? "partner" : null,
                        null,
                        null),
                new Rung("member", "Member", 3, 1, 1, memberMonths, null, null, null, null, null)));
        return new Bloc(
                code,
                code,
                null,
                founders.isEmpty() ? null : founded,
                founders,
                ladder,
                Dated.always(0.15),
                Dated.always(0.0),
                null,
                Map.of(),
                Dated.always(rule),
                capacity == null || !code.equals("SCO") ? null : Dated.always(capacity),
                requestNoticeDays,
                exitNoticeMonths,
                code.equals("SCO") ? exclusiveWith : List.of(),
                code.equals("SCO") ? gates : List.of(),
                new SummitCalendar(List.of(), MonthDay.of(7, 1)));
    }
}
