package blocsim.scenario;

import blocsim.input.JsonText;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.panel.Country;
import blocsim.panel.Panel;
import blocsim.stats.Quantiles;
import blocsim.stats.RankCorrelation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes scenarios of invented worlds, whose states are spread as the panel's were in {@link #YEAR}: GDP, ideal points, polyarchy,
 * partners in trade and their shares, neighbours, shared bodies and rivals, with the rank correlations of the first three.
 *
 * <p>States lie at random in a square. What neighbours share makes them alike; trade goes to large and near states, bodies join
 * those who lie together, rivals are near states that are not aligned, and blocs are founded by the close around a large state. The
 * model reads no alliance, so none is made. The same order gives the same text on every machine.
 */
public final class WorldGenerator {
    /** The year of the panel whose distributions are taken. */
    public static final int YEAR = 2019;

    /** The most states of a world: their codes have five digits at most. */
    public static final int MOST_STATES = 20_000;

    /** The most founders of a bloc. */
    public static final int MOST_FOUNDERS = 30;

    /** The most years of a horizon: it begins with 2001, and a scenario must end before 2199. */
    public static final int MOST_YEARS = 198;

    private static final double MATERIAL_SHARE = 0.01;
    private static final int REAL_STATES = 193;
    private static final int FIRST_YEAR = 2001;
    private static final int REPLICATES = 100;

    /** Draws of a world, each with a key of its own. */
    private enum Draw {
        PLACE_X,
        PLACE_Y,
        REACH,
        ALIGNMENT,
        REGIME,
        SIZE,
        INCOME,
        TRADE,
        ISLAND,
        BODY_PLACE,
        BODY_SIZE,
        BODY_MEMBER,
        RIVALRY,
        FOUNDERS,
        DEPTH,
        RULE;

        private final long key = Streams.key(name());
    }

    /**
     * What world is wanted.
     *
     * @param states how many, from 3 to {@link #MOST_STATES}
     * @param blocs how many, from 1 to the number of states
     * @param seed from which all luck is derived
     * @param years the length of the horizon, from 1 to {@link #MOST_YEARS}
     */
    public record Order(int states, int blocs, long seed, int years) {}

    /** A state of the panel: what is taken from it. */
    private record Model(
            double gdp,
            double income,
            double idealPoint,
            double polyarchy,
            List<Double> shares,
            int near,
            int borders) {}

    private record Link(int a, int b, double weight) {}

    private final Order order;
    private final Streams streams;
    private final List<Model> models;
    private final int n;
    private final String[] codes;
    private final long[] key;
    private final double[] x;
    private final double[] y;
    private final double[] gdp;
    private final double[] idealPoint;
    private final double[] polyarchy;
    private final double[] need;
    private final double rivalsPerState;
    private final List<Link> near;
    private final List<List<Integer>> neighbours = new ArrayList<>();

    private WorldGenerator(Panel panel, Order order) {
        this.order = order;
        this.n = order.states();
        this.streams = new Streams(order.seed(), 0);
        var countries = countries(panel);
        this.models = models(panel, countries);
        this.rivalsPerState = rivals(panel, countries);
        int digits = Math.max(2, Integer.toString(n).length());
        this.codes = IntStream.rangeClosed(1, n)
                .mapToObj(i -> String.format(Locale.ROOT, "X%0" + digits + "d", i))
                .toArray(String[]::new);
        this.key = Arrays.stream(codes).mapToLong(Streams::key).toArray();
        this.x = draw(Draw.PLACE_X);
        this.y = draw(Draw.PLACE_Y);
        this.near = near();
        for (int i = 0; i < n; i++) {
            neighbours.add(new ArrayList<>());
        }
        for (var link : near) {
            neighbours.get(link.a()).add(link.b());
            neighbours.get(link.b()).add(link.a());
        }
        double[] aligned = shared(normal(Draw.ALIGNMENT));
        double[] regime = joined(Model::idealPoint, Model::polyarchy, aligned, shared(normal(Draw.REGIME)));
        double[] size = joined(Model::idealPoint, Model::gdp, aligned, normal(Draw.SIZE));
        double[] income = joined(Model::gdp, Model::income, size, normal(Draw.INCOME));
        this.idealPoint = spread(aligned, Model::idealPoint);
        this.polyarchy = spread(regime, Model::polyarchy);
        this.gdp = spread(size, Model::gdp);
        this.need = Arrays.stream(ranks(income)).map(rank -> 1 - rank).toArray();
    }

