package blocsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report with made-up figures of a likely size, for tests and for looking at. No figure in it comes from a run. */
final class SampleReport {
    static final LocalDate START = LocalDate.of(2001, 6, 15);
    static final LocalDate END = LocalDate.of(2030, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final String SOURCE = "2,000 simulated runs of the scenario sco; recorded dates: facts S1 to S9.";

    private SampleReport() {}

    static Estimate share(double value) {
        double half = 1.96 * StrictMath.sqrt(value * (1 - value) / 400);
        return new Estimate(value, Math.max(0, value - half), Math.min(1, value + half));
    }

    private static double rise(double year, double middle, double width) {
        return 1 / (1 + StrictMath.exp(-(year - middle) / width));
    }

    static List<Mark> marks() {
        return List.of(
                new Mark(LocalDate.of(2010, 4, 28), "Partner 2010", Rung.PARTNER),
                new Mark(LocalDate.of(2015, 7, 10), "Observer 2015", Rung.OBSERVER),
                new Mark(LocalDate.of(2022, 9, 16), "Approval 2022", Rung.MEMBER),
                new Mark(LocalDate.of(2024, 7, 4), "Member 2024", Rung.MEMBER));
    }

    static ReliabilityChart reliability() {
        var model = List.of(
                new ReliabilityChart.Point(.0004, new Estimate(0, 0, .003), 0, 1200),
                new ReliabilityChart.Point(.02, new Estimate(.015, .007, .033), 6, 400),
                new ReliabilityChart.Point(.2, new Estimate(.2, .118, .318), 12, 60));
        var base = List.of(new ReliabilityChart.Point(.011, new Estimate(.0108, .007, .017), 18, 1660));
        return new ReliabilityChart(
                "a decision within a year",
                List.of(new ReliabilityChart.Line("model", model), new ReliabilityChart.Line("base rate", base)),
                SOURCE);
    }

    static ScoreChart scores() {
        return new ScoreChart(
                "auroc",
                "How well decisions were told from others",
                "The chance that a cell with a decision was held likelier than one without.",
                .5,
                List.of(
                        new ScoreChart.Row("model", new Estimate(.91, .84, .96), 18, true),
                        new ScoreChart.Row("base rate", new Estimate(.58, .48, .69), 18, false)),
                SOURCE);
    }

    static CostChart costs() {
        return new CostChart(
                List.of(
                        new CostChart.Point("belarus-sco", 65, new Estimate(400, 380, 450)),
                        new CostChart.Point("synthetic-300", 300, new Estimate(60, 55, 70)),
                        new CostChart.Point("synthetic-3000", 3000, new Estimate(65, 62, 90))),
                SOURCE);
    }

    static RungChart rungs() {
        var none = new ArrayList<DatedEstimate>();
        var partner = new ArrayList<DatedEstimate>();
        var observer = new ArrayList<DatedEstimate>();
        var member = new ArrayList<DatedEstimate>();
        for (int year = 2001; year <= 2030; year++) {
            LocalDate date = LocalDate.of(year, 12, 31);
            double p = year < 2005 ? 0 : .93 * rise(year, 2010, 2.2);
            double o = year < 2006 ? 0 : .85 * rise(year, 2015.5, 2.4);
            double m = year < 2010 ? 0 : .72 * rise(year, 2023, 2.5);
            o = Math.min(o, p);
            none.add(new DatedEstimate(date, share(1 - p)));
            partner.add(new DatedEstimate(date, share(p - o)));
            observer.add(new DatedEstimate(date, share(Math.max(0, o - m))));
            member.add(new DatedEstimate(date, share(m)));
        }
        var recorded = List.of(
                new Spell(Rung.NONE, START, LocalDate.of(2010, 4, 28)),
                new Spell(Rung.PARTNER, LocalDate.of(2010, 4, 28), LocalDate.of(2015, 7, 10)),
                new Spell(Rung.OBSERVER, LocalDate.of(2015, 7, 10), LocalDate.of(2024, 7, 4)),
                new Spell(Rung.MEMBER, LocalDate.of(2024, 7, 4), TODAY));
        return new RungChart(
                "Belarus",
                "the SCO",
                List.of(
                        new RungChart.Line(Rung.NONE, none),
                        new RungChart.Line(Rung.PARTNER, partner),
                        new RungChart.Line(Rung.OBSERVER, observer),
                        new RungChart.Line(Rung.MEMBER, member)),
                recorded,
                marks(),
                SOURCE);
    }

    private static LadderTimelineChart.Row row(String state, String code, int partner, int observer, int member) {
        var spells = new ArrayList<Spell>();
        Rung held = Rung.NONE;
        LocalDate since = START;
        int[] years = {partner, observer, member};
        Rung[] rungs = {Rung.PARTNER, Rung.OBSERVER, Rung.MEMBER};
        var first = new ArrayList<LadderTimelineChart.FirstDate>();
        for (int i = 0; i < 3; i++) {
            if (years[i] > 0) {
                LocalDate date = years[i] == 2001 ? START : LocalDate.of(years[i], 7, 5);
                if (held.level() > 0 && since.isBefore(date)) {
                    spells.add(new Spell(held, since, date));
                }
                held = rungs[i];
                since = date;
            }
            if (member != 2001) {
                double middle = years[i] > 0 ? years[i] + .7 : 2027 + 2 * i + code.charAt(1) % 3;
                double by = .9 * rise(2030, middle, 2.2);
                first.add(new LadderTimelineChart.FirstDate(
                        rungs[i], quantile(middle, .05), quantile(middle, .5), quantile(middle, .95), share(by)));
            }
        }
        if (held.level() > 0) {
            spells.add(new Spell(held, since, TODAY));
        }
        return new LadderTimelineChart.Row(state, code, spells, first);
    }

    private static @Nullable LocalDate quantile(double middle, double p) {
        if (p / .9 >= 1) {
            return null;
        }
        double year = middle + 2.2 * StrictMath.log(p / .9 / (1 - p / .9));
        year = Math.max(2002, year);
        return year > 2030.9 ? null : LocalDate.of((int) year, 7, 1);
    }

    static LadderTimelineChart ladder() {
        return new LadderTimelineChart(
                "the SCO",
                START,
                END,
                Rung.MEMBER,
                List.of(
                        row("China", "CHN", 0, 0, 2001),
                        row("Kazakhstan", "KAZ", 0, 0, 2001),
                        row("Kyrgyzstan", "KGZ", 0, 0, 2001),
                        row("Russia", "RUS", 0, 0, 2001),
                        row("Tajikistan", "TJK", 0, 0, 2001),
                        row("Uzbekistan", "UZB", 0, 0, 2001),
                        row("India", "IND", 0, 2005, 2017),
                        row("Pakistan", "PAK", 0, 2005, 2017),
                        row("Iran", "IRN", 0, 2005, 2023),
                        row("Belarus", "BLR", 2010, 2015, 2024),
                        row("Mongolia", "MNG", 0, 2004, 0),
                        row("Afghanistan", "AFG", 0, 2012, 0),
                        row("Sri Lanka", "LKA", 2010, 0, 0),
                        row("Turkey", "TUR", 2013, 0, 0),
                        row("Armenia", "ARM", 2016, 0, 0),
                        row("Azerbaijan", "AZE", 2016, 0, 0),
                        row("Cambodia", "KHM", 2016, 0, 0),
                        row("Nepal", "NPL", 2016, 0, 0),
                        row("Egypt", "EGY", 2022, 0, 0),
                        row("Qatar", "QAT", 2022, 0, 0),
                        row("Saudi Arabia", "SAU", 2022, 0, 0),
                        row("Bahrain", "BHR", 2023, 0, 0),
                        row("Kuwait", "KWT", 2023, 0, 0),
                        row("Maldives", "MDV", 2023, 0, 0),
                        row("Myanmar", "MMR", 2023, 0, 0),
                        row("United Arab Emirates", "ARE", 2023, 0, 0),
                        row("Laos", "LAO", 2025, 0, 0),
                        row("Bangladesh", "BGD", 0, 0, 0),
                        row("Iraq", "IRQ", 0, 0, 0),
                        row("Israel", "ISR", 0, 0, 0),
                        row("Serbia", "SRB", 0, 0, 0),
                        row("Syria", "SYR", 0, 0, 0),
                        row("Turkmenistan", "TKM", 0, 0, 0),
                        row("Ukraine", "UKR", 0, 0, 0),
                        row("Vietnam", "VNM", 0, 0, 0)),
                0,
                SOURCE);
    }

    static BlocSizeChart size() {
        var members = new ArrayList<BlocSizeChart.Band>();
        var all = new ArrayList<BlocSizeChart.Band>();
        for (int year = 2001; year <= 2030; year++) {
            LocalDate date = LocalDate.of(year, 12, 31);
            double m = Math.rint(6 + 6 * rise(year, 2021, 3));
            double spread = year < 2008 ? 0 : Math.min(3, (year - 2006) / 5.0);
            members.add(new BlocSizeChart.Band(
                    date,
                    m,
                    m - Math.rint(spread / 2),
                    m + Math.rint(spread / 2),
                    m - Math.rint(spread),
                    m + Math.rint(spread)));
            double a = Math.rint(6 + 22 * rise(year, 2016, 4));
            double wide = year < 2004 ? 0 : Math.min(7, (year - 2003) / 2.5);
            all.add(new BlocSizeChart.Band(
                    date,
                    a,
                    a - Math.rint(wide / 2),
                    a + Math.rint(wide / 2),
                    a - Math.rint(wide),
                    a + Math.rint(wide)));
        }
        return new BlocSizeChart(
                "the SCO",
                List.of(
                        new BlocSizeChart.Count(
                                "Members",
                                members,
                                List.of(step(2001, 6), step(2017, 8), step(2023, 9), step(2024, 10)),
                                TODAY),
                        new BlocSizeChart.Count(
                                "On the ladder",
                                all,
                                List.of(
                                        step(2001, 6),
                                        step(2004, 7),
                                        step(2005, 10),
                                        step(2010, 12),
                                        step(2012, 13),
                                        step(2013, 14),
                                        step(2016, 18),
                                        step(2022, 21),
                                        step(2023, 26),
                                        step(2025, 27)),
                                TODAY)),
                SOURCE);
    }

    private static BlocSizeChart.Step step(int year, int count) {
        return new BlocSizeChart.Step(LocalDate.of(year, 7, 1), count);
    }

    private static MotivesChart.Line motive(String name, double from, double to, double jump, double spread) {
        var points = new ArrayList<DatedEstimate>();
        for (int year = 2001; year <= 2030; year++) {
            double t = (year - 2001) / 29.0;
            double value = from + (to - from) * t + jump * rise(year, 2021, .8);
            double half = spread * t;
            points.add(new DatedEstimate(LocalDate.of(year, 12, 31), new Estimate(value, value - half, value + half)));
        }
        return new MotivesChart.Line(name, points);
    }

    static MotivesChart motives() {
        return new MotivesChart(
                "Belarus",
                "the SCO",
                List.of(
                        motive("Network", 2.1, 3.6, .2, .5),
                        motive("Alignment", 3.3, 3.7, .3, .25),
                        motive("Economy", .35, .62, .1, .08),
                        motive("Status", .42, .66, 0, .04),
                        motive("Autonomy", .2, .3, .35, .1),
                        motive("Patrons", .5, .7, .1, .12),
                        motive("Cost", -.05, -.12, -.02, .03)),
                marks(),
                SOURCE);
    }

    static WaterfallChart waterfall() {
        return new WaterfallChart(
                "Belarus",
                "the SCO",
                "observer",
                "partner",
                LocalDate.of(2012, 1, 1),
                List.of(
                        new WaterfallChart.Step("Cost", -.75),
                        new WaterfallChart.Step("Network", 1.5),
                        new WaterfallChart.Step("Alignment", 2.25)),
                3,
                2.5,
                SOURCE);
    }

    static StancesChart stances() {
        return new StancesChart(
                "Belarus",
                "the SCO",
                "observer",
                LocalDate.of(2012, 1, 1),
                List.of(
                        new StancesChart.Stance("Russia", .05, 0),
                        new StancesChart.Stance("Uzbekistan", .8, .97),
                        new StancesChart.Stance("China", .05, .03)),
                SOURCE);
    }

    /** A state that is a member in a share of the runs and an outsider in the others. */
    static MapPlace place(String code, String name, int isoNumber, double member, @Nullable Rung recorded) {
        return new MapPlace(
                code,
                name,
                isoNumber,
                1.36,
                103.8,
                List.of(
                        new MapPlace.Status(Rung.NONE, share(1 - member)),
                        new MapPlace.Status(Rung.MEMBER, share(member))),
                recorded);
    }

    private static MapChart map(int year, double belarus) {
        boolean past = year <= TODAY.getYear();
        return new MapChart(
                "the SCO",
                LocalDate.of(year, 12, 31),
                "BLR",
                List.of(
                        place("BLR", "Belarus", 112, belarus, past ? Rung.NONE : null),
                        place("CHN", "China", 156, 1, past ? Rung.MEMBER : null),
                        place("MNG", "Mongolia", 496, .02, past ? Rung.OBSERVER : null),
                        place("RUS", "Russia", 643, 1, past ? Rung.MEMBER : null)),
                SOURCE);
    }

    static MapSeriesChart maps() {
        return new MapSeriesChart(
                "the SCO", List.of(map(2010, .2), map(2017, .43), map(2024, .67), map(2030, .9)), SOURCE);
    }

    static ObjectorsChart objectors() {
        return new ObjectorsChart(
                "Belarus",
                "the SCO",
                new Estimate(.731, .711, .750),
                reasons().objectors().subList(0, 2),
                2,
                SOURCE);
    }

    static StanceMatrixChart matrix() {
        return new StanceMatrixChart(
                "the SCO",
                List.of(
                        new StanceMatrixChart.Voter("UZB", "Uzbekistan"),
                        new StanceMatrixChart.Voter("TJK", "Tajikistan")),
                List.of(
                        new StanceMatrixChart.Applicant("Belarus", "BLR", share(.73), List.of(.61, .09)),
                        new StanceMatrixChart.Applicant("Iran", "IRN", share(.4), List.of(.1, .8))),
                3,
                SOURCE);
    }

    static NetworkChart network() {
        return new NetworkChart(
                LocalDate.of(2025, 12, 31),
                "Belarus",
                List.of("EAEU", "SCO"),
                List.of(
                        new NetworkChart.Member("China", "CHN", List.of("SCO")),
                        new NetworkChart.Member("Russia", "RUS", List.of("EAEU", "SCO")),
                        new NetworkChart.Member("Belarus", "BLR", List.of())),
                List.of(new NetworkChart.Tie("RUS", "BLR", false, .7)),
                SOURCE);
    }

    static Verdict verdict() {
        return new Verdict(
                "Belarus",
                "the SCO",
                Rung.MEMBER,
                LocalDate.of(2024, 7, 4),
                END,
                2000,
                new Estimate(.418, .397, .440),
                new Estimate(.684, .663, .704),
                LocalDate.of(2026, 7, 1));
    }

    static Reasons reasons() {
        return new Reasons(
                LocalDate.of(2015, 12, 31),
                List.of(
                        new Reasons.Motive(
                                "Network",
                                "neighbours and partners on the ladder [I7]",
                                new Estimate(2.86, 2.61, 3.10)),
                        new Reasons.Motive(
                                "Alignment", "closeness of foreign policy [I6]", new Estimate(3.49, 3.36, 3.61)),
                        new Reasons.Motive("Economy", "trade and courted capital [A3]", new Estimate(.48, .44, .52)),
                        new Reasons.Motive(
                                "Status", "the bloc's weight in the world [A5]", new Estimate(.54, .52, .56)),
                        new Reasons.Motive(
                                "Autonomy", "a counterbalance to the patron [A2]", new Estimate(.25, .20, .30)),
                        new Reasons.Motive("Patrons", "pull of patrons inside [A1]", new Estimate(.60, .54, .66)),
                        new Reasons.Motive("Cost", "obligations and clashes [A13]", new Estimate(-.08, -.10, -.07))),
                new Estimate(.731, .711, .750),
                List.of(
                        new Reasons.Objector("Uzbekistan", new Estimate(.612, .590, .633)),
                        new Reasons.Objector("Russia", new Estimate(.188, .171, .205)),
                        new Reasons.Objector("Tajikistan", new Estimate(.094, .082, .108)),
                        new Reasons.Objector("India", new Estimate(.041, .033, .050))));
    }

    private static Timing timing(
            String state, String event, LocalDate actual, double middle, double rank, double never) {
        return new Timing(
                state,
                event,
                actual,
                quantile(middle, .05),
                quantile(middle, .5),
                quantile(middle, .95),
                share(rank),
                share(never));
    }

    static List<Timing> timings() {
        return List.of(
                timing("Belarus", "Partner", LocalDate.of(2010, 4, 28), 2010, .47, .04),
                timing("Belarus", "Observer", LocalDate.of(2015, 7, 10), 2016, .39, .11),
                timing("Belarus", "Approval as member", LocalDate.of(2022, 9, 16), 2023, .36, .27),
                timing("Belarus", "Member", LocalDate.of(2024, 7, 4), 2025, .418, .316),
                timing("India", "Approval as member", LocalDate.of(2015, 7, 10), 2019, .21, .08),
                timing("India", "Member", LocalDate.of(2017, 6, 9), 2021, .19, .10),
                timing("Pakistan", "Member", LocalDate.of(2017, 6, 9), 2022, .012, .16),
                timing("Iran", "Approval as member", LocalDate.of(2021, 9, 17), 2016, .82, .03),
                timing("Iran", "Member", LocalDate.of(2023, 7, 4), 2018, .985, .03));
    }

    static List<WhatIf> whatIfs() {
        return List.of(
                new WhatIf(
                        "Uzbekistan does not object",
                        "/events/uzb-objection/active = false",
                        "One incumbent fewer that can stop the request [I1].",
                        List.of(
                                new WhatIf.Difference(
                                        "P(member by 2024)",
                                        WhatIf.Sign.RISE,
                                        .418,
                                        .502,
                                        new Estimate(.084, .062, .106)),
                                new WhatIf.Difference(
                                        "P(observer by 2015)",
                                        WhatIf.Sign.RISE,
                                        .392,
                                        .571,
                                        new Estimate(.179, .155, .203)))),
                new WhatIf(
                        "No sanctions on Belarus",
                        "/events/blr-sanctions-2020/active = false",
                        "Less isolation leaves less to escape from [A6]; the motive of autonomy shrinks.",
                        List.of(
                                new WhatIf.Difference(
                                        "P(member by 2024)",
                                        WhatIf.Sign.FALL,
                                        .418,
                                        .409,
                                        new Estimate(-.009, -.021, .003)),
                                new WhatIf.Difference(
                                        "P(observer by 2015)", WhatIf.Sign.NONE, .392, .392, new Estimate(0, 0, 0)))),
                new WhatIf(
                        "No guarantee by China",
                        "/events/chn-guarantee/active = false",
                        "A sponsor settles objections [I2].",
                        List.of(
                                new WhatIf.Difference(
                                        "P(member by 2024)",
                                        WhatIf.Sign.FALL,
                                        .418,
                                        .431,
                                        new Estimate(.013, .002, .024)),
                                new WhatIf.Difference(
                                        "P(observer by 2015)",
                                        WhatIf.Sign.NONE,
                                        .392,
                                        .375,
                                        new Estimate(-.017, -.029, -.005)))));
    }

    static blocsim.experiment.RequestOutcomes requests() {
        var recorded = List.of(6, 10, 31, 14, 5, 11, 6);
        var lines = new ArrayList<blocsim.experiment.RequestOutcomes.Line>();
        for (var measure : blocsim.experiment.RequestOutcomes.Measure.values()) {
            double mean = measure.share() ? .25 : recorded.get(measure.ordinal());
            lines.add(new blocsim.experiment.RequestOutcomes.Line(
                    measure, recorded.get(measure.ordinal()), mean, mean / 2, mean * 2));
        }
        return new blocsim.experiment.RequestOutcomes(
                "SCO", java.time.LocalDate.of(2001, 6, 15), java.time.LocalDate.of(2026, 3, 31), lines);
    }

    static Doubt doubt() {
        return new Doubt(
                java.time.LocalDate.of(2014, 12, 31),
                true,
                List.of(
                        new Doubt.Share(
                                "Belarus is a full member of the SCO by the end of 2030",
                                true,
                                .42,
                                .49,
                                .22,
                                new Estimate(.2, .09, .31)),
                        new Doubt.Share(
                                "Full members of the SCO at the end of 2030",
                                false,
                                13.2,
                                2.1,
                                .9,
                                new Estimate(.18, .05, .3))),
                new Doubt.Swing("What if the Kremlin did not guarantee?", 2, "P(member or higher by 2030)", .42, .2));
    }

    static ReportModel model() {
        return new ReportModel(
                "Belarus and the Shanghai Cooperation Organisation, 2001 to 2030",
                "When does Belarus become a member of the SCO, who stands in its way, and what draws it?",
                verdict(),
                List.of(rungs(), ladder(), size()),
                new ReportModel.Maps(new MapSlider(maps().maps()), maps()),
                timings(),
                new Ordering(
                        new Estimate(.61, .48, .72),
                        21,
                        "States are ordered by their first rung; those without one share the last place."),
                List.of(new blocsim.experiment.Accessions(
                        "SCO",
                        java.time.LocalDate.of(2001, 6, 15),
                        java.time.LocalDate.of(2026, 3, 31),
                        4,
                        0,
                        3,
                        9,
                        1.2,
                        4.4,
                        0.9)),
                List.of(requests()),
                reasons(),
                List.of(motives()),
                whatIfs(),
                doubt(),
                facts(),
                grounds(),
                limits(),
                new Making(
                        "sco",
                        "Its states are those of Asia.",
                        "6f1c0b2e4d7a91c3e5f7088a2b4c6d8e0f12345678909abcdef0123456789abc",
                        "0.1.0",
                        1,
                        2000,
                        "./blocsim run scenarios/sco.json --replicates 2000 --seed 1",
                        List.of("blocs/sco.json: /events/package: no state MNG here; left out"),
                        List.of(
                                new Making.DataTable(
                                        "trade.csv",
                                        "Trade between pairs of states, million US$ a year, 1995 to 2023",
                                        "Gaulier and Zignago (2010) [R1]",
                                        "Etalab 2.0"),
                                new Making.DataTable(
                                        "ideal_point.csv",
                                        "Ideal points from votes in the General Assembly, 1995 to 2023",
                                        "Bailey, Strezhnev and Voeten (2017) [R2]",
                                        "CC0"))),
                references());
    }

    private static List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        limits.add(new Limit(
                "Two dates of one partnership",
                "Partner status was granted in 2009 and agreed in 2010 [S5]; the chart shows the later date."));
        limits.addAll(Limit.ofEveryScenario(true, null));
        return limits;
    }

