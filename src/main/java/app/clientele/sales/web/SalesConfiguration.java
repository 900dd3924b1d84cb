package app.clientele.sales.web;

import app.clientele.calendar.day.DayTask;
import app.clientele.customers.ProfileAction;
import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import app.clientele.site.PaletteAction;
import app.clientele.site.Tab;
import app.clientele.site.View;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where sales are found from every page, and what they have to show on a profile. */
@Configuration(proxyBeanMethods = false)
@Import({
    InvoicePaper.class,
    InvoiceShowing.class,
    OrderChoices.class,
    TypedCode.class,
    VisitPaid.class,
    VisitSale.class
})
public class SalesConfiguration {
    @Bean
    NavItem salesNavItem() {
        return new NavItem(
                "sales",
                "sales.title",
                "/sales/invoices",
                "receipt",
                40,
                Permission.SALE_VIEW.wireName(),
                false,
                "g s");
    }

    @Bean
    PaletteAction dayCloseAction() {
        return new PaletteAction(
                "sales.day", "/sales/day", "receipt", "", Permission.SALE_VIEW.wireName());
    }

    @Bean
    ProfileAction sellToThem() {
        return ProfileAction.posted(
                "sales.order.new", "/orders", "receipt", "s", Permission.SALE_EDIT);
    }

    @Bean
    DayTask disputeTask() {
        return new DisputeTask();
    }

    /** The tabs above the lists. */
    public static List<Tab> tabs(View view) {
        return List.of(
                new Tab("invoices", view.t("sales.invoices"), "/sales/invoices", null),
                new Tab("payments", view.t("sales.payments"), "/sales/payments", null),
                new Tab("ious", view.t("sales.ious"), "/sales/ious", null),
                new Tab("memberships", view.t("memberships.title"), "/sales/memberships", null),
                new Tab("fees", view.t("fees.title"), "/sales/fees", null),
                new Tab("gifts", view.t("gifts.title"), "/gift-cards", null),
                new Tab("day", view.t("sales.day"), "/sales/day", null),
                new Tab("exceptions", view.t("sales.exceptions"), "/sales/exceptions", null));
    }
}
