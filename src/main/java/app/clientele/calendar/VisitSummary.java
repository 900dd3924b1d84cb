package app.clientele.calendar;

import app.clientele.customers.SummaryPart;
import app.clientele.shared.Permission;
import org.springframework.stereotype.Component;

/**
 * What a customer's appointments and classes come to: how many, those come to, called off and
 * missed, the last and the next, and which share of what was booked they came to.
 */
@Component
class VisitSummary implements SummaryPart {
    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public String figures() {
        return """
        select json_build_object(
            'appointments', count(*) filter (where v.appointment and v.status in ('booked', 'confirmed', 'arrived', 'in_service', 'completed')),
            'classes', count(*) filter (where not v.appointment and v.status in ('booked', 'checked_in', 'attended')),
            'checkIns', count(*) filter (where v.status in ('arrived', 'in_service', 'completed', 'checked_in', 'attended')),
            'cancellations', count(*) filter (where v.status in ('cancelled', 'late_cancelled')),
            'noShows', count(*) filter (where v.status = 'no_show'),
            'lastVisit', to_char(max(v.starts_at) filter (where v.status in ('completed', 'attended')) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            'nextVisit', to_char(min(v.starts_at) filter (where v.starts_at >= now() and v.status in ('booked', 'confirmed')) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            'showRate', round(count(*) filter (where v.status in ('completed', 'checked_in', 'attended'))::numeric
                / nullif(count(*) filter (where v.status in ('completed', 'checked_in', 'attended', 'no_show', 'late_cancelled')), 0), 3))
        from (select true appointment, a.status, a.starts_at from appointment a
              where a.business_id = :business and a.customer_id = c.id and (a.offer_until is null or a.status = 'requested')
              union all
              select false, b.status, b.starts_at from class_booking b
              where b.business_id = :business and b.customer_id = c.id) v\
        """;
    }
}
