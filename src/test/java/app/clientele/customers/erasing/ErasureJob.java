package app.clientele.customers.erasing;

import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.customers.erasing.Erasures.ErasureDetails;
import java.util.UUID;

/** Lets the days of grace pass, and the job come. */
public final class ErasureJob {
    private ErasureJob() {}

    /** Asks for it, waits long enough, and lets it be done. */
    public static Erasure erase(UUID customer) {
        Erasure asked = Cast.bean(Erasures.class).begin(customer, new ErasureDetails(null));
        pass(asked.id());
        run();
        return asked;
    }

    /** The days go by. */
    static void pass(UUID erasure) {
        TestDatabase.ownerClient()
                .sql(
                        "update customer_erasure set due_at = now() - interval '1 second' where id = :id")
                .param("id", erasure)
                .update();
    }

    static void run() {
        ErasureJobs.erase(Cast.bean(Eraser.class));
    }
}
