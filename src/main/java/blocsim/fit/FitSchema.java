package blocsim.fit;

import blocsim.input.JsonText;
import blocsim.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of {@link FitStudy}, which lets editors complete and check a study's file. */
final class FitSchema {
    private FitSchema() {}

    static String json() {
        var factors = new ArrayList<String>(
                Arrays.stream(Parameter.values()).map(Parameter::key).toList());
        factors.add(Factor.ALL_STANCES);
        Map<String, Object> factor = Map.of("enum", List.copyOf(factors));
        var backtest = new LinkedHashMap<String, Object>();
        backtest.put("first", whole("the year whose 31 December is the first origin", 1997, 2024));
        backtest.put("last", whole("that of the last origin", 1997, 2024));
        backtest.put("refitEvery", whole("every how many origins parameters are fitted anew", 1, 100));
        backtest.put("draws", whole("how many worlds are drawn for forecasts many years ahead", 1, 10_000));
        backtest.put("blocs", list("codes of the blocs whose forecasts are scored; else all", text()));
        backtest.put("leaveOut", list("codes of blocs whose own record no parameter is fitted to", text()));
        backtest.put(
                "transfer",
                described(
                        "whether each scored bloc is left out in turn and forecast by what is fitted to the others",
                        Map.of("type", "boolean")));
        var keys = new LinkedHashMap<String, Object>();
        keys.put("$schema", described("the JSON Schema of this file, for editors", text()));
        keys.put("title", described("one line for reports", text()));
        keys.put("description", described("what the study asks", text()));
        keys.put("scenario", described("the scenario's file, as a path from this one", text()));
        keys.put("factors", list("what is fitted; else the usual fourteen", factor));
        keys.put("blocEfforts", list("codes of the blocs whose own effort is fitted; else all", text()));
        keys.put("from", whole("the year whose 31 December is the first origin that is fitted", 1995, 2024));
        keys.put("to", whole("that of the last origin that is fitted", 1995, 2024));
        keys.put("recorded", shares("share of requests that are on record; of a list the first is used"));
        keys.put("objectorsNamed", shares("share of stops on record with an objector; of a list the first is used"));
        keys.put("profiles", list("factors whose profiles are drawn up", factor));
        keys.put("starts", whole("how many searches begin near the defaults", 1, 100));
        keys.put("evaluations", whole("how many evaluations each search has", 100, 1_000_000));
        keys.put("seed", described("what starts, histories and draws derive from", Map.of("type", "integer")));
        keys.put("backtest", object(backtest));
        keys.put("recover", object(Map.of("histories", whole("how many histories a recovery makes", 1, 10_000))));
        var root = new LinkedHashMap<String, Object>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "A fit of parameters to the record, and a back-test of forecasts from it");
        root.putAll(object(keys));
        root.put("required", List.of("scenario"));
        return JsonText.write(root);
    }

    private static Map<String, Object> text() {
        return Map.of("type", "string");
    }

    private static Map<String, Object> described(String meaning, Map<String, Object> kind) {
        var both = new LinkedHashMap<String, Object>();
        both.put("description", meaning);
        both.putAll(kind);
        return both;
    }

    private static Map<String, Object> whole(String meaning, int least, int most) {
        var kind = new LinkedHashMap<String, Object>();
        kind.put("type", "integer");
        kind.put("minimum", least);
        kind.put("maximum", most);
        return described(meaning, kind);
    }

    private static Map<String, Object> list(String meaning, Map<String, Object> item) {
        var kind = new LinkedHashMap<String, Object>();
        kind.put("type", "array");
        kind.put("items", item);
        return described(meaning, kind);
    }

    private static Map<String, Object> shares(String meaning) {
        var share = new LinkedHashMap<String, Object>();
        share.put("type", "number");
        share.put("exclusiveMinimum", 0);
        share.put("maximum", 1);
        var many = new LinkedHashMap<String, Object>();
        many.put("type", "array");
        many.put("items", share);
        return described(meaning, Map.of("anyOf", List.of(share, many)));
    }

    private static Map<String, Object> object(Map<String, Object> keys) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("properties", keys);
        object.put("additionalProperties", false);
        return object;
    }
}
