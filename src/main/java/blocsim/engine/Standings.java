package blocsim.engine;

import blocsim.model.Bloc;
import blocsim.model.Figures;
import blocsim.model.Start;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who stands where in one run: for each bloc and state the rung in force, the request pending and the approval not in force, and
 * what follows for the blocs from who their members are.
 *
 * <p>Cells are addressed by {@link #cell}. Members are kept in the order of states, so that sums over them do not hang on the
 * order in which they came.
 */
final class Standings {
    /** The day of what has not happened. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final double DIGESTION_YEARS = 3;

    private final World world;
    private final int states;
    private final int blocs;

    final byte[] rung;
    final int[] since;
    final byte[] asked;
    final int[] askedDay;

    /** By {@link #caseOf}: the day on which members last looked at a case, from its first request on. */
    final int[] lookedDay;

    /** By {@link #caseOf}: the day since when their stances have been what they are. */
    final int[] renewedDay;

    final byte[] approved;
    final int[] entryDay;
    final int[] exitDay;

    private final int[][] exclusive;
    private final int[][] member;
    private final int[] members;
    private final double[] weight;

    /** By bloc, in the order of members: w_jb, and w_jb·cap_j. */
    private final double[][] share;

    private final double[][] invested;
    private final double[] gdp;
    private final double[] squares;
    private final double[] meanPolyarchy;
    private final double[] heightsNear;
    private final double[][] height;
    private final int[][] entrances;
    private final int[] entranceCount;
    private final int[][] entrancesBefore;

    Standings(World world) {
        this.world = world;
        this.states = world.states().size();
        this.blocs = world.blocs().size();
        int cells = states * blocs;
        this.rung = new byte[cells];
        this.since = new int[cells];
        this.asked = new byte[cells];
        this.askedDay = new int[cells];
        this.lookedDay = new int[cells * (Perception.MOST_RUNGS + 1)];
        this.renewedDay = new int[cells * (Perception.MOST_RUNGS + 1)];
        this.approved = new byte[cells];
        this.entryDay = new int[cells];
        this.exitDay = new int[cells];
        this.exclusive = new int[blocs][];
        for (int b = 0; b < blocs; b++) {
            var bloc = world.blocs().get(b);
            exclusive[b] = IntStream.range(0, blocs)
                    .filter(other -> bloc.shutsOut(world.blocs().get(other)))
                    .toArray();
        }
        this.member = new int[blocs][states];
        this.members = new int[blocs];
        this.weight = new double[cells];
        this.share = new double[blocs][states];
        this.invested = new double[blocs][states];
        this.gdp = new double[blocs];
        this.squares = new double[blocs];
        this.meanPolyarchy = new double[blocs];
        this.heightsNear = new double[cells];
        this.height = world.blocs().stream()
                .map(bloc -> bloc.ladder().figures(rung -> rung.height() / 3.0))
                .toArray(double[][]::new);
        this.entrances = new int[blocs][16];
        this.entranceCount = new int[blocs];
        this.entrancesBefore =
                IntStream.range(0, blocs).mapToObj(this::entrancesBefore).toArray(int[][]::new);
    }

    /** Puts everybody where the world starts. */
    void reset() {
        Arrays.fill(rung, (byte) 0);
        Arrays.fill(since, NO_DAY);
        Arrays.fill(asked, (byte) 0);
        Arrays.fill(askedDay, NO_DAY);
        Arrays.fill(lookedDay, NO_DAY);
        Arrays.fill(renewedDay, NO_DAY);
        Arrays.fill(approved, (byte) 0);
        Arrays.fill(entryDay, NO_DAY);
        Arrays.fill(exitDay, NO_DAY);
        Arrays.fill(members, 0);
        Arrays.fill(weight, 0);
        Arrays.fill(entranceCount, 0);
        for (var start : world.start()) {
            int cell = cell(start.bloc(), start.state());
            rung[cell] = (byte) start.rung();
            since[cell] = start.since();
            approved[cell] = (byte) start.approved();
            entryDay[cell] = start.entryDay();
            if (start.asked() != 0) {
                ask(cell, start.asked(), start.askedDay());
            }
        }
        for (int b = 0; b < blocs; b++) {
            for (int i = 0; i < states; i++) {
                addUpNear(b, i);
            }
            countMembers(b);
            for (int day : entrancesBefore[b]) {
                noteEntrance(b, day);
            }
        }
    }

    /** The days on which states rose in the record's last years, in order, which the bloc still has to digest at the start. */
    private int[] entrancesBefore(int bloc) {
        var founded = world.blocs().get(bloc).founded();
        int first = world.bounds().get(0);
        return world.start().stream()
                .filter(start -> start.bloc() == bloc && start.since() < first)
                .filter(start -> founded == null || start.since() > founded.toEpochDay())
                .filter(start -> world.blocs().get(bloc).ladder().rungs().stream()
                        .noneMatch(rung -> isDay(rung.until(), start.since())))
                .mapToInt(Start::since)
                .sorted()
                .toArray();
    }

    /** Those who came by a merger of rungs did not rise. */
    private static boolean isDay(@Nullable LocalDate date, int day) {
        return date != null && date.toEpochDay() == day;
    }

    int cell(int bloc, int state) {
        return bloc * states + state;
    }

    /** The number of full members. */
    int members(int bloc) {
        return members[bloc];
    }

    /** The n-th full member, in the order of states. */
    int member(int bloc, int n) {
        return member[bloc][n];
    }

    /** The full members, in the order of states: the first {@link #members(int)} entries, not to be written to. */
    int[] memberList(int bloc) {
        return member[bloc];
    }

    /** w_jb of the members in their order, as of the last {@link #weigh}; not to be written to. */
    double[] shares(int bloc) {
        return share[bloc];
    }

    /** w_jb·cap_j of the members in their order, as of the last {@link #weigh}; not to be written to. */
    double[] invested(int bloc) {
        return invested[bloc];
    }

    /** w_jb: the share of a member in its bloc's GDP, in [0, 1]; 0 for others. */
    double weight(int bloc, int state) {
        return weight[cell(bloc, state)];
    }

    /** The members' GDP in US dollars. */
    double gdp(int bloc) {
        return gdp[bloc];
    }

    /** Σ_j w_jb². */
    double squares(int bloc) {
        return squares[bloc];
    }

    /** r̄_b: the mean democracy index of the members. */
    double meanPolyarchy(int bloc) {
        return meanPolyarchy[bloc];
    }

    boolean full(int bloc, int state) {
        return rung[cell(bloc, state)] == height[bloc].length - 1;
    }

    /** The blocs of which nobody can be a full member who is one of this bloc; not to be changed. */
    int[] exclusive(int bloc) {
        return exclusive[bloc];
    }

    /** Whether a full member stands up for a candidate on a day. */
    boolean isSponsored(int bloc, int state, int day) {
        var facts = world.facts();
        for (int n = 0; n < facts.backings(state); n++) {
            if (facts.resolve(bloc, state, n, day) > 0 && full(bloc, facts.sponsor(state, n))) {
                return true;
            }
        }
        return false;
    }

    /** Sets a rung in force. */
    void put(int bloc, int state, int to, int day) {
        int cell = cell(bloc, state);
        boolean was = full(bloc, state);
        rung[cell] = (byte) to;
        since[cell] = day;
        if (was != full(bloc, state)) {
            takeInOrOut(bloc, state, was);
        }
        for (int n = 0; n < world.geography().nearCount(state); n++) {
            addUpNear(bloc, world.geography().near(state, n));
        }
    }

    private void takeInOrOut(int bloc, int state, boolean out) {
        int[] all = member[bloc];
        int found = Arrays.binarySearch(all, 0, members[bloc], state);
        if (out) {
            System.arraycopy(all, found + 1, all, found, members[bloc] - found - 1);
            members[bloc]--;
            weight[cell(bloc, state)] = 0;
        } else {
            int at = -found - 1;
            System.arraycopy(all, at, all, at + 1, members[bloc] - at);
            all[at] = state;
            members[bloc]++;
        }
    }

    /** The heights, in thirds of a ladder, that the states near one have reached on a bloc's ladder, added up. */
    double heightsNear(int bloc, int state) {
        return heightsNear[cell(bloc, state)];
    }

    private void addUpNear(int bloc, int state) {
        double heights = 0;
        for (int n = 0; n < world.geography().nearCount(state); n++) {
            heights += height[bloc][rung[cell(bloc, world.geography().near(state, n))]];
        }
        heightsNear[cell(bloc, state)] = heights;
    }

    /** Notes that a state rose a rung, which the bloc has to digest. */
    void noteEntrance(int bloc, int day) {
        int count = entranceCount[bloc]++;
        if (count == entrances[bloc].length) {
            entrances[bloc] = Arrays.copyOf(entrances[bloc], 2 * count);
        }
        entrances[bloc][count] = day;
    }

    /** Entrants of the last three years per member; entrances are noted in the order of days. */
    double digestion(int bloc, int day) {
        int n = entranceCount[bloc];
        while (n > 0 && years(entrances[bloc][n - 1], day) < DIGESTION_YEARS) {
            n--;
        }
        return members[bloc] == 0 ? 0 : (double) (entranceCount[bloc] - n) / members[bloc];
    }

    /** Where what members think of one state's standing on one rung is kept, however often it asks. */
    int caseOf(int cell, int rungSought) {
        return cell * (Perception.MOST_RUNGS + 1) + rungSought;
    }

    /** Takes a request in. */
    void ask(int cell, int rungSought, int day) {
        asked[cell] = (byte) rungSought;
        askedDay[cell] = day;
        int sameCase = caseOf(cell, rungSought);
        if (lookedDay[sameCase] == NO_DAY) {
            lookedDay[sameCase] = day;
        }
    }

    /** Drops a request. */
    void forget(int cell) {
        asked[cell] = 0;
        askedDay[cell] = NO_DAY;
    }

    /** The years between two days. */
    static double years(int from, int to) {
        return (to - from) / World.DAYS_A_YEAR;
    }

    private void countMembers(int bloc) {
        int top = world.blocs().get(bloc).ladder().top();
        int count = 0;
        for (int i = 0; i < states; i++) {
            if (rung[cell(bloc, i)] == top) {
                member[bloc][count++] = i;
            }
        }
        members[bloc] = count;
    }

    /** Works out what follows for a bloc from who its members are and the figures of a tick. */
    void weigh(int bloc, Figures figures) {
        double total = 0;
        double regimes = 0;
        for (int n = 0; n < members[bloc]; n++) {
            total += figures.gdp(member[bloc][n]);
            regimes += figures.polyarchy(member[bloc][n]);
        }
        double sumOfSquares = 0;
        for (int n = 0; n < members[bloc]; n++) {
            int j = member[bloc][n];
            double part = total > 0 ? figures.gdp(j) / total : 1.0 / members[bloc];
            weight[cell(bloc, j)] = part;
            share[bloc][n] = part;
            invested[bloc][n] = part * figures.capital(j);
            sumOfSquares += part * part;
        }
        gdp[bloc] = total;
        squares[bloc] = sumOfSquares;
        meanPolyarchy[bloc] = members[bloc] == 0 ? 0 : regimes / members[bloc];
    }

    /** The bloc at an index. */
    Bloc bloc(int index) {
        return world.blocs().get(index);
    }
}
