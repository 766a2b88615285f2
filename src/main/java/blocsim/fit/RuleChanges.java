package blocsim.fit;

import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Event;
import blocsim.model.Gate;
import blocsim.model.Hazard;
import blocsim.model.Ladder;
import blocsim.model.Rung;
import blocsim.panel.Country;
import blocsim.panel.Panel;
import blocsim.panel.Sender;
import blocsim.scenario.Scenario;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often the rules that shut states out changed up to an origin, as rates per year: each the number of changes over the years in
 * which one might have come, to both of which a prior adds one change in {@value #PRIOR_YEARS} years.
 *
 * @param reopened at which a bloc ends a pause in its admissions, or lets in to a rung for which it had no procedure
 * @param firstRung at which a bloc that knows full members alone makes a lower rung that states ask for
 * @param lifted at which sanctions of the Security Council on a state end
 */
record RuleChanges(double reopened, double firstRung, double lifted) {
    private static final double PRIOR_YEARS = 10;
    private static final double DAYS = 365.25;
    private static final int FIRST_YEAR = 1995;
    private static final String NEW_RUNG = "partner";
    private static final int NEW_HEIGHT = 1;
    private static final double NEW_BENEFIT = 0.5;
    private static final double NEW_OBLIGATION = 0.05;

    /** Changes, and the years in which one might have come. */
    private static final class Tally {
        private double changes = 1;
        private double years = PRIOR_YEARS;

        double perYear() {
            return changes / years;
        }
    }

    /**
     * What was known of such changes at an origin.
     *
     * @param known the scenario as one could know it then
     * @param view the panel as of then
     */
    static RuleChanges learnt(Scenario known, Panel view, LocalDate origin) {
        var reopened = new Tally();
        var firstRung = new Tally();
        var lifted = new Tally();
        LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
        for (Bloc bloc : known.blocs().values()) {
            for (Gate gate : bloc.gates()) {
                LocalDate from = gate.from();
                if (gate.condition() instanceof Condition.Closed && from != null && !from.isAfter(origin)) {
                    LocalDate until = gate.until();
                    boolean ended = until != null && !until.isAfter(origin);
                    reopened.changes += ended ? 1 : 0;
                    reopened.years += years(from, ended && until != null ? until : origin);
                }
            }
            LocalDate founded = bloc.founded();
            LocalDate lived = founded == null || founded.isBefore(first) ? first : founded;
            LocalDate made = firstRung(bloc);
            if (lived.isBefore(origin) && (made == null || made.isAfter(lived))) {
                boolean came = made != null && !made.isAfter(origin);
                firstRung.changes += came ? 1 : 0;
                firstRung.years += years(lived, came && made != null ? made : origin);
            }
        }
        for (Country country : view.countries()) {
            for (int year = FIRST_YEAR; year < origin.getYear(); year++) {
                if (sanctioned(view, country.iso3(), year, origin)) {
                    lifted.changes += sanctioned(view, country.iso3(), year + 1, origin) ? 0 : 1;
                    lifted.years++;
                }
            }
        }
        return new RuleChanges(reopened.perYear(), firstRung.perYear(), lifted.perYear());
    }

    private static boolean sanctioned(Panel view, String state, int year, LocalDate origin) {
        return view.sanctioned(Sender.UN, state, LocalDate.of(year, 12, 31), origin);
    }

    private static double years(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS;
    }

    /** When a bloc came to have a lower rung that states ask for; the bloc's own beginning if always, null if not yet. */
    private static @Nullable LocalDate firstRung(Bloc bloc) {
        LocalDate first = null;
        for (Rung rung : bloc.ladder().rungs()) {
            if (!rung.full() && !rung.offered()) {
                LocalDate from = rung.from() == null ? LocalDate.MIN : rung.from();
                first = first == null || from.isBefore(first) ? from : first;
            }
        }
        return first;
    }

    /**
     * A scenario whose rules change after an origin, at random and at these rates: of the pauses in force, of blocs without a lower
     * rung, and of states under sanctions of the Security Council then.
     *
     * @param years up to which changes matter
     */
    Scenario drawn(Scenario known, Panel view, LocalDate origin, int years, SplittableRandom luck) {
        LocalDate end = origin.plusYears(years);
        var blocs = new TreeMap<String, Bloc>();
        int lag = entryMonths(known);
        known.blocs().forEach((code, bloc) -> {
            var gates = new ArrayList<Gate>();
            for (Gate gate : bloc.gates()) {
                boolean shut = gate.condition() instanceof Condition.Closed
                        && gate.until() == null
                        && (gate.from() == null || !gate.from().isAfter(origin));
                LocalDate opens = shut ? due(reopened, origin, luck) : end;
                gates.add(
                        opens.isBefore(end)
                                ? new Gate(gate.id(), gate.condition(), gate.rungs(), gate.from(), opens)
                                : gate);
            }
            LocalDate made = firstRung(bloc) == null ? due(firstRung, origin, luck) : end;
            var rungs = new ArrayList<>(bloc.ladder().rungs());
            if (made.isBefore(end)) {
                rungs.add(new Rung(
                        NEW_RUNG,
                        "Partner",
                        NEW_HEIGHT,
                        NEW_BENEFIT,
                        NEW_OBLIGATION,
                        lag,
                        made,
                        null,
                        null,
                        null,
                        null));
            }
            blocs.put(code, bloc.with(new Ladder(rungs), gates));
        });
        var events = new ArrayList<>(known.events());
        for (String state : known.states().keySet()) {
            if (view.sanctioned(Sender.UN, state, origin, origin)) {
                LocalDate day = due(lifted, origin, luck);
                if (day.isBefore(end)) {
                    events.add(new Event.Sanctions("lifted-" + state, Sender.UN.name(), state, false, day, null));
                }
            }
        }
        return known.with(blocs, events);
    }

    /** The day on which something comes due, from the day after an origin on; a hundred years on at most. */
    private static LocalDate due(double perYear, LocalDate origin, SplittableRandom luck) {
        double wait = Math.min(100, Hazard.wait(perYear, luck.nextDouble()));
        return origin.plusDays(1 + (long) (wait * DAYS));
    }

    /** The mean lag of the lower rungs that states ask for, in months. */
    private static int entryMonths(Scenario known) {
        var lags = known.blocs().values().stream()
                .flatMap(bloc -> bloc.ladder().rungs().stream())
                .filter(rung -> !rung.full() && !rung.offered())
                .mapToInt(Rung::entryMonths)
                .average();
        return (int) StrictMath.rint(lags.orElse(0));
    }
}
