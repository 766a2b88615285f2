package blocsim.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A number of the model that a scenario may set under {@code /parameters}: its default, unit, range, meaning and source. */
public enum Parameter {
    REQUEST_RATE(
            "requestRate",
            "ω",
            0.5,
            0,
            12,
            "per year",
            "occasions on which a state weighs asking for a status",
            "judgement; a fit finds a ridge along it and the efforts",
            Basis.JUDGEMENT,
            "APPLICATIONS"),
    CHOICE_SHARPNESS(
            "choiceSharpness",
            "λ",
            1,
            0,
            1000,
            "1",
            "how sharply a state picks the better request: 0 at random, large the best reply",
            "judgement; fixed at 1 in fits (McKelvey and Palfrey 1995)",
            Basis.JUDGEMENT,
            "MCKELVEY-PALFREY-1995"),
    DISCOUNT("discount", "δ", 0.9, 0, 1, "per year", "worth of a year's later entry", "judgement", Basis.JUDGEMENT),
    FACE("face", "face", 0.5, 0, 20, "utility", "standing lost when a request fails", "judgement", Basis.JUDGEMENT),
    EFFORT_OUTSIDER(
            "effortOutsider",
            "effort_0",
            8.6,
            9.0,
            -20,
            30,
            "utility",
            "what it takes an outsider to ask",
            "fitted to the requests up to 2013 with all else at the priors' centres",
            Basis.DERIVED,
            "APPLICATIONS"),
    EFFORT_PARTNER(
            "effortPartner",
            "effort_1",
            3.5,
            5.2,
            -20,
            30,
            "utility",
            "what it takes the holder of a rung of height 1 to ask for more",
            "fitted to the requests up to 2013 with all else at the priors' centres",
            Basis.DERIVED,
            "APPLICATIONS"),
    EFFORT_OBSERVER(
            "effortObserver",
            "effort_2",
            3.2,
            3.4,
            -20,
            30,
            "utility",
            "what it takes the holder of a rung of height 2 to ask for more",
            "fitted to the requests up to 2013 with all else at the priors' centres",
            Basis.DERIVED,
            "APPLICATIONS"),
    SIZE(
            "size",
            "β_z",
            0.27,
            0.3,
            -5,
            5,
            "utility per unit of size",
            "larger states ask more",
            "fitted to the requests up to 2013 with all else at the priors' centres",
            Basis.DERIVED,
            "APPLICATIONS",
            "WDI"),
    HOPE_FLOOR(
            "hopeFloor",
            "floor",
            0.3,
            0,
            1,
            "probability",
            "chance of approval a state counts on when it sees none",
            "judgement",
            Basis.JUDGEMENT),
    NETWORK(
            "weightNetwork",
            "β_n",
            7.1,
            7,
            0,
            100,
            "utility",
            "weight of shared memberships and neighbours",
            "slope of a fit to 2013, divided by the typical discount of .35",
            Basis.DERIVED,
            "APPLICATIONS",
            "COW-IGO"),
    ALIGNMENT(
            "weightAlignment",
            "β_a",
            3.9,
            5,
            0,
            100,
            "utility",
            "weight of alignment with the members",
            "slope of a fit to 2013, divided by the typical discount of .35",
            Basis.DERIVED,
            "APPLICATIONS",
            "UNGA"),
    ECONOMY(
            "weightEconomy",
            "β_e",
            1.5,
            0,
            100,
            "utility",
            "weight of trade and investment",
            "slope of a fit to 2013, divided by the typical discount of .35",
            Basis.DERIVED,
            "APPLICATIONS",
            "BACI",
            "WDI"),
    STATUS(
            "weightStatus",
            "β_s",
            1.3,
            1.5,
            0,
            100,
            "utility",
            "weight of prestige",
            "slope of a fit to 2013, divided by the typical discount of .35",
            Basis.DERIVED,
            "APPLICATIONS",
            "WDI",
            "VDEM"),
    AUTONOMY(
            "weightAutonomy",
            "β_i",
            1.5,
            0,
            100,
            "utility",
            "weight of a way out of isolation and of a counterbalance",
            "judgement on A1, A2 and A6",
            Basis.JUDGEMENT,
            "A1",
            "A2",
            "A6"),
    PATRONS(
            "weightPatrons",
            "β_p",
            1.5,
            0,
            100,
            "utility",
            "weight of what patrons want",
            "judgement on A1, A2 and A6",
            Basis.JUDGEMENT,
            "A1",
            "A2",
            "A6"),
    REGIME_COST(
            "costRegime",
            "κ_r",
            1,
            0,
            100,
            "utility",
            "cost of obligations to members of another regime",
            "slope .4 of a fit to 2013; judgement",
            Basis.JUDGEMENT,
            "APPLICATIONS",
            "VDEM"),
    NEUTRALITY_COST(
            "costNeutrality",
            "κ_n",
            1,
            0,
            100,
            "utility",
            "cost of a security bloc to a neutral state",
            "judgement",
            Basis.JUDGEMENT),
    CLASH_COST(
            "costClash",
            "κ_x",
            3,
            0,
            100,
            "utility",
            "cost of a clash with a membership on record in a bloc outside the scenario",
            "judgement",
            Basis.JUDGEMENT),
    ELECTION_BOOST(
            "electionBoost",
            "",
            0.25,
            0,
            5,
            "1",
            "how much more prestige counts in an election year",
            "judgement on A8",
            Basis.JUDGEMENT,
            "A8"),
    SECURITY_SHARE(
            "securityShare",
            "",
            0.25,
            0,
            1,
            "1",
            "how much security cooperation adds to alignment in a bloc with a security pillar",
            "judgement on A9",
            Basis.JUDGEMENT,
            "A9"),
    AGENDA_BASE(
            "agendaBase",
            "u_0",
            -0.8,
            -1.5,
            -20,
            20,
            "log odds",
            "readiness of a summit to take up a request",
            "fit to 2013: 47 raises of pending requests expected, 49 observed",
            Basis.DERIVED,
            "APPLICATIONS",
            "LADDER"),
    AGENDA_ALIGNMENT(
            "agendaAlignment",
            "υ_a",
            0.5,
            -20,
            20,
            "log odds",
            "an aligned candidate is taken up sooner",
            "fit to 2013: .3 with standard error .8",
            Basis.JUDGEMENT,
            "APPLICATIONS",
            "UNGA"),
    AGENDA_REGIME(
            "agendaRegime",
            "υ_r",
            1.2,
            1,
            -20,
            20,
            "log odds",
            "a candidate of another regime is taken up later",
            "fit to 2013: 2.0 with standard error .9",
            Basis.JUDGEMENT,
            "APPLICATIONS",
            "VDEM"),
    AGENDA_DIGESTION(
            "agendaDigestion",
            "υ_g",
            1,
            -20,
            20,
            "log odds",
            "a bloc that has just grown takes up fewer",
            "the pauses of 2006, 2014 and 2024",
            Basis.JUDGEMENT,
            "R-SCO-2006",
            "R-BRICS-2024-PAUSE",
            "RULES"),
    AGENDA_SPONSOR(
            "agendaSponsor",
            "υ_s",
            1,
            -20,
            20,
            "log odds",
            "a candidate with a sponsor is taken up sooner",
            "judgement",
            Basis.JUDGEMENT),
    BLOC_SPREAD(
            "blocSpread",
            "sd of ξ",
            1.0,
            0.5,
            0,
            5,
            "log odds",
            "standard deviation of blocs' readiness",
            "judgement",
            Basis.JUDGEMENT),
    SUMMIT_SPREAD(
            "summitSpread",
            "sd of ζ",
            0.8,
            0,
            5,
            "log odds",
            "standard deviation of summits' readiness: waves",
            "judgement",
            Basis.JUDGEMENT),
    STALE_YEARS(
            "staleYears",
            "",
            6,
            0,
            100,
            "years",
            "after so long a pending request is taken up half as readily",
            "judgement",
            Basis.JUDGEMENT),
    WITHDRAWAL_RATE(
            "withdrawalRate",
            "",
            0.03,
            0,
            12,
            "per year",
            "rate at which a pending request is withdrawn",
            "7 requests of 200 on record were withdrawn",
            Basis.DERIVED,
            "APPLICATIONS"),
    LAPSE_YEARS(
            "lapseYears",
            "",
            10,
            0,
            100,
            "years",
            "after so long a request without an answer lapses",
            "design: a request without an answer counts as pending for 10 years",
            Basis.JUDGEMENT,
            "APPLICATIONS"),
    OBJECTION_BASE(
            "objectionBase",
            "θ",
            -2.6,
            -3,
            -20,
            20,
            "log intensity",
            "a member's wish to object where nothing speaks for it",
            "stops on record that name an objector",
            Basis.DERIVED,
            "APPLICATIONS"),
    OBJECTION_SHARED(
            "objectionShared",
            "ρ",
            0.7,
            0.8,
            0,
            0.99,
            "1",
            "how far members' stances share their noise; 1 less the index α of the stable law",
            "design: consensus must not hang on the number of members alone",
            Basis.JUDGEMENT),
    STANCE_RENEWAL(
            "stanceRenewal",
            "ν",
            0.12,
            0,
            12,
            "per year",
            "rate at which the stances in a case are thought over",
            "vetoes of 5 to 10 years: Tajikistan on Iran, Greece on Macedonia",
            Basis.JUDGEMENT,
            "APPLICATIONS"),
    OBJECTION_DISPUTE(
            "objectionDispute",
            "γ_d",
            1.7,
            3.5,
            0,
            50,
            "log intensity",
            "a dispute between member and candidate",
            "slope 3.3 of a fit of the named objectors, all years",
            Basis.DERIVED,
            "APPLICATIONS"),
    OBJECTION_RIVAL(
            "objectionRival",
            "γ_v",
            0.73,
            1.5,
            0,
            50,
            "log intensity",
            "a strategic rivalry of member and candidate",
            "slope 4.4 of a fit of the named objectors, all years, as upper end",
            Basis.JUDGEMENT,
            "APPLICATIONS",
            "RIVALRIES"),
    OBJECTION_RIVALS_FRIEND(
            "objectionRivalsFriend",
            "γ_k",
            0.73,
            1.5,
            0,
            50,
            "log intensity",
            "the candidate is closer to a rival of the member than to the member",
            "judgement",
            Basis.JUDGEMENT),
    OBJECTION_BORDER(
            "objectionBorder",
            "γ_c",
            0.15,
            0.3,
            -50,
            50,
            "log intensity",
            "member and candidate share a land border",
            "slope 1.3 of a fit of the named objectors × .2",
            Basis.DERIVED,
            "APPLICATIONS",
            "COW-CONTIGUITY"),
    OBJECTION_DISTANCE(
            "objectionDistance",
            "γ_m",
            0.48,
            1,
            0,
            50,
            "log intensity",
            "the candidate's alignment is further than a quarter of the scale",
            "slope 4.7 of a fit of the named objectors × .2",
            Basis.DERIVED,
            "APPLICATIONS",
            "UNGA"),
    OBJECTION_REGIME(
            "objectionRegime",
            "γ_r",
            0.34,
            0.7,
            0,
            50,
            "log intensity",
            "another regime, in a bloc that obliges",
            "slope 3.4 of a fit of the named objectors × .2",
            Basis.DERIVED,
            "APPLICATIONS",
            "VDEM"),
    OBJECTION_DILUTION(
            "objectionDilution",
            "γ_w",
            0.48,
            1,
            0,
            50,
            "log intensity",
            "the member's share of the bloc falls",
            "judgement",
            Basis.JUDGEMENT),
    OBJECTION_SPONSOR(
            "objectionSponsor",
            "γ_s",
            0.73,
            1.5,
            0,
            50,
            "log intensity",
            "the member relies on a sponsor of the candidate",
            "judgement",
            Basis.JUDGEMENT),
    OBJECTION_TRADE(
            "objectionTrade",
            "γ_b",
            0.24,
            0.5,
            0,
            50,
            "log intensity",
            "the member trades with the candidate",
            "judgement",
            Basis.JUDGEMENT),
    EXIT_RATE(
            "exitRate",
            "",
            0.0025,
            0,
            1,
            "per year",
            "rate at which a member of middling content leaves",
            "Correlates of War IGO 3.0: .22 to .24 % a year; 7 exits in 2,300 member-years of the eight blocs",
            Basis.DERIVED,
            "COW-IGO",
            "LADDER"),
    EXIT_CAP(
            "exitCap",
            "",
            10,
            1,
            1000,
            "1",
            "by how much discontent may multiply that rate",
            "design",
            Basis.JUDGEMENT),
    CONVERGENCE(
            "convergence",
            "ε",
            0.02,
            0,
            1,
            "per year",
            "rate at which co-members close their distance in UN votes",
            "panel: .05 a year with standard error .026, not causal; sweep 0 to .05",
            Basis.JUDGEMENT,
            "UNGA"),
    CONVERGENCE_DECAY(
            "convergenceDecay",
            "",
            0.07,
            0,
            1,
            "per year",
            "rate at which that effect fades",
            "panel: reversion of distances .066 a year",
            Basis.DERIVED,
            "UNGA"),
    CONVERGENCE_CAP(
            "convergenceCap",
            "",
            0.15,
            0,
            2,
            "alignment",
            "the most that it may add or take",
            "design",
            Basis.JUDGEMENT),
    TRADE_CREATION(
            "tradeCreation",
            "",
            0,
            0,
            1,
            "per year",
            "rate at which co-members' trade grows",
            "A12: no automatic growth; sweep",
            Basis.JUDGEMENT,
            "A12"),
    TRADE_ALIGNMENT(
            "tradeAlignment",
            "",
            0.02,
            0,
            1,
            "1",
            "fall of alignment distance in per cent for a per cent of trade",
            "Flores-Macías and Kreps (2013)",
            Basis.PUBLISHED,
            "FLORES-MACIAS-KREPS-2013"),
    DRIFT(
            "drift",
            "",
            0.12,
            0,
            2,
            "per √year",
            "standard deviation of a state's move in UN votes after the panel's end",
            "panel of UN votes",
            Basis.DERIVED,
            "UNGA"),
    DRIFT_REVERSION(
            "driftReversion",
            "",
            0.066,
            0,
            1,
            "per year",
            "rate at which a state's ideal point returns to where the panel left it",
            "panel of UN votes",
            Basis.DERIVED,
            "UNGA"),
    GDP_DRIFT(
            "gdpDrift",
            "",
            0,
            0,
            2,
            "per √year",
            "standard deviation of a state's move in the logarithm of GDP, against the world's, after the panel's end",
            "design: off; the panel has .115 over a year and .132 over ten, so .12 where it is on",
            Basis.JUDGEMENT,
            "WDI"),
    TRADE_DRIFT(
            "tradeDrift",
            "",
            0,
            0,
            2,
            "per √year",
            "standard deviation of a pair's move in the logarithm of its trade after the panel's end",
            "design: off; shares of a hundredth or more have .195 over a year and .190 over ten in the panel (quartiles), so .19 where"
                    + " it is on",
            Basis.JUDGEMENT,
            "BACI");

