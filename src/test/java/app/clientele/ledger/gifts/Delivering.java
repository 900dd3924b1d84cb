package app.clientele.ledger.gifts;

import app.clientele.Cast;

/** Lets the day of letters come. */
public final class Delivering {
    private Delivering() {}

    /** What the job does every few seconds. */
    public static void run() {
        GiftJobs.run(Cast.bean(GiftDelivery.class));
    }
}
