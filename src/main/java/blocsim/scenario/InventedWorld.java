package blocsim.scenario;

import blocsim.model.Geography;
import blocsim.model.PairFigures;
import blocsim.model.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What lies between the invented states of a scenario, in place of the panel's tables of pairs; the same on every day. */
final class InventedWorld {
    private final List<Profile> profiles;
    private final Map<String, Integer> index = new HashMap<>();
    private final PairFigures sharedBodies;
    private final PairFigures rivals;

    /** @param profiles of the states, in the order of their indices */
    InventedWorld(List<Profile> profiles) {
        this.profiles = List.copyOf(profiles);
        profiles.forEach(profile -> index.put(profile.state().code(), index.size()));
        this.sharedBodies = readSharedBodies();
        this.rivals = readRivals();
    }

    /** m_ij: the cosine of memberships in bodies, each counting by one over its members. */
    PairFigures sharedBodies() {
        return sharedBodies;
    }

    /** 1 for a pair of rivals. */
    PairFigures rivals() {
        return rivals;
    }

    private PairFigures readSharedBodies() {
        int states = profiles.size();
        var members = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < states; i++) {
            for (var body : new TreeSet<>(profiles.get(i).relations().bodies())) {
                members.computeIfAbsent(body, key -> new ArrayList<>()).add(i);
            }
        }
        var own = new double[states];
        members.values().forEach(list -> list.forEach(i -> own[i] += 1.0 / list.size()));
        var draft = new PairFigures.Draft(states, states);
        var common = new double[states];
        for (int i = 0; i < states; i++) {
            var partners = new TreeSet<Integer>();
            for (var body : new TreeSet<>(profiles.get(i).relations().bodies())) {
                var list = members.getOrDefault(body, List.of());
                for (int j : list) {
                    common[j] += 1.0 / list.size();
                    partners.add(j);
                }
            }
            for (int j : partners) {
                if (j != i) {
                    draft.set(i, j, Math.min(1, common[j] / StrictMath.sqrt(own[i] * own[j])));
                }
                common[j] = 0;
            }
        }
        return draft.freeze();
    }

    private PairFigures readRivals() {
        var draft = new PairFigures.Draft(profiles.size(), profiles.size());
        for (int i = 0; i < profiles.size(); i++) {
            for (var code : profiles.get(i).relations().rivals()) {
                draft.set(i, at(code), 1);
                draft.set(at(code), i, 1);
            }
        }
        return draft.freeze();
    }

    /** Borders and neighbours. */
    Geography geography() {
        var near = new ArrayList<Set<Integer>>();
        profiles.forEach(profile -> near.add(new TreeSet<>()));
        var borders = new ArrayList<int[]>();
        for (int i = 0; i < profiles.size(); i++) {
            var relations = profiles.get(i).relations();
            for (var code : relations.near()) {
                join(near, i, at(code));
            }
            for (var code : relations.borders()) {
                join(near, i, at(code));
                borders.add(new int[] {i, at(code)});
            }
        }
        var lists = near.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        return new Geography(lists, lists.stream().mapToInt(list -> list.length).toArray(), borders);
    }

    private static void join(List<Set<Integer>> near, int i, int j) {
        near.get(i).add(j);
        near.get(j).add(i);
    }

    private int at(String code) {
        Integer at = index.get(code);
        if (at == null) {
            throw new IllegalStateException("no state has the code " + code);
        }
        return at;
    }
}
