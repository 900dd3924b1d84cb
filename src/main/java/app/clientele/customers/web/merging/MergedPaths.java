package app.clientele.customers.web.merging;

import app.clientele.customers.merging.Merges;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.site.Moved;
import app.clientele.site.Toast;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from the address of a record that went into another to that one. */
public class MergedPaths implements Moved {
    private static final Pattern OF_CUSTOMER =
            Pattern.compile(
                    "((?:/api/v1)?/customers/)(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(/.*)?");

    /**
     * What goes on at the other record by itself: additions, and edits that say which version they
     * are of. Whatever else was asked for, was asked for of a record that is no more.
     */
    private static final Map<String, Pattern> FOLLOWED =
            Map.of(
                    "GET", Pattern.compile(".*"),
                    "HEAD", Pattern.compile(".*"),
                    "PATCH", Pattern.compile(".*"),
                    "PUT", Pattern.compile("/tags/[^/]+"),
                    "POST",
                            Pattern.compile(
                                    "/(notes|alerts|weights|addresses)|/(notes|alerts)/[-\\p{XDigit}]{36}|/edit(/rows)?|/(fields|custom)/[^/]+"));

    private final Merges merges;

    MergedPaths(Merges merges) {
        this.merges = merges;
    }

    /** Whom an address is about, when it is somebody and the caller may know. */
    public static Optional<UUID> customer(String path) {
        Matcher matcher = OF_CUSTOMER.matcher(path);
        return matcher.matches()
                        && Caller.isBound()
                        && Caller.current().may(Permission.PROFILE_VIEW)
                ? Optional.of(UUID.fromString(matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public Optional<Place> from(String method, String path) {
        Matcher matcher = OF_CUSTOMER.matcher(path);
        return matcher.matches()
                ? customer(path).flatMap(merges::leadsTo).map(lead -> place(method, matcher, lead))
                : Optional.empty();
    }

    private static Place place(String method, Matcher matcher, Merges.Lead lead) {
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        Pattern followed = FOLLOWED.get(method);
        boolean follows = followed != null && followed.matcher(rest).matches();
        return new Place(
                matcher.group(1) + lead.customer() + (follows ? rest : ""),
                follows,
                Toast.of(
                        follows ? "profile.merged.lead" : "profile.merged.away",
                        lead.name(),
                        lead.number()));
    }
}
