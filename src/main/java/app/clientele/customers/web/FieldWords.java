package app.clientele.customers.web;

import app.clientele.business.Business;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.CustomerDetails.Tax;
import app.clientele.customers.Team;
import app.clientele.site.View;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of a field of the record in the viewer's words. */
final class FieldWords {
    private FieldWords() {}

    /**
     * @param referrer the name of the customer who sent this one
     */
    static String of(
            View view,
            Business business,
            CustomerDetails details,
            Team team,
            String field,
            @Nullable String referrer) {
        String words =
                switch (field) {
                    case "firstName" -> details.firstName();
                    case "middleName" -> details.middleName();
                    case "lastName" -> details.lastName();
                    case "displayName" -> details.displayName();
                    case "pronouns" -> details.pronouns();
                    case "gender" -> details.gender();
                    case "status" -> details.status();
                    case "referralMethod" -> details.referralMethod();
                    case "externalId" -> details.externalId();
                    case "preferredBranchId" ->
                            team.branch(details.preferredBranchId())
                                    .map(Team.Place::name)
                                    .orElse(null);
                    case "preferredStaffIds" ->
                            details.preferredStaffIds().stream()
                                    .map(id -> name(team, id))
                                    .collect(Collectors.joining(", "));
                    case "barredStaff" ->
                            details.barredStaff().stream()
                                    .map(b -> name(team, b.staffId()) + " (" + b.reason() + ")")
                                    .collect(Collectors.joining(", "));
                    case "tax.company" -> tax(details).company();
                    case "tax.number" -> tax(details).number();
                    case "tax.exempt" ->
                            view.t(tax(details).exempt() ? "profile.yes" : "profile.no");
                    case "tax.reason" -> tax(details).reason();
                    case "language" ->
                            details.language() == null
                                    ? null
                                    : Shown.language(view, details.language());
                    case "birthday" ->
                            details.birthday() == null
                                    ? null
                                    : Shown.birthday(view, details.birthday());
                    case "customerSince" ->
                            details.customerSince() == null
                                    ? null
                                    : view.date(details.customerSince());
                    case "weight" ->
                            details.weight() == null
                                    ? null
                                    : WeightWords.told(view, details.weight());
                    case "referredBy" -> referrer(details.referredBy(), referrer);
                    case "emails" ->
                            details.emails().stream()
                                    .map(e -> String.valueOf(e.address()))
                                    .collect(Collectors.joining(", "));
                    case "phones" ->
                            details.phones().stream()
                                    .map(p -> String.valueOf(p.number()))
                                    .collect(Collectors.joining(", "));
                    case "addresses" ->
                            details.addresses().stream()
                                    .flatMap(a -> AddressLines.of(view, business, a).stream())
                                    .collect(Collectors.joining(", "));
                    default -> throw new IllegalArgumentException(field);
                };
        return words == null || words.isEmpty() ? view.t("profile.nothing") : words;
    }

    private static String name(Team team, @Nullable UUID staff) {
        return team.colleague(staff).map(Team.Colleague::name).orElse("?");
    }

    private static Tax tax(CustomerDetails details) {
        return details.tax() == null ? Tax.NONE : details.tax();
    }

    private static @Nullable String referrer(@Nullable Referrer referrer, @Nullable String name) {
        return Optional.ofNullable(referrer)
                .map(r -> r.name() == null ? name : r.name())
                .orElse(null);
    }
}
