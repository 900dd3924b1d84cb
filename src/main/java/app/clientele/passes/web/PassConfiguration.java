package app.clientele.passes.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.passes.Passes;
import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import app.clientele.site.PaletteEntry;
import app.clientele.site.PaletteSource;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** Where passes are found: on the profile, and from the palette, which a scanner types into. */
@Configuration(proxyBeanMethods = false)
@Import(PassPaper.class)
class PassConfiguration {
    private static final int SHORTEST = 4;

    private record PassPanel(Passes passes, Templates templates) implements ProfilePanel {
        @Override
        public int order() {
            return 46;
        }

        @Override
        public String path() {
            return "passes";
        }

        @Override
        public String titleKey() {
            return "passes.title";
        }

        @Override
        public ProfileGroup group() {
            return ProfileGroup.PLANS;
        }

        @Override
        public Permission permission() {
            return Permission.PROFILE_VIEW;
        }

        @Override
        public String glance() {
            return "select count(*) from pass x where x.business_id = :business and x.customer_id = c.id and x.state = 'live'";
        }

        @Override
        public @Nullable Content show(
                View view, Profile profile, MultiValueMap<String, String> query) {
            var customer = profile.customer().id();
            return templates.passesPanel(view, customer, passes.of(customer));
        }
    }

    @Bean
    ProfilePanel passPanel(Passes passes, Templates templates) {
        return new PassPanel(passes, templates);
    }

    @Bean
    NavItem scanNavItem() {
        return new NavItem(
                "scan",
                "passes.scan",
                ScanPages.PATH,
                "qrcode",
                45,
                Permission.PROFILE_VIEW.wireName(),
                false,
                "g p");
    }

    /** Before all else: what is scanned ends with Enter, which takes the first line. */
    @Bean
    @Order(-10)
    PaletteSource passesInPalette(Passes passes) {
        return (viewer, query, limit) ->
                query.length() < SHORTEST || !viewer.may(Permission.PROFILE_VIEW.wireName())
                        ? List.of()
                        : passes.scan(query).stream()
                                .map(pass ->
                                        new PaletteEntry(
                                                pass.customer() == null
                                                        ? pass.code()
                                                        : pass.customer(),
                                                pass.code(),
                                                ScanPages.PATH
                                                        + "?code="
                                                        + UriUtils.encode(pass.scanned(), UTF_8),
                                                "qrcode",
                                                "passes.pass"))
                                .toList();
    }
}
