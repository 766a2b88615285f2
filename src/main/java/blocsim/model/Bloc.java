package blocsim.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bloc: its ladder, and its dated rules.
 *
 * @param code its key in the scenario, such as {@code SCO}
 * @param title its name in full
 * @param record the bloc's code in the recorded histories; null for a bloc without a record
 * @param founded the day it comes into being; null where it stood before every horizon
 * @param founders codes of the states that are full members from that day
 * @param ladder its rungs, by height
 * @param depth depth_b in [0, 1]: how far membership obliges
 * @param effort what asking this bloc takes over and above the efforts of {@link Parameter}, in utility; may be below 0
 * @param security coop_b in [0, 1]: how much security cooperation it offers; null for a bloc without a security pillar
 * @param stances g_pb in [-1, 1]: how far a patron wants its clients in this bloc, by the patron's code
 * @param admission who must agree, by date
 * @param capacity how many entrants a summit takes up, by date; null for no limit
 * @param requestNoticeDays days before a summit by which a request must be in
 * @param exitNoticeMonths months from a notice of withdrawal to its effect
 * @param exclusiveWith codes of blocs, or of blocs on record outside the world, whose full members cannot be full members of
 *     this one
 * @param gates its conditions on entry
 * @param summits its calendar
 */
public record Bloc(
        String code,
        String title,
        @Nullable String record,
        @Nullable LocalDate founded,
        List<String> founders,
        Ladder ladder,
        Dated<Double> depth,
        Dated<Double> effort,
        @Nullable Dated<Double> security,
        Map<String, Dated<Double>> stances,
        Dated<AdmissionRule> admission,
        @Nullable Dated<Integer> capacity,
        int requestNoticeDays,
        int exitNoticeMonths,
        List<String> exclusiveWith,
        List<Gate> gates,
        SummitCalendar summits) {
    /** A figure of a bloc before the first of its dates, boxed once for the kernel. */
    public static final Double NONE = 0.0;

    /** Who must agree to an entry to a rung on a day. */
    public AdmissionRule admission(int rung, LocalDate day) {
        var own = ladder.rung(rung).admission();
        AdmissionRule rule = own == null ? null : own.at(day);
        return rule != null ? rule : admission.at(day, NO_OBJECTION);
    }

    /** Whether nobody can be a full member of this bloc and of another at once, whichever of the two says so. */
    public boolean shutsOut(Bloc other) {
        return exclusiveWith.contains(other.code()) || other.exclusiveWith().contains(code);
    }

    /** This bloc with other rungs and conditions. */
    public Bloc with(Ladder rungs, List<Gate> conditions) {
        return new Bloc(
                code,
                title,
                record,
                founded,
                founders,
                rungs,
                depth,
                effort,
                security,
                stances,
                admission,
                capacity,
                requestNoticeDays,
                exitNoticeMonths,
                exclusiveWith,
                conditions,
                summits);
    }

    private static final AdmissionRule NO_OBJECTION = new AdmissionRule.NoObjection();

    /** Copies the collections and sorts the map. */
    public Bloc {
        founders = List.copyOf(founders);
        stances = Collections.unmodifiableMap(new TreeMap<>(stances));
        exclusiveWith = List.copyOf(exclusiveWith);
        gates = List.copyOf(gates);
    }
}
