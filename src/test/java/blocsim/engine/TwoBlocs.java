package blocsim.engine;

import blocsim.model.AdmissionRule;
import blocsim.model.Bloc;
import blocsim.model.Dated;
import blocsim.model.Facts;
import blocsim.model.Figures;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Worlds of two blocs that shut each other out, each with the one rung of a full member. To a state a bloc is worth its members'
 * share in the state's trade and nothing else; asking costs nothing; who asks is admitted and enters within the tick; nobody
 * leaves but for the other bloc.
 */
final class TwoBlocs {
    static final int NEITHER = -1;

    private static final LocalDate START = LocalDate.of(2001, 1, 1);
    private static final List<String> CODES = List.of("AAA", "BBB");
    private static final int MEMBER = 1;

    private final double[][] tradeShare;
    private final Map<Parameter, Double> parameters = new EnumMap<>(Parameter.class);
    private int ticks = 1;
    private int days = 365;

    /** @param tradeShare x_ij, shape (states, states) */
    TwoBlocs(double[][] tradeShare) {
        this.tradeShare = Arrays.stream(tradeShare).map(double[]::clone).toArray(double[][]::new);
        List.of(
                        Parameter.FACE,
                        Parameter.EFFORT_OUTSIDER,
                        Parameter.EFFORT_PARTNER,
                        Parameter.EFFORT_OBSERVER,
                        Parameter.SIZE,
                        Parameter.NETWORK,
                        Parameter.ALIGNMENT,
                        Parameter.STATUS,
                        Parameter.AUTONOMY,
                        Parameter.PATRONS,
                        Parameter.REGIME_COST,
                        Parameter.BLOC_SPREAD,
                        Parameter.SUMMIT_SPREAD,
                        Parameter.WITHDRAWAL_RATE,
                        Parameter.EXIT_RATE)
                .forEach(parameter -> parameters.put(parameter, 0.0));
        parameters.put(Parameter.AGENDA_BASE, 20.0);
    }

    TwoBlocs with(Parameter parameter, double value) {
        parameters.put(parameter, value);
        return this;
    }

    /** So many ticks of so many days, each with a summit of both blocs on its last day. */
    TwoBlocs ticks(int count, int length) {
        ticks = count;
        days = length;
        return this;
    }

    /** A world that starts with each state in bloc 0, in bloc 1 or in {@link #NEITHER}. */
    World world(int... blocOf) {
        int states = tradeShare.length;
        int first = (int) START.toEpochDay();
        var bounds =
                IntStream.rangeClosed(0, ticks).mapToObj(k -> first + k * days).toList();
        var start = new ArrayList<Start>();
        for (int b = 0; b < CODES.size(); b++) {
            for (int i = 0; i < states; i++) {
                if (blocOf[i] == b) {
                    start.add(Start.holding(b, i, MEMBER, first));
                }
            }
        }
        int[] summits = bounds.stream().skip(1).mapToInt(end -> end - 1).toArray();
        var open = new byte[ticks][states];
        for (var atSummit : open) {
            Arrays.fill(atSummit, (byte) (1 << MEMBER));
        }
        return new World(
                IntStream.range(0, states)
                        .mapToObj(i -> new State("S0" + i, "S0" + i))
                        .toList(),
                List.of(bloc("AAA", List.of("BBB")), bloc("BBB", List.of())),
                Parameters.with(parameters),
                bounds,
                Collections.nCopies(ticks, figures()),
                Collections.nCopies(ticks, false),
                new Geography(Collections.nCopies(states, new int[0]), new int[states], List.of()),
                start,
                new Meetings(List.of(summits, summits), List.of(open, open)),
                new Facts.Draft(states).freeze(),
                World.NONE);
    }

    private Figures figures() {
        int states = tradeShare.length;
        var draft = new Figures.Draft(states, CODES.size()).worldGdp(1e14);
        for (int i = 0; i < states; i++) {
            draft.gdp(i, 1e12);
            for (int j = 0; j < states; j++) {
                draft.tradeShare(i, j, tradeShare[i][j]);
            }
            for (int b = 0; b < CODES.size(); b++) {
                draft.gates(b, i, 1 << MEMBER, 1 << MEMBER);
            }
        }
        return draft.freeze();
    }

    private static Bloc bloc(String code, List<String> exclusiveWith) {
        return new Bloc(
                code,
                code,
                null,
                null,
                List.of(),
                new Ladder(List.of(new Rung("member", "Member", 3, 1, 1, 0, null, null, null, null, null))),
                Dated.always(0.0),
                Dated.always(0.0),
                null,
                Map.of(),
                Dated.always(new AdmissionRule.VetoHolders(List.of())),
                null,
                0,
                0,
                exclusiveWith,
                List.of(),
                new SummitCalendar(List.of(), MonthDay.of(7, 1)));
    }
}
