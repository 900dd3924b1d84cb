package app.clientele.business;

import app.clientele.business.Service.Performer;
import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.business.Services.Category;
import app.clientele.shared.Colours;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Validation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a service may say beyond its own fields: only people, branches and categories that are there
 * to be chosen, or that it had before, and prices in the currency of the business.
 */
@Component
class ServiceRules {
    private final ServiceRows rows;
    private final Businesses businesses;
    private final List<ServiceTaxes> taxes;

    ServiceRules(ServiceRows rows, Businesses businesses, List<ServiceTaxes> taxes) {
        this.rows = rows;
        this.businesses = businesses;
        this.taxes = taxes;
    }

    void check(ServiceDetails details, @Nullable Service present) {
        Validation.check(details);
        List<Problem> problems = new ArrayList<>();
        if (!Colours.ALL.contains(details.colourOrGrey())) {
            problems.add(new Problem("colour", "choice"));
        }
        checkCategory(details, present, problems);
        checkTax(details, present, problems);
        checkPrices(details, present, problems);
        checkTeam(details, present, problems);
        checkBranches(details, present, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private void checkCategory(
            ServiceDetails details, @Nullable Service present, List<Problem> problems) {
        UUID wanted = details.categoryId();
        if (wanted != null
                && (present == null || !wanted.equals(present.categoryId()))
                && rows.categories().stream()
                        .filter(c -> !c.archived())
                        .map(Category::id)
                        .noneMatch(wanted::equals)) {
            problems.add(new Problem("categoryId", "choice"));
        }
    }

    private void checkTax(
            ServiceDetails details, @Nullable Service present, List<Problem> problems) {
        UUID wanted = details.taxRateId();
        if (wanted != null
                && (present == null || !wanted.equals(present.taxRateId()))
                && taxes.stream()
                        .flatMap(all -> all.all().stream())
                        .noneMatch(t -> !t.archived() && t.id().equals(wanted))) {
            problems.add(new Problem("taxRateId", "choice"));
        }
    }

    /** A price from before the business changed its currency may stay until it is changed. */
    private void checkPrices(
            ServiceDetails details, @Nullable Service present, List<Problem> problems) {
        Set<@Nullable Money> known = new HashSet<>();
        if (present != null) {
            known.add(present.price());
            present.performers().forEach(p -> known.add(p.price()));
        }
        checkPrice("price", details.price(), known, problems);
        for (int i = 0; i < details.team().size(); i++) {
            String field = "performers[" + i + "].price";
            checkPrice(field, details.team().get(i).price(), known, problems);
        }
    }

    private void checkPrice(
            String field,
            @Nullable Money price,
            Set<@Nullable Money> known,
            List<Problem> problems) {
        String currency = businesses.current().currency();
        if (price != null
                && !known.contains(price)
                && !price.getCurrencyUnit().getCode().equals(currency)) {
            problems.add(new Problem(field, "currency", currency));
        }
    }

    private void checkTeam(
            ServiceDetails details, @Nullable Service present, List<Problem> problems) {
        List<UUID> wanted =
                details.team().stream()
                        .map(PerformerDetails::staffId)
                        .map(Objects::requireNonNull)
                        .toList();
        Set<UUID> allowed = new HashSet<>();
        if (present != null) {
            present.performers().stream().map(Performer::staffId).forEach(allowed::add);
        }
        if (!allowed.containsAll(wanted)) {
            allowed.addAll(rows.active(wanted));
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!allowed.remove(wanted.get(i))) {
                problems.add(new Problem("performers[" + i + "].staffId", "choice"));
            }
        }
    }

    private void checkBranches(
            ServiceDetails details, @Nullable Service present, List<Problem> problems) {
        Set<UUID> allowed = new HashSet<>(present == null ? List.of() : present.branchIds());
        if (!allowed.containsAll(details.places())) {
            allowed.addAll(rows.open(details.places()));
        }
        if (!allowed.containsAll(details.places())) {
            problems.add(new Problem("branchIds", "choice"));
        }
    }
}
