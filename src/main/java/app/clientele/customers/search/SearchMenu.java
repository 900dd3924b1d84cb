package app.clientele.customers.search;

import app.clientele.shared.Permission;
import app.clientele.site.PaletteEntry;
import app.clientele.site.PaletteSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Customers in the palette, found as one types. */
@Configuration(proxyBeanMethods = false)
class SearchMenu {
    private static final int SHORTEST = 2;

    @Bean
    PaletteSource customersInPalette(CustomerSearch search) {
        return (viewer, query, limit) ->
                query.length() < SHORTEST || !viewer.may(Permission.PROFILE_VIEW.wireName())
                        ? List.of()
                        : search.find(query, limit, false).stream().map(SearchMenu::entry).toList();
    }

    private static PaletteEntry entry(CustomerSearch.Hit hit) {
        String hint =
                hit.phone() != null
                        ? hit.phone()
                        : hit.email() != null ? hit.email() : "#" + hit.number();
        return new PaletteEntry(
                hit.name(),
                hint,
                "/customers/" + hit.id(),
                hit.locked() ? "lock" : "users",
                "customers.list");
    }
}
