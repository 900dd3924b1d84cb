package app.clientele.customers.search;

import app.clientele.shared.Permission;
import app.clientele.site.PaletteEntry;
import app.clientele.site.PaletteSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Customers in the palette, found as one types. */
@Configuration(proxyBeanMethods = false)
class SearchMenu {
    private static final int SHORTEST = 2;

    /** Before anything else: whoever types at the desk mostly looks for who stands there. */
    @Bean
    @Order(0)
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
