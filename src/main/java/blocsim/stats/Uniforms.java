package blocsim.stats;

/** Random numbers by address: what is asked for twice is the same twice, whatever was asked for in between. */
@FunctionalInterface
public interface Uniforms {
    /** A number uniform in (0, 1) for an address of two whole numbers. */
    double at(int row, int column);
}
