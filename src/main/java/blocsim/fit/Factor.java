package blocsim.fit;

import blocsim.model.Parameter;
import blocsim.model.StanceTerm;
import blocsim.rule.Objection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number that is fitted, on the scale on which its prior is a normal law of mean 0 and variance 1 (of ρ and other shares: on a logit
 * scale, where the prior is a beta law).
 *
 * @param name as in studies and reports
 * @param kind what it sets
 * @param parameter the parameter that it sets; of {@link Kind#STANCES} θ's, of others a stand-in
 * @param bloc the code of the bloc; empty if it is of none
 * @param centre the prior's mean, on the scale of the number or of its logarithm
 * @param spread the prior's standard deviation on that scale
 */
public record Factor(String name, Kind kind, Parameter parameter, String bloc, double centre, double spread) {
    private static final double WEIGHT_SPREAD = 0.7;
    private static final double LEVEL_SPREAD = 1.5;
    private static final double BETA_A = 8;
    private static final double BETA_B = 2;

    /** What a factor sets. */
    public enum Kind {
        /** A weight above 0: its logarithm has a normal prior around that of the parameter's prior centre. */
        WEIGHT,
        /** An effort or a base of log odds: a normal prior around {@link Parameter#prior()}. */
        LEVEL,
        /** ρ: a beta prior, Beta(8, 2). */
        SHARED,
        /** One factor on all weights γ of stances: its logarithm has a normal prior around 0. */
        STANCES,
        /** The effort of one bloc: a normal prior around 0. */
        EFFORT,
        /** ξ_b in units of its standard deviation. */
        READINESS
    }

    /** The name of the factor on all γ. */
    public static final String ALL_STANCES = "stances";

    /** The factors of a pooled fit, but for those of single blocs. */
    public static final List<String> STANDARD = List.of(
            Parameter.EFFORT_OUTSIDER.key(),
            Parameter.EFFORT_PARTNER.key(),
            Parameter.EFFORT_OBSERVER.key(),
            Parameter.NETWORK.key(),
            Parameter.ALIGNMENT.key(),
            Parameter.ECONOMY.key(),
            Parameter.STATUS.key(),
            Parameter.SIZE.key(),
            Parameter.AGENDA_BASE.key(),
            Parameter.AGENDA_REGIME.key(),
            Parameter.OBJECTION_BASE.key(),
            ALL_STANCES,
            Parameter.OBJECTION_SHARED.key(),
            Parameter.BLOC_SPREAD.key());

    /** The factor of a parameter's key, or of all stances; none if there is no such parameter. */
    public static Optional<Factor> named(String name) {
        if (name.equals(ALL_STANCES)) {
            return Optional.of(new Factor(name, Kind.STANCES, Parameter.OBJECTION_BASE, "", 0, WEIGHT_SPREAD));
        }
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.key().equals(name))
                .findFirst()
                .map(Factor::of);
    }

    private static Factor of(Parameter parameter) {
        return switch (parameter) {
            case OBJECTION_SHARED -> new Factor(parameter.key(), Kind.SHARED, parameter, "", 0, 1);
            case EFFORT_OUTSIDER, EFFORT_PARTNER, EFFORT_OBSERVER, AGENDA_BASE, OBJECTION_BASE ->
                new Factor(parameter.key(), Kind.LEVEL, parameter, "", parameter.prior(), LEVEL_SPREAD);
            default ->
                new Factor(
                        parameter.key(),
                        Kind.WEIGHT,
                        parameter,
                        "",
                        StrictMath.log(Math.max(1e-3, parameter.prior())),
                        WEIGHT_SPREAD);
        };
    }

    /** The effort of a bloc. */
    public static Factor effort(String bloc) {
        return new Factor("effort of " + bloc, Kind.EFFORT, Parameter.EFFORT_OUTSIDER, bloc, 0, LEVEL_SPREAD);
    }

    /** The readiness of a bloc. */
    public static Factor readiness(String bloc) {
        return new Factor("readiness of " + bloc, Kind.READINESS, Parameter.BLOC_SPREAD, bloc, 0, 1);
    }

    /** The number at a place on the scale. */
    double value(double scaled) {
        return switch (kind) {
            case WEIGHT -> clip(StrictMath.exp(centre + spread * scaled));
            case STANCES -> StrictMath.exp(centre + spread * scaled);
            case LEVEL -> clip(centre + spread * scaled);
            case EFFORT, READINESS -> centre + spread * scaled;
            case SHARED -> 1 / (1 + StrictMath.exp(-(StrictMath.log(BETA_A / BETA_B) + scaled)));
        };
    }

    /** The place of a number on the scale. */
    double scaled(double value) {
        return switch (kind) {
            case WEIGHT, STANCES -> (StrictMath.log(value) - centre) / spread;
            case LEVEL, EFFORT, READINESS -> (value - centre) / spread;
            case SHARED -> StrictMath.log(value / (1 - value)) - StrictMath.log(BETA_A / BETA_B);
        };
    }

    private double clip(double value) {
        return Math.max(parameter.least(), Math.min(parameter.most(), value));
    }

    /** The log of the prior's density, but for a constant. */
    double logPrior(double scaled) {
        if (kind == Kind.SHARED) {
            double shared = value(scaled);
            return (BETA_A - 1) * StrictMath.log(shared) + (BETA_B - 1) * StrictMath.log1p(-shared);
        }
        return -scaled * scaled / 2;
    }

    /** The parameters that it sets; none if it is of a bloc. */
    public List<Parameter> parameters() {
        return switch (kind) {
            case WEIGHT, LEVEL, SHARED -> List.of(parameter);
            case STANCES -> {
                var all = new ArrayList<Parameter>();
                for (StanceTerm term : StanceTerm.values()) {
                    if (term != StanceTerm.BASE) {
                        all.add(Objection.weight(term));
                    }
                }
                yield all;
            }
            case EFFORT, READINESS -> List.of();
        };
    }
}
