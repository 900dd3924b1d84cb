package app.clientele.customers;

import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import app.clientele.site.PaletteAction;
import app.clientele.site.PaletteEntry;
import app.clientele.site.PaletteSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where customers are found from every page. */
@Configuration(proxyBeanMethods = false)
class CustomerMenu {
    private static final int SHORTEST = 2;

    @Bean
    NavItem customersNavItem() {
        return new NavItem(
                "customers",
                "customers.list",
                "/customers",
                "users",
                10,
                Permission.PROFILE_VIEW.wireName(),
                true,
                "g c");
    }

    @Bean
    PaletteAction newCustomer() {
        return new PaletteAction(
                "customers.list.new",
                "/customers/new",
                "plus",
                "c",
                Permission.PROFILE_EDIT.wireName());
    }

    @Bean
    PaletteAction duplicatesAction() {
        return new PaletteAction(
                "merge.duplicates",
                "/customers/duplicates",
                "arrows-join",
                "",
                Permission.CUSTOMER_MERGE.wireName());
    }

    @Bean
    PaletteSource customersInPalette(CustomerSearch search) {
        return (viewer, query, limit) ->
                query.length() < SHORTEST || !viewer.may(Permission.PROFILE_VIEW.wireName())
                        ? List.of()
                        : search.find(query, limit, false).stream()
                                .map(CustomerMenu::entry)
                                .toList();
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
