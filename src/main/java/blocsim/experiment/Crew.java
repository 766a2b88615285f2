package blocsim.experiment;

import blocsim.scenario.Study;

/** The workers of one machine on one study, who share the worlds of its design points. */
public final class Crew {
    private final Study study;
    private final DesignPoints points;
    private final PointWorlds worlds;

    /** @param atOnce how many of them work at once, at least 1 */
    public Crew(Study study, int atOnce) {
        this.study = study;
        this.points = new DesignPoints(study);
        this.worlds = new PointWorlds(study, points, atOnce);
    }

    /** A worker for one thread. */
    public Worker worker() {
        return new Worker(study, points, worlds);
    }
}
