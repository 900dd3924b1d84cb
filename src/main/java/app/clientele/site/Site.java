package app.clientele.site;

import jakarta.annotation.PostConstruct;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What is the same for every page: words, assets, and the navigation the modules contribute. */
@Component
class Site {
    private final Texts texts;
    private final Assets assets;
    private final Clock clock;
    private final LocaleResolver locales;
    private final List<NavItem> nav;
    private final List<SettingsItem> settings;
    private final List<PaletteAction> actions;
    private final List<AccountItem> account;

    Site(
            Texts texts,
            Assets assets,
            LocaleResolver locales,
            ObjectProvider<Clock> clock,
            ObjectProvider<NavItem> nav,
            ObjectProvider<SettingsItem> settings,
            ObjectProvider<PaletteAction> actions,
            ObjectProvider<AccountItem> account) {
        this.texts = texts;
        this.assets = assets;
        this.locales = locales;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
        this.settings =
                settings.stream().sorted(Comparator.comparingInt(SettingsItem::order)).toList();
        this.actions = actions.stream().toList();
        this.account =
                account.stream().sorted(Comparator.comparingInt(AccountItem::order)).toList();
    }

    /** A module that names an icon nobody drew is told at the start, not when somebody looks. */
    @PostConstruct
    void iconsAreDrawn() {
        Stream.of(
                        nav.stream().map(NavItem::icon),
                        settings.stream().map(SettingsItem::icon),
                        actions.stream().map(PaletteAction::icon),
                        account.stream().map(AccountItem::icon))
                .flatMap(icons -> icons)
                .forEach(icon -> assets.icon(icon, ""));
    }

    View view(HttpServletRequest request, HttpServletResponse response) {
        var exchange = new Exchange(request, response);
        var viewer = exchange.viewer();
        var zone = viewer == null ? ZoneId.systemDefault() : viewer.zone();
        var locale = locales.resolveLocale(request);
        return new View(exchange, this, new Formats(texts, locale, zone, clock));
    }

    View printed(Locale locale, ZoneId zone) {
        return new View(null, this, new Formats(texts, locale, zone, clock));
    }

    Texts texts() {
        return texts;
    }

    Assets assets() {
        return assets;
    }

    List<NavItem> nav(@Nullable Viewer viewer) {
        return nav.stream().filter(item -> may(viewer, item.permission())).toList();
    }

    List<SettingsItem> settings(@Nullable Viewer viewer) {
        return settings.stream().filter(item -> may(viewer, item.permission())).toList();
    }

    List<PaletteAction> actions(@Nullable Viewer viewer) {
        return actions.stream().filter(item -> may(viewer, item.permission())).toList();
    }

    List<AccountItem> account() {
        return account;
    }

    private static boolean may(@Nullable Viewer viewer, @Nullable String permission) {
        return viewer != null && (permission == null || viewer.may(permission));
    }
}
