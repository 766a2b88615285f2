package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.input.InputException;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.panel.Request;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one fitted number of the Belarus scenario: what it takes to ask the SCO. */
class FittedEffortTest {
    private static final Path FILE = Path.of("scenarios", "belarus-sco.json");
    private static final String FOCUS = "BLR";
    private static final int FIRST_YEAR = 2002;
    private static final int LAST_YEAR = 2013;
    private static final double SHARE_ON_RECORD = 0.75;
    private static final int LAPSE_YEARS = 10;

    /** Of the other states' requests, expected each year from the standings on record, three in four are on record. */
    @Test
    void theOthersMakeAsManyRequestsUpTo2013AsAreOnRecord() throws InputException {
        double expected = 0;
        int recorded = 0;
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            var prepared = Prepared.read(
                    FILE, List.of("/horizon/start=\"" + year + "-01-01\"", "/horizon/end=\"" + year + "-12-31\""));
            expected += expected(prepared.world(), requests(prepared.panel()), LocalDate.of(year, 1, 1));
            int of = year;
            recorded += (int) requests(prepared.panel()).stream()
                    .filter(request -> request.applied().getYear() == of)
                    .filter(request -> prepared.world().state(request.iso3()) != World.NONE)
                    .filter(request -> !request.iso3().equals(FOCUS))
                    .count();
        }
        assertEquals(21, recorded);
        assertEquals(recorded, SHARE_ON_RECORD * expected, 1);
    }

    private static List<Request> requests(Panel panel) {
        return panel.requests("SCO").stream().filter(request -> !request.gate()).toList();
    }

    private static double expected(World world, List<Request> requests, LocalDate day) {
        double[] sum = {0};
        new Simulator(world).run(1, 0, new Recorder() {
            @Override
            public boolean wantsReasons() {
                return true;
            }

            @Override
            public void weighed(
                    int tick, int bloc, int state, int rung, double hope, double utility, double probability) {
                String code = world.states().get(state).code();
                if (!code.equals(FOCUS) && requests.stream().noneMatch(r -> pending(r, requests, code, day))) {
                    sum[0] += probability;
                }
            }
        });
        return sum[0];
    }

    /** Whether a state's request was made before a day, and neither decided nor overtaken by then. */
    private static boolean pending(Request request, List<Request> all, String code, LocalDate day) {
        return request.iso3().equals(code)
                && request.applied().isBefore(day)
                && end(request, all).isAfter(day);
    }

    private static LocalDate end(Request request, List<Request> all) {
        var decided = request.decided();
        boolean open = request.outcome() == Request.Outcome.LAPSED || request.outcome() == Request.Outcome.PENDING;
        var last = decided != null ? decided : open ? request.applied().plusYears(LAPSE_YEARS) : request.applied();
        return all.stream()
                .filter(other -> other.iso3().equals(request.iso3()))
                .map(Request::applied)
                .filter(applied -> applied.isAfter(request.applied()) && applied.isBefore(last))
                .min(LocalDate::compareTo)
                .orElse(last);
    }
}
