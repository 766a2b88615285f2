package blocsim.experiment;

import blocsim.TestWorlds;
import blocsim.history.Step;
import blocsim.model.Parameter;
import blocsim.model.World;
import java.time.LocalDate;

/** Ensembles that tests of this package read. */
final class SmallEnsembles {
    /** Six outsiders before a bloc of two, one of which has a dispute with Belarus. */
    static World world() {
        return TestWorlds.of("AAA", "BLR", "CCC", "CHN", "DDD", "EEE", "FFF", "UZB")
                .members("CHN", "UZB")
                .with(Parameter.EFFORT_OUTSIDER, 3)
                .with(Parameter.EFFORT_PARTNER, 3)
                .with(Parameter.EFFORT_OBSERVER, 3)
                .with(Parameter.AGENDA_BASE, 0)
                .dispute("UZB", "BLR", LocalDate.of(1990, 1, 1), LocalDate.of(2100, 1, 1))
                .build();
    }

    static Ensemble run(World world, int replicates, int threads) {
        return Ensemble.run(world, 11, replicates, threads, world.bloc("SCO"), world.state("BLR"), () -> {});
    }

    /** A bloc of one rule in which Belarus asks, is approved and enters as fast as it may. */
    static World eager() {
        return TestWorlds.of("BLR", "CHN").members("CHN").eager().build();
    }

    static Step entered(String state, String status, String date) {
        return new Step("SCO", state, status, Step.Kind.ENTERED, LocalDate.parse(date));
    }

    private SmallEnsembles() {}
}
