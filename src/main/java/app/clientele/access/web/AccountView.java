package app.clientele.access.web;

import app.clientele.access.Memberships.Membership;
import app.clientele.access.Sessions.Listed;
import app.clientele.access.SignedIn;
import app.clientele.site.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the page of one's own account shows. */
public record AccountView(
        SignedIn me, List<Listed> sessions, List<Membership> places, Locale reader) {
    /** The businesses one could go to from here. */
    public List<Membership> others() {
        return places.stream().filter(p -> !p.businessId().equals(me.businessId())).toList();
    }

    /** The name of the business a session is in; of one left meanwhile, nothing. */
    public String place(UUID business) {
        return places.stream()
                .filter(p -> p.businessId().equals(business))
                .map(Membership::businessName)
                .findFirst()
                .orElse("");
    }

    /** Languages that pages are written in, with the countries that write dates their own way. */
    public List<Option> languages() {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(AccountView::isWorded)
                .filter(l -> l.getScript().isEmpty() && l.getVariant().isEmpty())
                .filter(l -> l.getCountry().matches("|[A-Z]{2}"))
                .filter(l -> !l.hasExtensions())
                .map(l -> new Option(l.toLanguageTag(), l.getDisplayName(reader)))
                .distinct()
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    private static boolean isWorded(Locale locale) {
        String language = locale.getLanguage();
        return language.equals("en")
                || AccountView.class.getResource("/messages_" + language + ".properties") != null;
    }
}
