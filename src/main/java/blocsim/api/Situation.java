package blocsim.api;

import blocsim.engine.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How things stand on the first day of a tick, for a {@link Rule}; it is only read. Unknown codes are {@link IllegalArgumentException}. */
public final class Situation {
    private final Turn turn;

    Situation(Turn turn) {
        this.turn = turn;
    }

    /** The first day of the tick. */
    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(turn.firstDay());
    }

    /** The last day of the tick. */
    public LocalDate lastDay() {
        return LocalDate.ofEpochDay(turn.endDay() - 1L);
    }

    /** The codes of all states, in order. */
    public List<String> states() {
        return Codes.states(turn.world());
    }

    /** The codes of all blocs, in order. */
    public List<String> blocs() {
        return Codes.blocs(turn.world());
    }

    /** The id of the rung that a state holds in a bloc; {@code none} for an outsider. */
    public String status(String state, String bloc) {
        int b = Codes.bloc(turn.world(), bloc);
        return id(b, turn.rung(b, Codes.state(turn.world(), state)));
    }

    /** The id of the rung that a state has asked for and neither been given nor refused for good. */
    public Optional<String> asked(String state, String bloc) {
        int b = Codes.bloc(turn.world(), bloc);
        int rung = turn.asked(b, Codes.state(turn.world(), state));
        return rung == 0 ? Optional.empty() : Optional.of(id(b, rung));
    }

    /** The id of the rung that is approved for a state and not yet in force. */
    public Optional<String> approved(String state, String bloc) {
        int b = Codes.bloc(turn.world(), bloc);
        int rung = turn.approved(b, Codes.state(turn.world(), state));
        return rung == 0 ? Optional.empty() : Optional.of(id(b, rung));
    }

    /** The codes of a bloc's full members, in order. */
    public List<String> members(String bloc) {
        int b = Codes.bloc(turn.world(), bloc);
        int top = turn.world().blocs().get(b).ladder().top();
        var members = new ArrayList<String>();
        for (int i = 0; i < turn.world().states().size(); i++) {
            if (turn.rung(b, i) == top) {
                members.add(turn.world().states().get(i).code());
            }
        }
        return List.copyOf(members);
    }

    /** How closely two states are aligned, in [-1, 1]. */
    public double alignment(String state, String other) {
        return turn.alignment(Codes.state(turn.world(), state), Codes.state(turn.world(), other));
    }

    /** The share of a state's trade that it has with another, in [0, 1]. */
    public double tradeShare(String state, String other) {
        return turn.figures().tradeShare(Codes.state(turn.world(), state), Codes.state(turn.world(), other));
    }

    /** GDP of a state in US dollars of the panel. */
    public double gdp(String state) {
        return turn.figures().gdp(Codes.state(turn.world(), state));
    }

    /** The democracy index of a state, in [0, 1]. */
    public double polyarchy(String state) {
        return turn.figures().polyarchy(Codes.state(turn.world(), state));
    }

    private String id(int bloc, int rung) {
        return turn.world().blocs().get(bloc).ladder().id(rung);
    }
}
