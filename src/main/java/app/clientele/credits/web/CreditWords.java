package app.clientele.credits.web;

import app.clientele.business.Services;
import app.clientele.credits.BoughtPackage;
import app.clientele.credits.CreditState;
import app.clientele.credits.CreditUse;
import app.clientele.credits.ServicePackage;
import app.clientele.credits.VisitCredit;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Packages and credits in words. */
public final class CreditWords {
    private CreditWords() {}

    static List<Option> services(Services services) {
        return services.list(Services.Filter.all(false)).stream()
                .map(s -> new Option(s.id().toString(), s.name()))
                .toList();
    }

    /** Such as {@code 10 × Massage, 2 × Facial}. */
    public static String items(ServicePackage sold) {
        return sold.items().stream()
                .map(i -> i.visits() + " × " + i.service())
                .collect(Collectors.joining(", "));
    }

    public static String state(View view, BoughtPackage.State state) {
        return view.t("credits.state." + state.wireName());
    }

    public static String state(View view, CreditState state) {
        return view.t("credits.state." + state.wireName());
    }

    public static String colour(BoughtPackage.State state) {
        return switch (state) {
            case ACTIVE -> "green";
            case USED, EXPIRED, ENDED -> "grey";
        };
    }

    public static String colour(CreditState state) {
        return switch (state) {
            case REDEEMABLE -> "green";
            case REDEEMED, REVOKED, EXPIRED -> "grey";
        };
    }

    /** Where visits come from. */
    public static String origin(View view, VisitCredit credit) {
        return credit.name() == null
                ? view.t("credits.origin." + credit.origin().wireName())
                : credit.name();
    }

    /** What has become of them, until when what is left may be used. */
    public static String told(View view, VisitCredit credit) {
        List<String> parts = new ArrayList<>();
        parts.add(view.t("credits.left", credit.left(), credit.visits()));
        add(parts, view, "credits.used", credit.used());
        add(parts, view, "credits.revoked", credit.revoked());
        add(parts, view, "credits.expired", credit.expired());
        if (credit.left() > 0 && credit.expiresOn() != null) {
            parts.add(view.t("credits.until", view.formats().date(credit.expiresOn())));
        }
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, View view, String key, int count) {
        if (count > 0) {
            parts.add(view.t(key, count));
        }
    }

    /** Where a visit was used. */
    public static @Nullable String path(CreditUse use) {
        if (use.appointmentId() != null) {
            return "/appointments/" + use.appointmentId();
        }
        return use.invoiceId() == null ? null : "/invoices/" + use.invoiceId();
    }
}
