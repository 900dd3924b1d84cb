package app.clientele.customers;

import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import app.clientele.site.PaletteAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where customers are found from every page. */
@Configuration(proxyBeanMethods = false)
class CustomerMenu {
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
}
