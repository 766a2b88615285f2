package blocsim.report;

/**
 * An entry of the bibliography.
 *
 * @param id its id, such as {@code D2}
 * @param text author, title, place and date; a bracket with known ids, such as {@code [RULES]}, becomes links
 * @param address where it can be read, empty if nowhere
 */
public record Reference(String id, String text, String address) {
    /** Whether there is an address to follow. */
    public boolean linked() {
        return !address.isEmpty();
    }
}
