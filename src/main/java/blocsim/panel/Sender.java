package blocsim.panel;

/** Who imposes sanctions. */
public enum Sender {
    /** The European Union. */
    EU,
    /** The United States. */
    US,
    /** The Security Council of the United Nations. */
    UN
}
