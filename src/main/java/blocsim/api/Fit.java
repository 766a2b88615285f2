package blocsim.api;

import blocsim.fit.Backtest;
import blocsim.fit.Calibration;
import blocsim.fit.FitStudy;
import blocsim.input.InputException;
import java.nio.file.Path;

/** A study that fits parameters to the record, as read from a file; immutable. */
public final class Fit {
    private final FitStudy study;

    private Fit(FitStudy study) {
        this.study = study;
    }

    /**
     * Reads such a study.
     *
     * @param file JSON or YAML, such as {@code scenarios/studies/sco-hindcast.json}
     * @throws InputException with every problem in it
     */
    public static Fit read(Path file) throws InputException {
        return new Fit(FitStudy.read(file));
    }

    /** Like {@link #read(Path)}, by the file's name. */
    public static Fit read(String file) throws InputException {
        return read(Path.of(file));
    }

    /**
     * Fits the parameters: what {@code blocsim calibrate} works out.
     *
     * @throws InputException if the scenario of the study is wrong
     */
    public Calibration calibrate() throws InputException {
        return Calibration.of(study);
    }

    /**
     * Fits up to each origin, forecasts what came after it, and scores that beside baselines: what {@code blocsim backtest} works out.
     *
     * @throws InputException if the scenario of the study is wrong, or it asks for no back-test
     */
    public Backtest backtest() throws InputException {
        return Backtest.of(study, origin -> {});
    }
}
