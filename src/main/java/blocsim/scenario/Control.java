package blocsim.scenario;

import blocsim.input.JsonSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of one scenario that a reader may set to see what follows, with all that must be known to do so.
 *
 * @param pointer where it stands, for {@code --set}
 * @param group of what it is a part
 * @param form how it is set
 * @param label a few words for it
 * @param meaning what it is
 * @param unit its unit; empty where it has none, 1 for a pure number
 * @param least the least number allowed; 0 where it is no number
 * @param most the greatest number allowed; 0 where it is no number
 * @param low where a slider begins, at least {@code least}
 * @param high where a slider ends, at most {@code most}
 * @param step from one position of a slider to the next; above 0 for numbers
 * @param standard what holds now; null where the scenario says nothing, so that the data panel or a default speaks
 * @param drawn whether each replicate draws its own value around the standard; another value that is set holds in all of them
 * @param options what may be chosen, for {@link Form#CHOICE}
 * @param evidence what its value rests on
 */
public record Control(
        String pointer,
        Group group,
        Form form,
        String label,
        String meaning,
        String unit,
        double least,
        double most,
        double low,
        double high,
        double step,
        @Nullable JsonSource standard,
        boolean drawn,
        List<Option> options,
        List<Cited> evidence) {
    /** Copies the lists. */
    public Control {
        options = List.copyOf(options);
        evidence = List.copyOf(evidence);
    }

    /** Of what a value is a part. */
    public enum Group {
        /** The focus state. */
        STATE,
        /** What happens from outside to the focus state or within the focus bloc. */
        EVENTS,
        /** The focus bloc and its rules. */
        BLOC,
        /** The numbers of the model. */
        PARAMETERS
    }

    /** How a value is set. */
    public enum Form {
        /** A number in a range. */
        NUMBER,
        /** Something that is there or is taken away: null takes it away. */
        SWITCH,
        /** A day; null takes it away. */
        DATE,
        /** One of some options. */
        CHOICE
    }

    /**
     * Something that may be chosen in place of what holds.
     *
     * @param label a few words for it
     * @param value what stands at the pointer then
     */
    public record Option(String label, JsonSource value) {}
}
