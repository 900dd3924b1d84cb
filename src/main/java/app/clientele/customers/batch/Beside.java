package app.clientele.customers.batch;

import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps what a list says of customers besides their record. A module has one as a bean; what it
 * writes is taken back with the import, as it hangs on the customers.
 */
public interface Beside {
    /**
     * What was said of somebody.
     *
     * @param words by what they are about
     */
    record Said(UUID customer, Map<String, String> words) {}

    /** Those of them of whom something else is known than what was said, and should not be. */
    Set<UUID> differing(List<Said> said, OnDuplicate onDuplicate);

    /** Writes down what was said. */
    void take(List<Said> said);
}
