package blocsim.fit;

import blocsim.engine.OneStep;
import blocsim.model.Motive;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Part;
import blocsim.model.Rung;
import blocsim.model.StanceTerm;
import blocsim.rule.Agenda;
import blocsim.rule.Ballot;
import blocsim.rule.Consensus;
import blocsim.rule.Objection;
import blocsim.rule.Outlook;
import blocsim.rule.Request;
import blocsim.rule.Worth;
import java.util.Arrays;
import java.util.List;

/**
 * The one-step probabilities of the model at a {@link Point}: the engine's formulas from {@link blocsim.rule} on what {@link OneStep} read
 * off the engine. For one thread at a time.
 */
final class Chances {
    private static final Part[] PARTS = Part.values();

    private final Point point;
    private final double[] weightOfPart = new double[PARTS.length];
    private final boolean[] isCost = new boolean[PARTS.length];
    private final double[] effort;
    private final double size;
    private final double face;
    private final double hopeFloor;
    private final double discount;
    private final double rate;
    private final double sharpness;
    private final double agendaBase;
    private final double agendaAlignment;
    private final double agendaRegime;
    private final double agendaDigestion;
    private final double agendaSponsor;
    private final double staleYears;
    private final double[] stanceWeight;
    private final Consensus consensus;
    private final Ballot ballot;
    private final Outlook outlook;
    private double[] powered = new double[0];
    private double[] utility = new double[32];

    Chances(Point point) {
        this.point = point;
        Parameters p = point.parameters();
        for (Part part : PARTS) {
            Motive motive = part.motive();
            isCost[part.ordinal()] = motive == null;
            weightOfPart[part.ordinal()] = motive == null ? costWeight(p, part) : p.get(motive.weight());
        }
        this.effort = new double[] {
            p.get(Parameter.EFFORT_OUTSIDER), p.get(Parameter.EFFORT_PARTNER), p.get(Parameter.EFFORT_OBSERVER)
        };
        this.size = p.get(Parameter.SIZE);
        this.face = p.get(Parameter.FACE);
        this.hopeFloor = p.get(Parameter.HOPE_FLOOR);
        this.discount = p.get(Parameter.DISCOUNT);
        this.rate = p.get(Parameter.REQUEST_RATE);
        this.sharpness = p.get(Parameter.CHOICE_SHARPNESS);
        this.agendaBase = p.get(Parameter.AGENDA_BASE);
        this.agendaAlignment = p.get(Parameter.AGENDA_ALIGNMENT);
        this.agendaRegime = p.get(Parameter.AGENDA_REGIME);
        this.agendaDigestion = p.get(Parameter.AGENDA_DIGESTION);
        this.agendaSponsor = p.get(Parameter.AGENDA_SPONSOR);
        this.staleYears = p.get(Parameter.STALE_YEARS);
        this.stanceWeight = Objection.weights(p);
        this.consensus = new Consensus(p.get(Parameter.OBJECTION_SHARED));
        this.ballot = new Ballot(consensus);
        this.outlook = Outlook.ofFiveYears(p.get(Parameter.STANCE_RENEWAL));
    }

    private static double costWeight(Parameters p, Part part) {
        return switch (part) {
            case REGIME -> p.get(Parameter.REGIME_COST);
            case NEUTRALITY -> p.get(Parameter.NEUTRALITY_COST);
            case CLASH -> p.get(Parameter.CLASH_COST);
            default -> throw new IllegalArgumentException(part + " is no cost");
        };
    }

    /** V of a rung to a state; 0 for an outsider. */
    double value(OneStep step, int b, int i, int rung) {
        if (rung == 0) {
            return 0;
        }
        double[] parts = step.stake(b, i).parts();
        double benefits = 0;
        double cost = 0;
        for (int part = 0; part < parts.length; part++) {
            if (isCost[part]) {
                cost += weightOfPart[part] * parts[part];
            } else {
                benefits += weightOfPart[part] * parts[part];
            }
        }
        Rung of = step.rung(b, rung);
        double value = Worth.of(of.benefit(), benefits, of.obligation(), cost);
        Double open = of.security();
        double security = weightOfPart[Part.SECURITY.ordinal()] * parts[Part.SECURITY.ordinal()];
        return open == null ? value : value + Worth.otherwiseOpen(open, of.benefit(), security);
    }

    private static int top(OneStep step, int bloc) {
        return step.world().blocs().get(bloc).ladder().top();
    }

    private double gain(OneStep step, int b, int i, int rung) {
        double forgone = 0;
        var table = step.bloc(b);
        if (rung == top(step, b)) {
            for (int n = 0; n < table.exclusive(); n++) {
                int other = table.exclusive(n);
                int highest = top(step, other);
                forgone += step.stake(other, i).held() == highest ? value(step, other, i, highest) : 0;
            }
        }
        return value(step, b, i, rung) - value(step, b, i, step.stake(b, i).held()) - forgone;
    }

    private String code(OneStep step, int bloc) {
        return step.world().blocs().get(bloc).code();
    }

    private double readiness(OneStep step, int bloc) {
        return point.readiness().getOrDefault(code(step, bloc), 0.0);
    }

    /** The log odds of being taken up, with the bloc's readiness and without the summit's. */
    double takenUpLogOdds(OneStep step, int b, int i) {
        var stake = step.stake(b, i);
        return Agenda.logOdds(
                        agendaBase,
                        agendaAlignment * stake.affinity(),
                        agendaRegime * stake.regimeGap(),
                        agendaDigestion * step.bloc(b).digestion(),
                        agendaSponsor * stake.resolve())
                + readiness(step, b);
    }

    /** The factor of u for a request that has been pending for some years. */
    double aged(double takenUp, double years) {
        return Agenda.aged(takenUp, years, staleYears);
    }

