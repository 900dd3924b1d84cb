package app.clientele.sales.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.VisitPart;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;

/** How an appointment is paid: its invoice, or the button that begins one. */
class VisitSale implements VisitPart {
    private final Invoices invoices;
    private final Templates templates;

    VisitSale(Invoices invoices, Templates templates) {
        this.invoices = invoices;
        this.templates = templates;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public @Nullable Content show(View view, Appointment appointment) {
        Invoice invoice = invoices.ofAppointment(appointment.id()).orElse(null);
        boolean payable =
                switch (appointment.status()) {
                    case BOOKED,
                            CONFIRMED,
                            ARRIVED,
                            IN_SERVICE,
                            COMPLETED,
                            LATE_CANCELLED,
                            NO_SHOW ->
                            view.may(Permission.SALE_EDIT);
                    case REQUESTED, CANCELLED, DECLINED -> false;
                };
        return invoice == null && !payable
                ? null
                : templates.salesVisit(view, appointment.id(), invoice);
    }
}
