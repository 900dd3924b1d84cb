package app.clientele.access.web;

import app.clientele.access.Memberships.Membership;
import app.clientele.access.Sessions.Listed;
import app.clientele.access.SignedIn;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** What the page of one's own account shows. */
public record AccountView(
        SignedIn me, List<Listed> sessions, List<Membership> places, Locale reader) {
    /** Signs of a browser in what it says of itself; most claim to be those below them too. */
    private static final List<Option> BROWSERS =
            List.of(
                    new Option("Edg", "Edge"),
                    new Option("OPR/", "Opera"),
                    new Option("SamsungBrowser", "Samsung Internet"),
                    new Option("Firefox", "Firefox"),
                    new Option("FxiOS", "Firefox"),
                    new Option("CriOS", "Chrome"),
                    new Option("Chrome", "Chrome"),
                    new Option("Safari", "Safari"));

    private static final List<Option> SYSTEMS =
            List.of(
                    new Option("iPhone", "iPhone"),
                    new Option("iPad", "iPad"),
                    new Option("Android", "Android"),
                    new Option("Windows", "Windows"),
                    new Option("CrOS", "ChromeOS"),
                    new Option("Mac OS X", "Mac"),
                    new Option("Linux", "Linux"));

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

    /** What one is signed in with, as people call it: "Firefox on Windows". */
    public String device(View view, Listed session) {
        String said = Objects.requireNonNullElse(session.device(), "");
        String browser = named(said, BROWSERS);
        String system = named(said, SYSTEMS);
        return browser.isEmpty() || system.isEmpty()
                ? view.t("access.account.device")
                : view.t("access.account.browser", browser, system);
    }

    private static String named(String said, List<Option> names) {
        return names.stream()
                .filter(n -> said.contains(n.value()))
                .map(Option::label)
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
