package blocsim.report;

import blocsim.experiment.Stops;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Findings as maps, and as charts of who stood in the way and who stood with whom. */
final class RunGallery {
    private static final double RELIES = .25;
    private static final double IN_MOST = .5;

    private final RunView view;
    private final World world;
    private final String source;

    /** @param source where the figures come from */
    RunGallery(RunView view, String source) {
        this.view = view;
        this.world = view.world();
        this.source = source;
    }

    /** The map of the last tick on record, and small maps; none if no state has a place on a map. */
    List<Chart> maps() {
        var charts = new ArrayList<Chart>();
        var maps = new RunMaps(view, source);
        if (maps.possible()) {
            charts.add(maps.now());
            var years = maps.years();
            if (years.size() > 1) {
                charts.add(maps.series(years));
            }
        }
        return charts;
    }

    /** The charts of reasons: objectors, the matrix of stances and the network, without those that have nothing to show. */
    List<Chart> why(Reasons reasons) {
        var charts = new ArrayList<Chart>();
        var all = reasons.objectors();
        if (!all.isEmpty()) {
            var shown = all.subList(0, Math.min(ObjectorsChart.MOST, all.size()));
            charts.add(new ObjectorsChart(
                    view.stateName(), view.blocName(), reasons.stopped(), shown, all.size() - shown.size(), source));
        }
        var stops = Stops.of(view.findings().ensemble(), view.bloc());
        if (!stops.isEmpty()) {
            charts.add(matrix(stops));
        }
        network().ifPresent(charts::add);
        return charts;
    }

    private StanceMatrixChart matrix(List<Stops> all) {
        var shown = all.subList(0, Math.min(StanceMatrixChart.MOST_APPLICANTS, all.size()));
        var voters = new ArrayList<Integer>();
        for (int j = 0; j < world.states().size(); j++) {
            if (objections(shown, j) > 0) {
                voters.add(j);
            }
        }
        voters.sort(Comparator.comparing((Integer j) -> -objections(shown, j)).thenComparing(j -> j));
        var columns = voters.subList(0, Math.min(StanceMatrixChart.MOST_VOTERS, voters.size()));
        return new StanceMatrixChart(
                view.blocName(),
                columns.stream()
                        .map(j -> new StanceMatrixChart.Voter(
                                world.states().get(j).code(),
                                world.states().get(j).name()))
                        .toList(),
                shown.stream()
                        .map(row -> new StanceMatrixChart.Applicant(
                                world.states().get(row.state()).name(),
                                world.states().get(row.state()).code(),
                                RunView.estimate(row.stopped()),
                                columns.stream()
                                        .map(j -> (double) row.objected().get(j) / row.stops())
                                        .toList()))
                        .toList(),
                all.size() - shown.size(),
                source);
    }

    private static int objections(List<Stops> rows, int voter) {
        return rows.stream().mapToInt(row -> row.objected().get(voter)).sum();
    }

    /** Memberships and ties at the end of the last tick on record; empty if there are none. */
    private Optional<NetworkChart> network() {
        int tick = view.lastTickOnRecord();
        LocalDate day = view.endOfTick(tick);
        var ties = ties(day);
        var tied = new TreeSet<String>();
        ties.forEach(tie -> {
            tied.add(tie.from());
            tied.add(tie.to());
        });
        var members = new ArrayList<NetworkChart.Member>();
        for (int i = 0; i < world.states().size(); i++) {
            var blocs = new ArrayList<String>();
            for (int b = 0; b < world.blocs().size(); b++) {
                int top = world.blocs().get(b).ladder().top();
                if (view.findings().ensemble().count(tick, b, i, top) > IN_MOST * view.runs()) {
                    blocs.add(world.blocs().get(b).code());
                }
            }
            var state = world.states().get(i);
            boolean focus = state.code().equals(view.scenario().focus().state());
            if (!blocs.isEmpty() || focus || tied.contains(state.code())) {
                members.add(new NetworkChart.Member(state.name(), state.code(), blocs));
            }
        }
        return ties.isEmpty()
                        && members.stream().allMatch(member -> member.blocs().isEmpty())
                ? Optional.empty()
                : Optional.of(new NetworkChart(
                        day,
                        view.stateName(),
                        world.blocs().stream().map(bloc -> bloc.code()).toList(),
                        members,
                        ties,
                        source));
    }

    private List<NetworkChart.Tie> ties(LocalDate day) {
        var ties = new ArrayList<NetworkChart.Tie>();
        view.scenario()
                .states()
                .forEach((code, profile) -> profile.patrons().forEach((patron, reliance) -> {
                    double strength = reliance.at(day, 0.0);
                    if (strength >= RELIES && world.state(patron) >= 0) {
                        ties.add(new NetworkChart.Tie(patron, code, false, strength));
                    }
                }));
        for (var backing : world.facts().backings()) {
            if (backing.from() <= day.toEpochDay()) {
                String from = world.states().get(backing.sponsor()).code();
                String to = world.states().get(backing.candidate()).code();
                boolean told = ties.stream()
                        .anyMatch(tie -> tie.guarantee()
                                && tie.from().equals(from)
                                && tie.to().equals(to));
                if (!told) {
                    ties.add(new NetworkChart.Tie(from, to, true, backing.resolve()));
                }
            }
        }
        return ties;
    }
}