    private static List<Fact> facts() {
        return List.of(
                new Fact("S1", "Six states founded the bloc in 2001.", "/blocs/SCO/founders", List.of("D3", "D4")),
                new Fact("S5", "Belarus: partner 2010, observer 2015, member 2024.", "the record", List.of("D2", "D3")),
                new Fact("A1", "Isolation made the state rely on one patron.", "patrons", List.of("D2")),
                new Fact("A2", "It looks for a counterbalance.", "autonomy", List.of("D2")),
                new Fact("A3", "It courts investment.", "economy", List.of("D0", "D2")),
                new Fact("A5", "It wants to be seen as in demand.", "status", List.of("D0", "D2")),
                new Fact("A6", "The way west closed after 2020.", "/events/blr-sanctions-2020", List.of("D0")),
                new Fact("A13", "How deep obligations bite is disputed.", "/blocs/SCO/depth", List.of("D0")),
                new Fact(
                        "I1",
                        "One incumbent opposed a higher rung until July 2015.",
                        "/events/uzb-objection",
                        List.of("D2")),
                new Fact("I2", "A sponsor vouches for the state.", "/events/chn-guarantee", List.of("D1")),
                new Fact("I6", "The bloc resists outside meddling.", "alignment", List.of("D3")),
                new Fact("I7", "Growth attracts further requests.", "network", List.of("D4")));
    }

