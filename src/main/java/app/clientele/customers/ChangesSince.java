package app.clientele.customers;

import app.clientele.shared.Stale;
import java.util.List;
import java.util.UUID;

/** Tells who comes too late with a change what others changed meanwhile: the history knows. */
public interface ChangesSince {
    /**
     * @param version the one the record was read at
     * @param now the one it has become
     */
    List<Stale.Clash> since(UUID customer, int version, int now);
}
