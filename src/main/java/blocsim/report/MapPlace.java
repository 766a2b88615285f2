package blocsim.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state on a map, and how likely each status is.
 *
 * @param code its code
 * @param name its name
 * @param isoNumber ISO 3166-1 numeric code, by which its outline is found; 0 if it has none
 * @param latitude of its capital, in degrees north; not a number if unknown
 * @param longitude of its capital, in degrees east; not a number if unknown
 * @param statuses the share of runs in each status, kept with the most frequent first; at least one
 * @param recorded the status on record; null if that day is not on record
 */
public record MapPlace(
        String code,
        String name,
        int isoNumber,
        double latitude,
        double longitude,
        List<Status> statuses,
        @Nullable Rung recorded) {
    /** From this share of runs on a status counts as certain. */
    public static final double CERTAIN = .9;

    /** Below this share of runs a status is an open question. */
    public static final double OPEN = .6;

    /** A status and the share of runs that have the state in it, with its 95 % interval. */
    public record Status(Rung rung, Estimate share) {}

    /** @throws IllegalArgumentException if there is no status */
    public MapPlace {
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("the map has no status of " + name + "; give at least one");
        }
        statuses = statuses.stream()
                .sorted(Comparator.comparingDouble(
                        (Status status) -> -status.share().value()))
                .toList();
    }

    /** The status in most runs. */
    public Status likeliest() {
        return statuses.get(0);
    }

    /** The next one; the same if there is no other. */
    Status next() {
        return statuses.get(Math.min(1, statuses.size() - 1));
    }

    /** 0 where the likeliest status is certain, 1 where it is likely, 2 where it is open. */
    int doubt() {
        double share = likeliest().share().value();
        return share >= CERTAIN ? 0 : share >= OPEN ? 1 : 2;
    }

    /** Whether the record has it in another status than most runs. */
    boolean differs() {
        return recorded != null && recorded.level() != likeliest().rung().level();
    }

    /** Whether there is anything to say of it: it is, or may be, or was more than an outsider. */
    boolean matters() {
        return doubt() > 0 || likeliest().rung().level() > 0 || differs();
    }

    /** Whether a map must take it in: it is likely to be more than an outsider, or was, or that is an open question. */
    boolean central() {
        return doubt() > 1 || likeliest().rung().level() > 0 || differs();
    }

    /** Its outline; null if it has none at the map's scale. */
    @Nullable Outline outline() {
        return Outlines.of(isoNumber, name);
    }

    /** Whether the map has a place for it. */
    boolean known() {
        return outline() != null || (Double.isFinite(latitude) && Double.isFinite(longitude));
    }
}
