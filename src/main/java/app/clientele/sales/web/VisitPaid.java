package app.clientele.sales.web;

import app.clientele.calendar.day.DayVisit;
import app.clientele.calendar.day.VisitMark;
import app.clientele.sales.InvoiceStatus;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether a visit of the day is paid, and the button that begins it where nobody has. */
class VisitPaid implements VisitMark {
    private static final String NOT_YET = "not_yet";

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public String glance() {
        return """
        select case when a.status in ('in_service', 'completed') then coalesce((
            select i.status from order_line l join invoice i on i.business_id = :business and i.order_id = l.order_id
            where l.business_id = :business and l.appointment_id = a.id and l.held), 'not_yet') end
        """;
    }

    @Override
    public List<Mark> marks(View view, JsonNode glance) {
        if (!glance.isString() || glance.asString().equals(NOT_YET)) {
            return List.of();
        }
        InvoiceStatus status = InvoiceStatus.of(glance.asString());
        String words = view.t("sales.status." + status.wireName());
        return List.of(new Mark("receipt", words, InvoicePage.colour(status)));
    }

    @Override
    public @Nullable Deed deed(View view, DayVisit visit, JsonNode glance) {
        return glance.asString("").equals(NOT_YET) && view.may(Permission.SALE_EDIT)
                ? new Deed(
                        "receipt",
                        view.t("sales.checkout"),
                        "/orders",
                        "appointment",
                        visit.id().toString())
                : null;
    }
}
