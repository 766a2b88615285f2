package blocsim.rule;

/** How closely two states are aligned. */
public final class Alignment {
    private Alignment() {}

    /**
     * a_ij = 1 - |z_i - z_j|/2 + f_ij, held in [-1, 1].
     *
     * @param idealPointA z_i (Bailey, Strezhnev and Voeten 2017)
     * @param bonus f_ij from feedback
     */
    public static double of(double idealPointA, double idealPointB, double bonus) {
        double free = 1 - Math.abs(idealPointA - idealPointB) / 2 + bonus;
        return free > 1 ? 1 : free < -1 ? -1 : free;
    }

    /** d_ij = (1 - a_ij)/2 in [0, 1]. */
    public static double distance(double alignment) {
        return (1 - alignment) / 2;
    }
}