    /** The last day of the record that the defaults were fitted to. */
    public static final LocalDate CALIBRATED_UNTIL = LocalDate.of(2014, 12, 31);

    private static final String CALIBRATED =
            "calibrated on the record of 1997 to 2014 by scenarios/studies/all-blocs-hindcast.json";
    private static final String RECORD = "APPLICATIONS";

    private final String key;
    private final String symbol;
    private final double standard;
    private final double prior;
    private final double least;
    private final double most;
    private final String unit;
    private final String meaning;
    private final String source;
    private final Basis basis;
    private final String works;

    /** Of one that nothing was fitted to: its default is the prior's centre. */
    Parameter(
            String key,
            String symbol,
            double standard,
            double least,
            double most,
            String unit,
            String meaning,
            String source,
            Basis basis,
            String... works) {
        this(key, symbol, standard, standard, least, most, unit, meaning, source, basis, works);
    }

    Parameter(
            String key,
            String symbol,
            double standard,
            double prior,
            double least,
            double most,
            String unit,
            String meaning,
            String source,
            Basis basis,
            String... works) {
        this.key = key;
        this.symbol = symbol;
        this.standard = standard;
        this.prior = prior;
        this.least = least;
        this.most = most;
        this.unit = unit;
        this.meaning = meaning;
        this.source = source;
        this.basis = basis;
        this.works = String.join(" ", works);
    }

