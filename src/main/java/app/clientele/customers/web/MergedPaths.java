package app.clientele.customers.web;

import app.clientele.customers.Merges;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.site.Moved;
import app.clientele.site.Toast;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from the address of a record that went into another to that one. */
class MergedPaths implements Moved {
    private static final Pattern OF_CUSTOMER =
            Pattern.compile(
                    "((?:/api/v1)?/customers/)(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(/.*)?");

    private final Merges merges;

    MergedPaths(Merges merges) {
        this.merges = merges;
    }

    @Override
    public Optional<Place> from(String path) {
        Matcher matcher = OF_CUSTOMER.matcher(path);
        if (!matcher.matches()
                || !Caller.isBound()
                || !Caller.current().may(Permission.PROFILE_VIEW)) {
            return Optional.empty();
        }
        return merges.leadsTo(UUID.fromString(matcher.group(2)))
                .map(merge -> place(matcher, merge));
    }

    private static Place place(Matcher matcher, Merges.Lead lead) {
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        return new Place(
                matcher.group(1) + lead.customer() + rest,
                Toast.of("profile.merged.lead", lead.name(), lead.number()));
    }
}
