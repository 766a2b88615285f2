package blocsim.gui;

import blocsim.model.World;

/**
 * What a display shows as one mark: a state with a bloc, or a bloc itself. Each node is an object of its own.
 */
final class Node {
    private final int bloc;
    private final int state;
    private final boolean labelLeft;

    private Node(int bloc, int state, boolean labelLeft) {
        this.bloc = bloc;
        this.state = state;
        this.labelLeft = labelLeft;
    }

    /**
     * A state as it stands with a bloc.
     *
     * @param labelLeft whether its code stands to the left of its mark
     */
    static Node standing(int bloc, int state, boolean labelLeft) {
        return new Node(bloc, state, labelLeft);
    }

    /** A bloc. */
    static Node bloc(int bloc) {
        return new Node(bloc, World.NONE, false);
    }

    /** The bloc's index. */
    int bloc() {
        return bloc;
    }

    /** The state's index; {@link World#NONE} of a bloc itself. */
    int state() {
        return state;
    }

    boolean labelLeft() {
        return labelLeft;
    }

    boolean isBloc() {
        return state == World.NONE;
    }
}
