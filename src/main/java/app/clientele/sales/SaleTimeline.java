package app.clientele.sales;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invoices as they were issued, and money as it came and went back. */
@Component
class SaleTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "sale";
    }

    @Override
    public String icon() {
        return "receipt";
    }

    @Override
    public String colour() {
        return "teal";
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.issued_at at, t.id, 'issued' verb, t.series || '-' || lpad(t.number::text, 5, '0') "text", t.issued_by actor, '/invoices' link
                from invoice t where t.business_id = :business and t.customer_id = own.id\
                """,
                """
                select t.taken_at at, t.id, t.kind verb, t.reason "text", t.created_by actor, '/payments' link
                from payment t where t.business_id = :business and t.customer_id = own.id and t.kind = 'refund' and t.state = 'taken'\
                """);
    }
}
