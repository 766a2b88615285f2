package blocsim.forecast;

import blocsim.panel.Status;

/** How high a status stands on the ladder that all blocs are scored on. */
final class Heights {
    /** How many heights there are. */
    static final int COUNT = 5;

    private Heights() {}

    static int of(Status status) {
        return switch (status) {
            case NONE, WITHDRAWN -> 0;
            case PARTNER -> 1;
            case OBSERVER -> 2;
            case CANDIDATE -> 3;
            case MEMBER -> 4;
        };
    }
}
