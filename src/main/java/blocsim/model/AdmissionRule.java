package blocsim.model;

/** Who must agree before a candidate is admitted. */
public sealed interface AdmissionRule {
    /** Admitted unless a full member objects: consensus, as in Article 16 of the SCO's Charter. */
    record NoObjection() implements AdmissionRule {}
}