    /** The scenario file of a world, in JSON. */
    public static String json(Panel panel, Order order) {
        return JsonText.write(new WorldGenerator(panel, order).scenario());
    }

    private static List<String> countries(Panel panel) {
        return panel.countries().stream()
                .map(Country::iso3)
                .filter(code -> panel.gdp(code, YEAR, YEAR).known()
                        && panel.population(code, YEAR, YEAR).known()
                        && panel.polyarchy(code, YEAR, YEAR).known()
                        && panel.idealPoint(code, YEAR, YEAR).known())
                .toList();
    }

    /** The panel's states of the year, by their GDP. */
    private static List<Model> models(Panel panel, List<String> countries) {
        return countries.stream()
                .map(code -> new Model(
                        panel.gdp(code, YEAR, YEAR).value(),
                        panel.gdp(code, YEAR, YEAR).value()
                                / panel.population(code, YEAR, YEAR).value(),
                        panel.idealPoint(code, YEAR, YEAR).value(),
                        panel.polyarchy(code, YEAR, YEAR).value(),
                        Arrays.stream(panel.tradeShares(code, countries, YEAR, YEAR))
                                .filter(share -> share >= MATERIAL_SHARE)
                                .map(share -> -share)
                                .sorted()
                                .mapToObj(share -> -share)
                                .toList(),
                        (int) panel.within300km(code).stream()
                                .filter(countries::contains)
                                .count(),
                        (int) countries.stream()
                                .filter(other -> panel.landBorder(code, other))
                                .count()))
                .sorted(Comparator.comparingDouble(Model::gdp))
                .toList();
    }

    private static double rivals(Panel panel, List<String> countries) {
        var day = LocalDate.of(YEAR, 12, 31);
        long pairs = 0;
        for (var a : countries) {
            pairs += countries.stream().filter(b -> panel.rival(a, b, day)).count();
        }
        return (double) pairs / countries.size();
    }

    private double uniform(Draw draw, long a, long b) {
        return streams.uniform(Purpose.INVENTION, draw.key, a, b, 0);
    }

    private double[] draw(Draw draw) {
        return Arrays.stream(key).mapToDouble(state -> uniform(draw, state, 0)).toArray();
    }

    private double[] normal(Draw draw) {
        return Arrays.stream(key)
                .mapToDouble(state -> streams.normal(Purpose.INVENTION, draw.key, state, 0, 0))
                .toArray();
    }

    private double distance(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        return StrictMath.sqrt(dx * dx + dy * dy);
    }

