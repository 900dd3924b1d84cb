package app.clientele.routes;

import app.clientele.customers.erasing.ErasureJob;
import java.util.UUID;

/** Has somebody erased whose days of grace are over. */
final class Erased {
    private Erased() {}

    static void now(String customer) {
        ErasureJob.erase(UUID.fromString(customer));
    }
}
