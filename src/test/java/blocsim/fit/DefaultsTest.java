package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.input.InputException;
import blocsim.model.Parameter;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped defaults are the outcome of the committed fit, to two digits. The fit is made anew by {@code blocsim calibrate scenarios/studies/all-blocs-hindcast.json}.
 */
class DefaultsTest {
    private static final Path ESTIMATES = Path.of("results", "gallery", "all-blocs-hindcast", "fit", "estimates.csv");
    private static final Path WORLD = Path.of("scenarios", "world.json");

    private static final LocalDate DAY = LocalDate.of(2015, 1, 1);

    record Row(String factor, double value, double prior) {}

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(2)).doubleValue();
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(ESTIMATES).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(cells[0], number(cells[1]), number(cells[4])));
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    static Stream<Row> ofParameters() throws IOException {
        return rows().filter(row -> Factor.named(row.factor()).isPresent());
    }

    static Stream<Row> ofEfforts() throws IOException {
        return rows().filter(row -> row.factor().startsWith("effort of "));
    }

    static Stream<Parameter> unfitted() {
        var fitted = Factor.STANDARD.stream()
                .flatMap(name -> Factor.named(name).orElseThrow().parameters().stream())
                .toList();
        return Stream.of(Parameter.values()).filter(parameter -> !fitted.contains(parameter));
    }

    @ParameterizedTest
    @MethodSource("ofParameters")
    void theDefaultIsTheFittedValue(Row row) {
        for (Parameter parameter : Factor.named(row.factor()).orElseThrow().parameters()) {
            double expected = row.factor().equals(Factor.ALL_STANCES)
                    ? rounded(row.value() * parameter.prior())
                    : rounded(row.value());
            assertEquals(expected, parameter.standard(), 1e-12, parameter.key());
        }
    }

    @ParameterizedTest
    @MethodSource("ofEfforts")
    void theEffortOfABlocIsTheFittedValue(Row row) throws InputException {
        String bloc = row.factor().substring("effort of ".length());
        Scenario world = new ScenarioReader().read(WORLD, List.of());
        double shipped =
                Objects.requireNonNull(world.blocs().get(bloc)).effort().at(DAY, 0.0);
        assertEquals(rounded(row.value()), shipped, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("ofParameters")
    void thePriorStaysWhereTheCommittedFitHadIt(Row row) {
        assertEquals(row.prior(), Factor.named(row.factor()).orElseThrow().value(0), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("unfitted")
    void theDefaultOfWhatIsNotFittedIsThePriorsCentre(Parameter parameter) {
        assertEquals(parameter.prior(), parameter.standard());
    }

    @Test
    void theCommittedFitHasEveryStandardFactor() throws IOException {
        assertEquals(Factor.STANDARD.size(), ofParameters().count());
    }
}
