package blocsim.input;

import java.util.List;
import java.util.stream.Collectors;

/** The user's input cannot be used; carries every problem found in it. The command line ends with status 2. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    /** @param problems at least one problem, in the order in which they stand in the input */
    public InputException(List<InputProblem> problems) {
        super(problems.stream().map(InputProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Every problem found, in the order of the input. */
    public List<InputProblem> problems() {
        return problems;
    }
}
