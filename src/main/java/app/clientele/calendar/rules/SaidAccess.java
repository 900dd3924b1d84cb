package app.clientele.calendar.rules;

import app.clientele.customers.BookingAccess;
import org.springframework.stereotype.Component;

/** Tells on each record whether its person may book online. */
@Component
class SaidAccess implements BookingAccess {
    @Override
    public String rule() {
        return """
        coalesce((select o.rule from online_booking o join business z on z.business_id = o.business_id
            where o.business_id = :business and o.customer_id = c.id and (now() at time zone z.zone)::date
                between coalesce(o.valid_from, '-infinity') and coalesce(o.valid_to, 'infinity')), 'allow')\
        """;
    }
}