    /** The key under {@code /parameters} in a scenario. */
    public String key() {
        return key;
    }

    /** The letter in the equations; empty where there is none. */
    public String symbol() {
        return symbol;
    }

    /** The value where the scenario sets none. */
    public double standard() {
        return standard;
    }

    /**
     * The centre of the prior that a fit starts from and is held to; of what the record tells nothing about, also the default. It does not
     * move when a fit's outcome becomes the default, or a fit anew would count the record twice.
     */
    public double prior() {
        return prior;
    }

    /** Whether the default is the outcome of a fit. */
    public boolean calibrated() {
        return standard != prior;
    }

    /** The least value allowed. */
    public double least() {
        return least;
    }

    /** The greatest value allowed. */
    public double most() {
        return most;
    }

    /** Its unit; {@code 1} for a pure number. */
    public String unit() {
        return unit;
    }

    /** What it does. */
    public String meaning() {
        return meaning;
    }

    /** Where the default comes from, and of a calibrated one the prior's centre. */
    public String source() {
        return calibrated() ? CALIBRATED + "; prior centred on " + plain(prior) + ", " + source : source;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** On what kind of ground the default stands. */
    public Basis basis() {
        return calibrated() ? Basis.DERIVED : basis;
    }

    /**
     * Ids of the bundled bibliography: the papers, data sets, rules and facts behind the default, and at last, unless a paper gives
     * the value itself, the note that says how it was set.
     */
    public List<String> works() {
        return Stream.concat(
                        Stream.concat(Stream.of(calibrated() ? RECORD : ""), Stream.of(works.split(" ", -1))),
                        Stream.of(basis().note()))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    /** On what kind of ground a default stands. */
    public enum Basis {
        /** A paper gives the value. */
        PUBLISHED(""),

        /** Worked out of the data sets named, by a fit or a count. */
        DERIVED("DERIVED"),

        /** Set by hand; what is named informs it and does not fix it. */
        JUDGEMENT("JUDGEMENT");

        private final String note;

        Basis(String note) {
            this.note = note;
        }

        private String note() {
            return note;
        }
    }
}
