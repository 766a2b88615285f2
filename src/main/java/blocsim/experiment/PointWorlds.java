package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.input.Setting;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.World;
import blocsim.scenario.Factor;
import blocsim.scenario.Level;
import blocsim.scenario.Study;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of design points, each made once for all its replicates. Where only parameters of the model differ from a world made
 * before, its figures are used again.
 */
final class PointWorlds {
    private static final String PARAMETERS = "/parameters/";

    private final Study study;
    private final DesignPoints points;
    private final Map<String, FutureTask<Prepared>> figures;
    private final Map<Long, FutureTask<World>> worlds;

    /** @param atOnce how many design points are worked on at once, at least 1 */
    PointWorlds(Study study, DesignPoints points, int atOnce) {
        this.study = study;
        this.points = points;
        this.figures = kept(atOnce + 2);
        this.worlds = kept(atOnce + 2);
    }

    private static <K, V> Map<K, V> kept(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The world of a design point.
     *
     * @throws InputException if the values of the point make no valid scenario
     */
    World at(long point) throws InputException {
        return get(worlds, point, () -> make(points.at(point)));
    }

    private interface Making<V> {
        V make() throws InputException;
    }

    private static <K, V> V get(Map<K, FutureTask<V>> kept, K key, Making<V> making) throws InputException {
        FutureTask<V> task;
        synchronized (kept) {
            task = kept.computeIfAbsent(key, k -> new FutureTask<>(making::make));
        }
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a world was made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InputException wrong) {
                throw wrong;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private World make(List<Level> levels) throws InputException {
        var parameters = new EnumMap<Parameter, Double>(Parameter.class);
        var settings = new ArrayList<Setting>();
        var key = new StringBuilder();
        for (int f = 0; f < levels.size(); f++) {
            var factor = study.factors().get(f);
            var level = levels.get(f);
            var parameter = parameter(factor, level);
            if (parameter != null) {
                parameters.put(parameter, ((JsonSource.Numeral) level.value()).value());
            } else {
                settings.add(factor.set(level));
                key.append(factor.name())
                        .append('=')
                        .append(JsonText.canonical(level.value()))
                        .append('\n');
            }
        }
        var made =
                get(figures, key.toString(), () -> Prepared.of(study.scenario().with(settings)));
        if (parameters.isEmpty()) {
            return made.world();
        }
        var own = new EnumMap<Parameter, Double>(Parameter.class);
        for (var each : Parameter.values()) {
            own.put(
                    each,
                    parameters.getOrDefault(each, made.scenario().parameters().get(each)));
        }
        return made.worldWith(Parameters.with(own));
    }

    /** The parameter that a level is a value of; null if it is none, or out of the range that a scenario may give. */
    private static @Nullable Parameter parameter(Factor factor, Level level) {
        if (factor.pointer().startsWith(PARAMETERS) && level.value() instanceof JsonSource.Numeral number) {
            for (var each : Parameter.values()) {
                if (each.key().equals(factor.pointer().substring(PARAMETERS.length()))
                        && number.value() >= each.least()
                        && number.value() <= each.most()) {
                    return each;
                }
            }
        }
        return null;
    }
}