    private static Grounds grounds() {
        return new Grounds(
                List.of(
                        new Grounds.Claim("/states/BLR/patrons/RUS", "A1", "critical and growing", null),
                        new Grounds.Claim(
                                "/blocs/SCO/effort", "R1", "far less than elsewhere", LocalDate.of(2013, 12, 31))),
                List.of(
                        new Grounds.Figure(
                                "weightPatrons",
                                "\u03b2_p",
                                "weight of what patrons want",
                                -1.5,
                                "utility",
                                "judgement [A1, A2]",
                                false),
                        new Grounds.Figure("drift", "", "moves of ideal points", .12, "1", "the scenario", true)));
    }

    private static List<Reference> references() {
        return List.of(
                new Reference("D0", "Euroradio, \"What does Belarus get from joining SCO?\", July 2024", ""),
                new Reference(
                        "D1",
                        "Weekly security comment, \"The SCO is likely to enhance its value for Belarus\", 27 May to 2 June "
                                + "2019",
                        ""),
                new Reference("D2", "\"Belarus seeks counterbalance to Kremlin and Brussels\", July 2015", ""),
                new Reference("D3", "TVP World, \"China and Russia beef up their answer to NATO\", 4 July 2024", ""),
                new Reference("D4", "\"Rising SCO Interest and Belarusian Prospects for Full Membership\", 2022", ""),
                new Reference("R1", "Gaulier, G., and S. Zignago (2010), \"BACI\", CEPII Working Paper 2010-23", ""),
                new Reference(
                        "R2",
                        "Bailey, M., A. Strezhnev and E. Voeten (2017), \"Estimating Dynamic State Preferences from United "
                                + "Nations Voting Data\", Journal of Conflict Resolution 61(2)",
                        "https://doi.org/10.1177/0022002715595700"));
    }
}
