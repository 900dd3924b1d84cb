package app.clientele.ledger;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came to a customer's credit, and went of it. */
@Component
class CreditTimeline implements TimelineSource {
    @Override
    public String kind() {
        return "credit";
    }

    @Override
    public String icon() {
        return "plus";
    }

    @Override
    public String colour() {
        return "green";
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.at, t.id, t.kind verb, concat_ws('|', '', abs(t.amount), a.unit, t.reason) "text", t.created_by actor,
                       '/account-credit' link
                from ledger_entry t join ledger_account a on a.business_id = :business and a.id = t.account_id and a.kind = 'account_credit'
                where t.business_id = :business and t.customer_id = own.id\
                """);
    }

    @Override
    public UnaryOperator<@Nullable String> words(Locale locale, List<String> texts) {
        return ToldValue.in(locale);
    }
}
