package app.clientele.gateway;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a card was declined, in words of our own: {@code gateway.reason.<one of these>}. */
public final class Reasons {
    public static final String DECLINED = "declined";
    public static final String NOT_CONFIRMED = "not_confirmed";
    public static final String CANCELLED = "cancelled";
    public static final String NEVER_ARRIVED = "never_arrived";
    public static final String SETTINGS = "settings";

    private static final Set<String> KNOWN =
            Set.of(
                    DECLINED,
                    NOT_CONFIRMED,
                    CANCELLED,
                    NEVER_ARRIVED,
                    SETTINGS,
                    "insufficient_funds",
                    "expired_card",
                    "card_gone",
                    "lost_card",
                    "stolen_card",
                    "refund_failed");

    private Reasons() {}

    /** What it is called here; declined when there is no word for it. */
    public static String of(@Nullable String code) {
        return code != null && KNOWN.contains(code) ? code : DECLINED;
    }
}
