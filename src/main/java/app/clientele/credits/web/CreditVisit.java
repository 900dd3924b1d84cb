package app.clientele.credits.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.VisitPart;
import app.clientele.credits.CreditUses;
import app.clientele.credits.CreditUses.Visit;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;

/** What there is for an appointment, or what it used, on its page. */
class CreditVisit implements VisitPart {
    private final CreditUses uses;
    private final Templates templates;

    CreditVisit(CreditUses uses, Templates templates) {
        this.uses = uses;
        this.templates = templates;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public @Nullable Content show(View view, Appointment appointment) {
        Visit visit = uses.visit(appointment.id());
        boolean toCome =
                switch (appointment.status()) {
                    case BOOKED, CONFIRMED, ARRIVED, IN_SERVICE, REQUESTED -> true;
                    case COMPLETED, LATE_CANCELLED, NO_SHOW -> false;
                    case CANCELLED, DECLINED -> false;
                };
        boolean over =
                switch (appointment.status()) {
                    case COMPLETED, LATE_CANCELLED, NO_SHOW -> true;
                    default -> false;
                };
        return visit.used() != null || visit.left() > 0 && !visit.sold() && (toCome || over)
                ? templates.creditsVisit(view, appointment.id(), visit, toCome)
                : null;
    }
}
