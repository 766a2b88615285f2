package blocsim.history;

import blocsim.panel.Check;
import blocsim.panel.Decision;
import blocsim.panel.Membership;
import blocsim.panel.Panel;
import blocsim.panel.Precision;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who was a full member of which organisation in which year, as a user's file tells: organisations are blocs of one rung, and full
 * membership is it. Associates and observers stand outside.
 *
 * <p>Where a year's status is not known, that of the year before is held. An organisation with fewer than {@link Cells#LEAST_MEMBERS} full
 * members in a year is taken not to exist in it, so that who founds one does not join it.
 */
public final class Organisations {
    private static final double REGIONAL = 0.5;
    private static final String SOURCE = "file of memberships";

    /** By organisation, then year: its full members. */
    private final SortedMap<String, SortedMap<Integer, SortedSet<String>>> members = new TreeMap<>();

    private final Set<String> unknown = new HashSet<>();
    private final int first;
    private final int last;

    /** @param rows of at least one year */
    public Organisations(List<Membership> rows) {
        var full = new TreeMap<String, SortedMap<Integer, SortedSet<String>>>();
        int earliest = Integer.MAX_VALUE;
        int latest = Integer.MIN_VALUE;
        for (Membership row : rows) {
            earliest = Math.min(earliest, row.year());
            latest = Math.max(latest, row.year());
            var years = full.computeIfAbsent(row.organisation(), code -> new TreeMap<>());
            if (row.level() == Membership.Level.FULL) {
                years.computeIfAbsent(row.year(), year -> new TreeSet<>()).add(row.iso3());
            } else if (row.level() == Membership.Level.UNKNOWN) {
                unknown.add(key(row.organisation(), row.iso3(), row.year()));
            }
        }
        this.first = earliest;
        this.last = latest;
        full.forEach((code, years) -> members.put(code, held(code, years)));
    }

    private SortedMap<Integer, SortedSet<String>> held(String code, SortedMap<Integer, SortedSet<String>> years) {
        var held = new TreeMap<Integer, SortedSet<String>>();
        SortedSet<String> before = Collections.emptySortedSet();
        for (int year = first; year <= last; year++) {
            var now = new TreeSet<>(years.getOrDefault(year, Collections.emptySortedSet()));
            for (String state : before) {
                if (unknown.contains(key(code, state, year))) {
                    now.add(state);
                }
            }
            held.put(year, now);
            before = now;
        }
        held.values().removeIf(set -> set.size() < Cells.LEAST_MEMBERS);
        return held;
    }

    private static String key(String organisation, String state, int year) {
        return organisation + " " + state + " " + year;
    }

    /** The first year of the file. */
    public int first() {
        return first;
    }

    /** The last year of the file. */
    public int last() {
        return last;
    }

    /** The codes of all organisations, in their order. */
    public List<String> codes() {
        return List.copyOf(members.keySet());
    }

    /** The full members in a year; none where the organisation has too few to count. */
    public SortedSet<String> members(String organisation, int year) {
        return Collections.unmodifiableSortedSet(Objects.requireNonNullElse(
                        members.get(organisation), Collections.<Integer, SortedSet<String>>emptySortedMap())
                .getOrDefault(year, Collections.emptySortedSet()));
    }

    /** Whether the file tells if a state was a member in a year. */
    public boolean tells(String organisation, String state, int year) {
        return year >= first && year <= last && !unknown.contains(key(organisation, state, year));
    }

    /**
     * The regional organisations, as far as one could tell at the end of a year: those whose members' capitals, in the last year by then in
     * which they existed, lie on average less than {@value #REGIONAL} times as far apart as those of all states that belonged to any
     * organisation in that year.
     *
     * @param panel that knows the capitals
     * @param from organisations that ended before this year are left out
     * @param year nothing later is looked at
     * @return their codes in order
     */
    public List<String> regional(Panel panel, int from, int year) {
        var all = new TreeMap<Integer, Double>();
        var regional = new ArrayList<String>();
        members.forEach((code, years) -> {
            var known = years.subMap(from, year + 1);
            if (!known.isEmpty()) {
                int latest = known.lastKey();
                double everywhere = all.computeIfAbsent(latest, when -> distance(panel, states(when)));
                if (distance(panel, members(code, latest)) < REGIONAL * everywhere) {
                    regional.add(code);
                }
            }
        });
        return List.copyOf(regional);
    }

    private SortedSet<String> states(int year) {
        var states = new TreeSet<String>();
        members.values().forEach(years -> states.addAll(years.getOrDefault(year, Collections.emptySortedSet())));
        return states;
    }

    /** The mean distance in km between the capitals of states; not a number where fewer than two are known. */
    private static double distance(Panel panel, SortedSet<String> states) {
        var list = List.copyOf(states);
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < list.size(); a++) {
            for (int b = 0; b < a; b++) {
                double km = panel.capitalDistanceKm(list.get(a), list.get(b));
                if (!Double.isNaN(km)) {
                    sum += km;
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    /**
     * A panel whose record of blocs is this file: a standing where a state becomes a member or ceases to be one, and a decision where it
     * joins an organisation that existed the year before. The file knows years only: what is of a year is known from its end.
     */
    public Panel record(Panel panel) {
        var standings = new ArrayList<Standing>();
        var decisions = new ArrayList<Decision>();
        members.forEach((code, years) -> {
            var ever = new HashSet<String>();
            for (int year = first; year <= last; year++) {
                var before = members(code, year - 1);
                var now = members(code, year);
                for (String state : now) {
                    if (!before.contains(state)) {
                        standings.add(standing(code, state, Status.MEMBER, year));
                        if (!before.isEmpty()) {
                            Status from = ever.contains(state) ? Status.WITHDRAWN : Status.NONE;
                            decisions.add(new Decision(code, state, from, Status.MEMBER, LocalDate.of(year, 12, 31)));
                        }
                        ever.add(state);
                    }
                }
                for (String state : before) {
                    if (!now.contains(state)) {
                        standings.add(standing(code, state, Status.WITHDRAWN, year));
                    }
                }
            }
        });
        return panel.recording(standings, decisions);
    }

    private static Standing standing(String code, String state, Status status, int year) {
        return new Standing(
                code,
                state,
                status,
                LocalDate.of(year, 1, 1),
                status == Status.MEMBER ? "member" : "no member any more",
                SOURCE,
                null,
                Precision.YEAR,
                Check.COW);
    }
}
