package blocsim.input;

/**
 * One thing that is wrong in what a user gave, where it stands, and what to do about it.
 *
 * @param file the file as the user named it, or another name of the place such as {@code --set}
 * @param line the line, from 1; 0 where a line means nothing
 * @param pointer the JSON pointer of the value, or the column of a table; empty where the whole file is meant
 * @param what what is wrong, without a closing full stop
 * @param remedy what would be right, as a sentence; empty where {@code what} says it all
 */
public record InputProblem(String file, int line, String pointer, String what, String remedy) {
    /** The problem as one line: {@code file:line pointer: what; remedy}. */
    @Override
    public String toString() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!pointer.isEmpty()) {
            text.append(' ').append(pointer);
        }
        text.append(": ").append(what);
        if (!remedy.isEmpty()) {
            text.append("; ").append(afterSemicolon(remedy));
        }
        return text.toString();
    }

    /** A sentence with a small first letter, unless a word in capitals begins it. */
    private static String afterSemicolon(String sentence) {
        boolean word = sentence.length() < 2 || !Character.isUpperCase(sentence.charAt(1));
        return word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }
}
