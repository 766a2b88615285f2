package blocsim.api;

import java.time.LocalDate;

/**
 * What a {@link Rule} lets happen to one state in one bloc on a day.
 *
 * @param kind what it is
 * @param state code of the state
 * @param bloc code of the bloc
 * @param status id of the rung it is about; empty where a state goes out
 * @param date a day of the tick
 */
public record Move(Kind kind, String state, String bloc, String status, LocalDate date) {
    /** What may happen. */
    public enum Kind {
        /** A state asks for a rung. */
        ASK,
        /** A state takes back what it asked for. */
        WITHDRAW,
        /** A bloc approves a rung without a summit. */
        APPROVE,
        /** A state leaves. */
        LEAVE,
        /** A bloc puts a state out. */
        EXPEL
    }

    /** A state asks for a rung. Nothing comes of it if it holds that rung, has asked already, or has an approval. */
    public static Move ask(String state, String bloc, String status, LocalDate date) {
        return new Move(Kind.ASK, state, bloc, status, date);
    }

    /** A state takes back what it asked for. Nothing comes of it if it has not asked for that rung. */
    public static Move withdraw(String state, String bloc, String status, LocalDate date) {
        return new Move(Kind.WITHDRAW, state, bloc, status, date);
    }

    /**
     * A bloc approves a rung for a state without a summit; it comes into force after the months that the rung takes, if the state still
     * wants it. Nothing comes of it if the state holds the rung or has an approval.
     */
    public static Move approve(String state, String bloc, String status, LocalDate date) {
        return new Move(Kind.APPROVE, state, bloc, status, date);
    }

    /** A state leaves a bloc, whatever its notice. Nothing comes of it if it is an outsider. */
    public static Move leave(String state, String bloc, LocalDate date) {
        return new Move(Kind.LEAVE, state, bloc, "", date);
    }

    /** A bloc puts a state out. Nothing comes of it if it is an outsider. */
    public static Move expel(String state, String bloc, LocalDate date) {
        return new Move(Kind.EXPEL, state, bloc, "", date);
    }
}