    /** The nearest pairs, measured by how far their lands reach, as many a state as in the panel; nearest first. */
    private List<Link> near() {
        double[] reach = Arrays.stream(normal(Draw.REACH))
                .map(z -> StrictMath.exp(0.4 * z))
                .toArray();
        double perState = models.stream().mapToInt(Model::near).average().orElse(0);
        int wanted = (int) Math.min(StrictMath.round(n * perState / 2), n * (n - 1L) / 2);
        double bound = 1.5 * StrictMath.sqrt(perState / n);
        var links = new ArrayList<Link>();
        while (links.size() < wanted) {
            links.clear();
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    double apart = distance(i, j) * 2 / (reach[i] + reach[j]);
                    if (apart < bound) {
                        links.add(new Link(i, j, apart));
                    }
                }
            }
            bound *= 2;
        }
        links.sort(Comparator.comparingDouble(Link::weight)
                .thenComparingInt(Link::a)
                .thenComparingInt(Link::b));
        return List.copyOf(links.subList(0, wanted));
    }

    /** Noise that neighbours share: each state's own and its neighbours', to the same spread. */
    private double[] shared(double[] own) {
        var all = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = own[i];
            for (int j : neighbours.get(i)) {
                sum += own[j];
            }
            all[i] = sum / StrictMath.sqrt(1 + neighbours.get(i).size());
        }
        return all;
    }

    /** Noise joined to other noise, by the rank correlation that two figures have in the panel. */
    private double[] joined(ToDoubleFunction<Model> of, ToDoubleFunction<Model> with, double[] noise, double[] own) {
        double tau = RankCorrelation.kendall(
                models.stream().mapToDouble(of).toArray(),
                models.stream().mapToDouble(with).toArray());
        double r = StrictMath.sin(StrictMath.PI / 2 * tau);
        return IntStream.range(0, n)
                .mapToDouble(i -> r * noise[i] + StrictMath.sqrt(1 - r * r) * own[i])
                .toArray();
    }

    /** The rank of each state's noise among all, in (0, 1). */
    private double[] ranks(double[] noise) {
        var byNoise = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> noise[i]).thenComparing(i -> i))
                .toList();
        var ranks = new double[n];
        for (int k = 0; k < n; k++) {
            ranks[byNoise.get(k)] = (k + 0.5) / n;
        }
        return ranks;
    }

    /** The panel's quantiles at the ranks of noise. */
    private double[] spread(double[] noise, ToDoubleFunction<Model> figure) {
        double[] sorted = models.stream().mapToDouble(figure).sorted().toArray();
        return Arrays.stream(ranks(noise))
                .map(rank -> Quantiles.of(sorted, rank))
                .toArray();
    }

    private Map<String, Object> scenario() {
        var founders = founders();
        var scenario = new LinkedHashMap<String, Object>();
        scenario.put("name", "invented-" + n + "-" + order.blocs() + "-" + order.seed());
        scenario.put("title", "An invented world of " + n + " states and " + order.blocs() + " blocs");
        scenario.put(
                "description",
                "No state of it exists. GDP, ideal points, democracy, trade, neighbours, shared bodies and rivalries are spread as"
                        + " in the data panel of " + YEAR + "; made from seed " + order.seed() + ".");
        var focus = new LinkedHashMap<String, Object>();
        focus.put("state", codes[closest(founders.get(0))]);
        focus.put("bloc", "B1");
        scenario.put("focus", focus);
        var horizon = new LinkedHashMap<String, Object>();
        horizon.put("start", FIRST_YEAR + "-01-01");
        horizon.put("end", (FIRST_YEAR + order.years() - 1) + "-12-31");
        scenario.put("horizon", horizon);
        scenario.put("replicates", REPLICATES);
        scenario.put("states", states());
        scenario.put("blocs", blocs(founders));
        return scenario;
    }

    private Map<String, Object> states() {
        var trade = trade();
        var bodies = bodies();
        var rivals = rivals();
        double[] island = draw(Draw.ISLAND);
        double islands =
                (double) models.stream().filter(model -> model.borders() == 0).count() / models.size();
        long borders = StrictMath.round(
                n * models.stream().mapToInt(Model::borders).average().orElse(0) / 2);
        var nearOf = new TreeMap<Integer, List<String>>();
        var bordersOf = new TreeMap<Integer, List<String>>();
        for (var link : near) {
            boolean byLand = borders > 0 && island[link.a()] >= islands && island[link.b()] >= islands;
            borders -= byLand ? 1 : 0;
            (byLand ? bordersOf : nearOf)
                    .computeIfAbsent(link.a(), i -> new ArrayList<>())
                    .add(codes[link.b()]);
        }
        var states = new LinkedHashMap<String, Object>();
        for (int i = 0; i < n; i++) {
            var state = new LinkedHashMap<String, Object>();
            state.put("name", "State " + codes[i].substring(1));
            state.put("idealPoint", number(idealPoint[i], 3));
            state.put("gdp", new BigDecimal(gdp[i]).round(new MathContext(4)).toBigInteger());
            state.put("polyarchy", number(polyarchy[i], 3));
            state.put("need", number(need[i], 4));
            state.put("tradeShares", trade.get(i));
            put(state, "near", nearOf.get(i));
            put(state, "borders", bordersOf.get(i));
            put(state, "bodies", bodies.get(i));
            put(state, "rivals", rivals.get(i));
            states.put(codes[i], state);
        }
        return states;
    }

    private static void put(Map<String, Object> state, String name, @Nullable List<String> list) {
        if (list != null) {
            state.put(name, list.stream().sorted().toList());
        }
    }

    private static BigDecimal number(double value, int decimals) {
        return BigDecimal.valueOf(StrictMath.round(value * StrictMath.pow(10, decimals)), decimals);
    }

    /**
     * Material shares in the trade of each state: those of the panel's state of its rank by GDP, given out in order to the partners
     * that pull most: GDP over distance, times luck from 1 to 3 that both partners share.
     */
    private List<Map<String, Object>> trade() {
        double[] rank = ranks(gdp);
        var trade = new ArrayList<Map<String, Object>>();
        var pull = new double[n];
        for (int i = 0; i < n; i++) {
            var shares = models.get((int) (rank[i] * models.size())).shares();
            for (int j = 0; j < n; j++) {
                double luck = 1 + 2 * uniform(Draw.TRADE, key[Math.min(i, j)], key[Math.max(i, j)]);
                pull[j] = i == j ? -1 : gdp[j] / (distance(i, j) + 0.1 / StrictMath.sqrt(n)) * luck;
            }
            var most = largest(pull, Math.min(shares.size(), n - 1));
            var of = new TreeMap<String, Object>();
            for (int k = 0; k < most.length; k++) {
                of.put(codes[most[k]], BigDecimal.valueOf((long) (shares.get(k) * 1e4), 4));
            }
            trade.add(of);
        }
        return trade;
    }

    /** The positions of the largest values, largest first; the first among equals. */
    private static int[] largest(double[] values, int count) {
        var at = new int[count];
        int kept = 0;
        for (int j = 0; j < values.length; j++) {
            if (kept == count && (count == 0 || values[j] <= values[at[kept - 1]])) {
                continue;
            }
            int n = kept < count ? kept++ : kept - 1;
            while (n > 0 && values[at[n - 1]] < values[j]) {
                at[n] = at[n - 1];
                n--;
            }
            at[n] = j;
        }
        return at;
    }

    /** Bodies of 4 to 60 states that lie together, one for every three states. */
    private Map<Integer, List<String>> bodies() {
        var bodies = new TreeMap<Integer, List<String>>();
        var nearness = new double[n];
        for (int b = 0; b < Math.max(1, n / 3); b++) {
            int centre = (int) (uniform(Draw.BODY_PLACE, b, 0) * n);
            int size = (int) (4 * StrictMath.pow(15, uniform(Draw.BODY_SIZE, b, 0)));
            for (int j = 0; j < n; j++) {
                nearness[j] = -distance(centre, j);
            }
            for (int j : largest(nearness, Math.min(size, Math.max(2, n / 3)))) {
                if (uniform(Draw.BODY_MEMBER, b, key[j]) < 0.8) {
                    bodies.computeIfAbsent(j, i -> new ArrayList<>()).add("O" + (b + 1));
                }
            }
        }
        return bodies;
    }

    /** Rivals among near states, the likelier the less aligned; as many a state as in the panel. */
    private Map<Integer, List<String>> rivals() {
        var candidates = new ArrayList<Link>();
        for (var link : near) {
            double apart = StrictMath.abs(idealPoint[link.a()] - idealPoint[link.b()]);
            double luck = uniform(Draw.RIVALRY, key[link.a()], key[link.b()]);
            candidates.add(new Link(link.a(), link.b(), luck / (0.1 + apart)));
        }
        candidates.sort(Comparator.comparingDouble(Link::weight)
                .thenComparingInt(Link::a)
                .thenComparingInt(Link::b));
        int wanted = (int) StrictMath.min(candidates.size(), StrictMath.rint(n * rivalsPerState / 2));
        var rivals = new TreeMap<Integer, List<String>>();
        for (var link : candidates.subList(0, wanted)) {
            rivals.computeIfAbsent(link.a(), i -> new ArrayList<>()).add(codes[link.b()]);
        }
        return rivals;
    }

    /** The founders of each bloc: a large state that has founded none, and those closest to it. */
    private List<List<Integer>> founders() {
        var bySize = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -gdp[i]).thenComparing(i -> i))
                .toList();
        var taken = new TreeSet<Integer>();
        var founders = new ArrayList<List<Integer>>();
        for (int b = 0; b < order.blocs(); b++) {
            int leader =
                    bySize.stream().filter(i -> !taken.contains(i)).findFirst().orElse(bySize.get(b));
            int size = (int) (4 * StrictMath.pow(MOST_FOUNDERS / 4.0, uniform(Draw.FOUNDERS, b, 0)));
            var founding = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer j) -> apart(leader, j))
                            .thenComparing(j -> j))
                    .limit(Math.min(size, Math.max(2, n / 3)))
                    .sorted()
                    .toList();
            taken.addAll(founding);
            founders.add(founding);
        }
        return founders;
    }

    /** How far apart two states are, in neighbourhoods and in UN votes. */
    private double apart(int i, int j) {
        return distance(i, j) * StrictMath.sqrt(n) / 4 + StrictMath.abs(idealPoint[i] - idealPoint[j]);
    }

    /** The outsider closest to the founders of a bloc. */
    private int closest(List<Integer> founders) {
        return IntStream.range(0, n)
                .filter(i -> !founders.contains(i))
                .boxed()
                .min(Comparator.comparingDouble((Integer i) ->
                                founders.stream().mapToDouble(j -> apart(i, j)).sum())
                        .thenComparing(i -> i))
                .orElse(0);
    }

    private Map<String, Object> blocs(List<List<Integer>> founders) {
        var blocs = new LinkedHashMap<String, Object>();
        for (int b = 0; b < founders.size(); b++) {
            var bloc = new LinkedHashMap<String, Object>();
            bloc.put("title", "Bloc " + (b + 1));
            bloc.put("founders", founders.get(b).stream().map(i -> codes[i]).toList());
            if (n > REAL_STATES) {
                // As many ask a bloc in a large world as in one of the real size.
                bloc.put("effort", number(StrictMath.log((double) n / REAL_STATES), 2));
            }
            bloc.put("depth", number(0.05 + 0.55 * uniform(Draw.DEPTH, b, 0), 2));
            var ladder = new LinkedHashMap<String, Object>();
            ladder.put("observer", Map.of("height", 2));
            var member = new LinkedHashMap<String, Object>();
            member.put("height", 3);
            member.put("entryMonths", 12);
            ladder.put("member", member);
            bloc.put("ladder", ladder);
            var rule = new LinkedHashMap<String, Object>();
            boolean majority = uniform(Draw.RULE, b, 0) < 0.125;
            rule.put("rule", majority ? "majority" : "no-objection");
            if (majority) {
                rule.put("share", number(0.667, 3));
            }
            bloc.put("admission", rule);
            blocs.put("B" + (b + 1), bloc);
        }
        return blocs;
    }
}
