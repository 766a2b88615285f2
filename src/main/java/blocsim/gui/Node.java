package blocsim.gui;

import blocsim.model.World;

/**
 * What a display shows as one mark: a state with a bloc, or a bloc itself. Each node is an object of its own.
 */
final class Node {
    private final int bloc;
    private final int state;

    private Node(int bloc, int state) {
        this.bloc = bloc;
        this.state = state;
    }

    /** A state as it stands with a bloc. */
    static Node standing(int bloc, int state) {
        return new Node(bloc, state);
    }

    /** A bloc. */
    static Node bloc(int bloc) {
        return new Node(bloc, World.NONE);
    }

    /** The bloc's index. */
    int bloc() {
        return bloc;
    }

    /** The state's index; {@link World#NONE} of a bloc itself. */
    int state() {
        return state;
    }

    boolean isBloc() {
        return state == World.NONE;
    }
}
