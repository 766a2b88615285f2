package blocsim.report;

import java.util.List;

/** A bloc's code as sentences name it: "the SCO", but "NATO", which is said as a word. */
final class BlocName {
    private static final List<String> SAID_AS_WORDS = List.of("ASEAN", "BRICS", "NATO");

    private BlocName() {}

    static String of(String code) {
        return SAID_AS_WORDS.contains(code) ? code : "the " + code;
    }
}
