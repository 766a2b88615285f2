package blocsim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small calibrated scenario that looks ahead from the end of 2014. */
final class CalibratedScenario {
    private static final String JSON = """
            {
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2015-01-01", "end": "2019-12-31"},
              "dataUntil": "2014-12-31",
              "states": {"BLR": {}, "CHN": {}, "IND": {}, "KAZ": {}, "KGZ": {}, "PAK": {}, "RUS": {}, "TJK": {}, "TUR": {}, "UZB": {}},
              "blocs": {
                "SCO": {
                  "record": "SCO",
                  "effort": -4,
                  "ladder": {"partner": {"height": 1}, "observer": {"height": 2}, "member": {"height": 3}}
                }
              },
              "parameters": {"weightNetwork": 4, "agendaBase": -1.5},
              "calibration": {
                "until": "2014-12-31",
                "factors": [
                  {"pointers": ["/parameters/weightNetwork"], "mode": [4], "scale": "log", "covariance": [0.25]},
                  {"pointers": ["/blocs/SCO/effort"], "mode": [-4], "scale": "linear", "covariance": [0.1, 4]},
                  {"pointers": ["/parameters/agendaBase"], "mode": [-1.5], "scale": "linear", "covariance": [0, 0, 9]}
                ]
              }
            }
            """;

    private CalibratedScenario() {}

    static Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("calibrated.json"), JSON);
    }
}
