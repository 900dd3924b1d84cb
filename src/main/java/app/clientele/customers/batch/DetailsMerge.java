package app.clientele.customers.batch;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Tax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Brings what a file says of somebody together with what is known. */
final class DetailsMerge {
    private DetailsMerge() {}

    /**
     * Fills the blanks, or lets the file's values win. Either way nothing known is made blank, and
     * contacts, addresses and tags are only ever added.
     */
    static CustomerDetails merge(CustomerDetails known, CustomerDetails file, boolean overwrite) {
        return new CustomerDetails(
                pick(known.firstName(), file.firstName(), overwrite),
                pick(known.middleName(), file.middleName(), overwrite),
                pick(known.lastName(), file.lastName(), overwrite),
                pick(known.displayName(), file.displayName(), overwrite),
                added(
                        known.emails(),
                        file.emails(),
                        DetailsMerge::sameEmail,
                        e -> new CustomerDetails.Email(e.address(), false)),
                added(
                        known.phones(),
                        file.phones(),
                        DetailsMerge::samePhone,
                        p -> new CustomerDetails.Phone(p.number(), p.kind(), false, p.e164())),
                added(
                        known.addresses(),
                        file.addresses(),
                        DetailsMerge::sameAddress,
                        a -> a.withPrimary(false)),
                pick(known.birthday(), file.birthday(), overwrite),
                pick(known.gender(), file.gender(), overwrite),
                pick(known.pronouns(), file.pronouns(), overwrite),
                pick(known.language(), file.language(), overwrite),
                choice(known.status(), file.status(), overwrite),
                pick(known.customerSince(), file.customerSince(), overwrite),
                pick(known.referredBy(), file.referredBy(), overwrite),
                choice(known.referralMethod(), file.referralMethod(), overwrite),
                added(known.tags(), file.tags(), String::equalsIgnoreCase, t -> t),
                pick(known.weight(), file.weight(), overwrite),
                pick(known.externalId(), file.externalId(), overwrite),
                tax(known.taxOrNone(), file.taxOrNone(), overwrite),
                pick(known.preferredBranchId(), file.preferredBranchId(), overwrite),
                added(
                        known.preferredStaffIds(),
                        file.preferredStaffIds().stream().filter(s -> !isBarred(known, s)).toList(),
                        UUID::equals,
                        s -> s),
                known.barredStaff(),
                custom(known.customFields(), file.customFields(), overwrite));
    }

    private static boolean isBarred(CustomerDetails known, UUID staff) {
        return known.barredStaff().stream().anyMatch(b -> staff.equals(b.staffId()));
    }

    private static Tax tax(Tax known, Tax file, boolean overwrite) {
        return Tax.of(
                pick(known.company(), file.company(), overwrite),
                pick(known.number(), file.number(), overwrite),
                pick(known.reason(), file.reason(), overwrite));
    }

    private static Map<String, Object> custom(
            Map<String, Object> known, Map<String, Object> file, boolean overwrite) {
        Map<String, Object> all = new LinkedHashMap<>(known);
        file.forEach((key, value) -> all.merge(key, value, (was, said) -> overwrite ? said : was));
        return all;
    }

    private static <T> @Nullable T pick(@Nullable T known, @Nullable T file, boolean overwrite) {
        return known == null || overwrite && file != null ? file : known;
    }

    /** The same entry of a list, in whatever letters. */
    private static @Nullable String choice(
            @Nullable String known, @Nullable String file, boolean overwrite) {
        return known != null && known.equalsIgnoreCase(file) ? known : pick(known, file, overwrite);
    }

    private static <T> List<T> added(
            List<T> known,
            List<T> file,
            BiPredicate<T, T> same,
            java.util.function.UnaryOperator<T> asFurther) {
        List<T> all = new ArrayList<>(known);
        for (T one : file) {
            if (all.stream().noneMatch(k -> same.test(k, one))) {
                all.add(all.isEmpty() ? one : asFurther.apply(one));
            }
        }
        return all.equals(known) ? known : List.copyOf(all);
    }

    private static boolean sameEmail(CustomerDetails.Email one, CustomerDetails.Email other) {
        return String.valueOf(one.address()).equalsIgnoreCase(other.address());
    }

    private static boolean samePhone(CustomerDetails.Phone one, CustomerDetails.Phone other) {
        return one.e164() != null
                ? one.e164().equals(other.e164())
                : Objects.equals(one.number(), other.number());
    }

    private static boolean sameAddress(CustomerDetails.Address one, CustomerDetails.Address other) {
        return Objects.equals(one.street(), other.street())
                && Objects.equals(one.postcode(), other.postcode())
                && Objects.equals(one.city(), other.city());
    }
}
