package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.panel.Decision;
import blocsim.panel.Panel;
import blocsim.panel.Reading;
import blocsim.panel.Request;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the logits read of a bloc and a state at an origin, from a panel as of that origin.
 *
 * <p>All inputs stand on fixed scales of about 1, so that one penalty is fair to all.
 */
final class Inputs {
    private static final double RUNGS = 3;
    private static final int NEAREST = 3;
    private static final int MOMENTUM_YEARS = 3;
    private static final int STALE_YEARS = 10;
    private static final double GDP_CENTRE = 23.8;
    private static final double GDP_SCALE = 2.4;
    private static final double DISTANCE_SCALE = 2;
    private static final double HALF_WAY_ROUND = 20_015;

    private final Panel known;
    private final int year;
    private final LocalDate origin;
    private final Map<String, Status> statuses = new HashMap<>();
    private final List<String> members = new ArrayList<>();
    private final double[] weights;
    private final double[] points;
    private final double worldShare;
    private final double momentum;
    private final Map<String, Request> pending = new HashMap<>();

    /** @param known the panel as of the origin */
    Inputs(Panel known, LocalDate origin, String bloc) {
        this.known = known;
        this.origin = origin;
        this.year = origin.getYear();
        for (Standing standing : known.standings(bloc)) {
            if (standing.inForce()) {
                statuses.put(standing.iso3(), standing.status());
            }
        }
        statuses.entrySet().stream()
                .filter(entry -> entry.getValue() == Status.MEMBER)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(members::add);
        weights = members.stream().mapToDouble(this::gdp).toArray();
        double total = Arrays.stream(weights).sum();
        worldShare = total / known.worldGdp(year, year);
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= total;
        }
        points = members.stream()
                .mapToDouble(member -> known.idealPoint(member, year, year).value())
                .toArray();
        int recent = 0;
        for (Decision decision : known.decisions(bloc)) {
            recent += decision.decided().isAfter(origin.minusYears(MOMENTUM_YEARS)) ? 1 : 0;
        }
        momentum = StrictMath.log1p(recent);
        for (Request request : known.requests(bloc)) {
            if (!request.gate()) {
                pending.put(request.iso3(), request);
            }
        }
    }

    private double gdp(String state) {
        Reading reading = known.gdp(state, year, year);
        return reading.known() ? reading.value() : 0;
    }

    /** The share of the members in the state's trade, in [0, 1]. */
    double trade(Cell cell) {
        return Arrays.stream(known.tradeShares(cell.state(), members, year, year))
                .sum();
    }

    /** The distance to the members' ideal points, weighted by their products, over {@value #DISTANCE_SCALE}. */
    double distance(Cell cell) {
        double own = known.idealPoint(cell.state(), year, year).value();
        double sum = 0;
        double total = 0;
        for (int j = 0; j < points.length; j++) {
            if (!Double.isNaN(points[j])) {
                sum += weights[j] * Math.abs(own - points[j]);
                total += weights[j];
            }
        }
        return total == 0 ? 0 : sum / total / DISTANCE_SCALE;
    }

    /** 1 on a rung below the top, else 0. */
    double onLadder(Cell cell) {
        return Heights.of(cell.from()) > 0 ? 1 : 0;
    }

    /** The mean of the three largest cosines of shared memberships with members, in [0, 1]. */
    double network(Cell cell) {
        var cosines = new double[members.size()];
        for (int j = 0; j < cosines.length; j++) {
            double cosine = known.comembership(cell.state(), members.get(j), year, year);
            cosines[j] = Double.isNaN(cosine) ? 0 : cosine;
        }
        Arrays.sort(cosines);
        double sum = 0;
        for (int k = 1; k <= NEAREST; k++) {
            sum += cosines[cosines.length - k];
        }
        return sum / NEAREST;
    }

    /** The share of members bound by a defence pact with the state, in [0, 1]. */
    double allies(Cell cell) {
        int count = 0;
        for (String member : members) {
            count += known.ally(cell.state(), member, origin) ? 1 : 0;
        }
        return (double) count / members.size();
    }

    /** How high on the ladder the neighbours within 300 km stand, in [0, 1]. */
    double near(Cell cell) {
        List<String> neighbours = known.within300km(cell.state());
        double sum = 0;
        for (String neighbour : neighbours) {
            sum += Math.min(RUNGS, Heights.of(statuses.getOrDefault(neighbour, Status.NONE))) / RUNGS;
        }
        return neighbours.isEmpty() ? 0 : sum / neighbours.size();
    }

    /** ln(1 + thousands of km to the nearest member's capital), as if at the antipodes where no capital is known. */
    double capitals(Cell cell) {
        double nearest = HALF_WAY_ROUND;
        for (String member : members) {
            double km = known.capitalDistanceKm(cell.state(), member);
            nearest = Double.isNaN(km) ? nearest : Math.min(nearest, km);
        }
        return StrictMath.log1p(nearest / 1000);
    }

    /** How far the state's polyarchy lies from the members' mean, in [0, 1]; 0 where nothing is known. */
    double regimes(Cell cell) {
        double own = known.polyarchy(cell.state(), year, year).value();
        double sum = 0;
        int count = 0;
        for (String member : members) {
            double theirs = known.polyarchy(member, year, year).value();
            sum += Double.isNaN(theirs) ? 0 : theirs;
            count += Double.isNaN(theirs) ? 0 : 1;
        }
        return Double.isNaN(own) || count == 0 ? 0 : Math.abs(own - sum / count);
    }

    /** ln(1 + decisions of the bloc in the last three years). */
    double momentum() {
        return momentum;
    }

    /** The state's product: its logarithm in dollars less 23.8, over 2.4, held within 2. */
    double size(Cell cell) {
        double size = (StrictMath.log(gdp(cell.state())) - GDP_CENTRE) / GDP_SCALE;
        return Math.max(-2, Math.min(2, size));
    }

    /** The share of the members in the world's product, in [0, 1]. */
    double worldShare() {
        return worldShare;
    }

    /** 1 if the state's last request in the bloc is without an answer and not older than ten years, else 0. */
    double pending(Cell cell) {
        Request last = pending.get(cell.state());
        boolean open = last != null
                && last.outcome() == Request.Outcome.PENDING
                && !last.applied().isBefore(origin.minusYears(STALE_YEARS))
                && Heights.of(last.sought()) > Heights.of(cell.from());
        return open ? 1 : 0;
    }
}
