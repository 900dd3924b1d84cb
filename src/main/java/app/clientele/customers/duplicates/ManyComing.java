package app.clientele.customers.duplicates;

/**
 * Says that records are coming in by the thousand, so that looking for pairs among them waits. A
 * module has one as a bean.
 */
public interface ManyComing {
    /** Whether they are, into the caller's business; asked within a transaction. */
    boolean now();
}
