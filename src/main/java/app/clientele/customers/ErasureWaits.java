package app.clientele.customers;

import app.clientele.shared.Refused;

/** The record waits to be erased: nothing of it changes until that is undone. */
public final class ErasureWaits extends Refused {
    ErasureWaits() {
        super("erasure_waits");
    }
}
