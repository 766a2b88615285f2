package blocsim.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something dated that happens to states from outside the model. Each event redraws the stances in every pending case that
 * involves a state it touches, on its first day and on its last.
 */
public sealed interface Event {
    /** Its key in the scenario. */
    String id();

    /** The first day it holds. */
    LocalDate from();

    /** The first day it holds no more; null for no end, and for events of one day. */
    @Nullable LocalDate until();

    /** Codes of the states it touches. */
    List<String> touches();

    /**
     * A member has a grievance against a candidate, which makes its objection to some rungs more likely.
     *
     * @param rungs ids of the rungs it concerns
     * @param strength dispute_ij in [0, 1]
     */
    record Objection(
            String id,
            String bloc,
            String objector,
            String candidate,
            List<String> rungs,
            double strength,
            LocalDate from,
            @Nullable LocalDate until)
            implements Event {
        /** Copies the list. */
        public Objection {
            rungs = List.copyOf(rungs);
        }

        @Override
        public List<String> touches() {
            return List.of(objector, candidate);
        }
    }

    /**
     * A sponsor stands up for a candidate in a bloc.
     *
     * @param resolve resolve_p(i) in [0, 1]
     */
    record Guarantee(
            String id,
            String bloc,
            String sponsor,
            String candidate,
            double resolve,
            LocalDate from,
            @Nullable LocalDate until)
            implements Event {
        @Override
        public List<String> touches() {
            return List.of(sponsor, candidate);
        }
    }

    /** Two or more states are in open armed conflict with each other. */
    record War(
            String id,
            List<String> states,
            LocalDate from,
            @Nullable LocalDate until) implements Event {
        /** Copies the list. */
        public War {
            states = List.copyOf(states);
        }

        @Override
        public List<String> touches() {
            return states;
        }
    }

    /**
     * A sender of sanctions puts them on a state, or holds them off although the record has them.
     *
     * @param sender {@code EU}, {@code US} or {@code UN}
     * @param inForce true where the event puts sanctions on, false where it keeps them off
     */
    record Sanctions(
            String id,
            String sender,
            String target,
            boolean inForce,
            LocalDate from,
            @Nullable LocalDate until) implements Event {
        @Override
        public List<String> touches() {
            return List.of(target);
        }
    }

    /** A state changes its leader or its regime; stances are thought over, and nothing else changes by itself. */
    record LeadershipChange(String id, String state, LocalDate from) implements Event {
        @Override
        public @Nullable LocalDate until() {
            return null;
        }

        @Override
        public List<String> touches() {
            return List.of(state);
        }
    }

    /**
     * Trade between two states is multiplied for a time.
     *
     * @param factor at least 0; 1 changes nothing
     */
    record TradeShock(
            String id,
            String a,
            String b,
            double factor,
            LocalDate from,
            @Nullable LocalDate until) implements Event {
        @Override
        public List<String> touches() {
            return List.of(a, b);
        }
    }

    /**
     * A state's ideal point moves for a time.
     *
     * @param shift added to the ideal point, on the scale of Bailey, Strezhnev and Voeten (2017)
     */
    record AlignmentShift(
            String id,
            String state,
            double shift,
            LocalDate from,
            @Nullable LocalDate until) implements Event {
        @Override
        public List<String> touches() {
            return List.of(state);
        }
    }

    /**
     * A bloc offers a rung to a class of states, which puts all of them before its next summits without their asking.
     *
     * @param rung id of the rung
     * @param states codes of the class
     */
    record Offer(String id, String bloc, String rung, List<String> states, LocalDate from) implements Event {
        /** Copies the list. */
        public Offer {
            states = List.copyOf(states);
        }

        @Override
        public @Nullable LocalDate until() {
            return null;
        }

        @Override
        public List<String> touches() {
            return states;
        }
    }

    /**
     * A bloc decides on some candidates together or not at all, as long as all of them ask for the rung.
     *
     * @param rung id of the rung
     * @param states codes of at least two candidates
     */
    record PackageVote(
            String id,
            String bloc,
            String rung,
            List<String> states,
            LocalDate from,
            @Nullable LocalDate until) implements Event {
        /** Copies the list. */
        public PackageVote {
            states = List.copyOf(states);
        }

        @Override
        public List<String> touches() {
            return states;
        }
    }

    /** A member takes no part in decisions for a time, and keeps its seat. */
    record Suspension(
            String id,
            String bloc,
            String state,
            LocalDate from,
            @Nullable LocalDate until) implements Event {
        @Override
        public List<String> touches() {
            return List.of(state);
        }
    }

    /**
     * A power invests in states by a programme of its own, outside any bloc; it counts for blocs of which the power is a member.
     *
     * @param strength by how much the power's capacity to invest counts for more, at least 0; 1 doubles it
     */
    record Programme(
            String id,
            String sponsor,
            List<String> states,
            double strength,
            LocalDate from,
            @Nullable LocalDate until) implements Event {
        /** Copies the list. */
        public Programme {
            states = List.copyOf(states);
        }

        @Override
        public List<String> touches() {
            return states;
        }
    }

    /** A bloc puts a state out. */
    record Expulsion(String id, String bloc, String state, LocalDate from) implements Event {
        @Override
        public @Nullable LocalDate until() {
            return null;
        }

        @Override
        public List<String> touches() {
            return List.of(state);
        }
    }
}