    /** The probability that a rung passes with fresh stances; what members weigh stays in {@link #share}. */
    double passes(OneStep step, int b, int i, int rung) {
        var stake = step.stake(b, i);
        var table = step.bloc(b);
        var voting = table.voting(rung);
        int members = table.members();
        if (powered.length < members) {
            powered = new double[members];
        }
        boolean full = step.rung(b, rung).full();
        for (int n = 0; n < members; n++) {
            powered[n] = voting.mayObject(n)
                    ? consensus.powered(Objection.sum(stanceWeight, stake.features(n))
                            + stanceWeight[StanceTerm.DISPUTE.ordinal()] * stake.dispute(rung, n)
                            + (full ? stanceWeight[StanceTerm.DILUTION.ordinal()] * stake.diluted(n) : 0))
                    : 0;
        }
        return ballot.passes(voting.rule(), members, voting.voters(), powered, voting.weight());
    }

    /** After {@link #passes}: the probability that the first objector is one of some members, if anybody objects. */
    double share(OneStep step, int b, List<Integer> objectors) {
        double sum = 0;
        double named = 0;
        for (int n = 0; n < step.bloc(b).members(); n++) {
            sum += powered[n];
            named += objectors.contains(step.bloc(b).member(n)) ? powered[n] : 0;
        }
        return sum > 0 ? named / sum : 0;
    }

    /** q̂ of asking for a rung that may be asked for. */
    double outlook(double logOdds, double passes) {
        return outlook.approved(Agenda.takenUp(logOdds), passes);
    }

    /**
     * What a state may ask of those blocs of a group that it has no request pending with.
     *
     * @param choices takes the probability P of each rung that may be asked for, 0 for others
     * @return r, the rate at which it asks for anything, per year
     */
    double request(OneStep step, List<Integer> group, int i, Choices choices) {
        int count = 0;
        choices.clear();
        for (int b : group) {
            var stake = step.stake(b, i);
            if (step.bloc(b).members() == 0 || stake.asked() != 0 || !stake.mayAsk()) {
                continue;
            }
            double logOdds = takenUpLogOdds(step, b, i);
            String code = code(step, b);
            double own = point.efforts().containsKey(code)
                    ? point.efforts().get(code)
                    : step.bloc(b).effort();
            double hurdle = effort[stake.level()] + own - size * stake.size();
            double alikePasses = Double.NaN;
            for (int rung = stake.held() + 1; rung <= top(step, b); rung++) {
                if (!stake.mayAsk(rung)) {
                    continue;
                }
                Rung of = step.rung(b, rung);
                boolean alike = !stake.disputed() && !of.full() && of.admission() == null;
                double passes = 0;
                double outlook = 0;
                if (stake.isOpen(rung)) {
                    passes = alike && !Double.isNaN(alikePasses) ? alikePasses : passes(step, b, i, rung);
                    alikePasses = alike ? passes : alikePasses;
                    outlook = outlook(logOdds, passes);
                }
                double discounted = StrictMath.pow(discount, of.entryMonths() / 12.0);
                double worth = Request.worth(discounted, gain(step, b, i, rung), face);
                if (count == utility.length) {
                    utility = Arrays.copyOf(utility, 2 * count);
                }
                utility[count] = Request.utility(Request.hope(hopeFloor, outlook), worth, face, hurdle);
                choices.add(b, rung, passes, logOdds, outlook, utility[count]);
                count++;
            }
        }
        double asks = Request.choose(utility, count, sharpness);
        choices.take(utility);
        return rate * asks;
    }

    /** What a state may ask for; filled by {@link #request}. */
    static final class Choices {
        private int count;
        private int[] bloc = new int[32];
        private int[] rung = new int[32];
        private double[] passes = new double[32];
        private double[] logOdds = new double[32];
        private double[] outlook = new double[32];
        private double[] utility = new double[32];
        private double[] probability = new double[32];

        private void clear() {
            count = 0;
        }

        private void add(
                int blocNow, int rungNow, double passesNow, double logOddsNow, double outlookNow, double utilityNow) {
            if (count == bloc.length) {
                bloc = Arrays.copyOf(bloc, 2 * count);
                rung = Arrays.copyOf(rung, 2 * count);
                passes = Arrays.copyOf(passes, 2 * count);
                logOdds = Arrays.copyOf(logOdds, 2 * count);
                outlook = Arrays.copyOf(outlook, 2 * count);
                utility = Arrays.copyOf(utility, 2 * count);
                probability = Arrays.copyOf(probability, 2 * count);
            }
            bloc[count] = blocNow;
            rung[count] = rungNow;
            passes[count] = passesNow;
            logOdds[count] = logOddsNow;
            outlook[count] = outlookNow;
            utility[count] = utilityNow;
            count++;
        }

        private void take(double[] probabilities) {
            System.arraycopy(probabilities, 0, probability, 0, count);
        }

        int count() {
            return count;
        }

        int bloc(int n) {
            return bloc[n];
        }

        int rung(int n) {
            return rung[n];
        }

        /** P(passes) with fresh stances; 0 where a gate is shut. */
        double passes(int n) {
            return passes[n];
        }

        double logOdds(int n) {
            return logOdds[n];
        }

        /** q̂. */
        double outlook(int n) {
            return outlook[n];
        }

        /** η. */
        double utility(int n) {
            return utility[n];
        }

        /** P(m). */
        double probability(int n) {
            return probability[n];
        }

        int find(int blocSought, int rungSought) {
            for (int n = 0; n < count; n++) {
                if (bloc[n] == blocSought && rung[n] == rungSought) {
                    return n;
                }
            }
            return -1;
        }
    }
}
