package app.clientele.ledger.gifts;

import app.clientele.customers.TimelineSource;
import app.clientele.ledger.ToldValue;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gift cards a customer bought, got, spent and handed on. */
@Component
class GiftTimeline implements TimelineSource {
    private static final String FACTS =
            "concat_ws('|', '···· ' || g.code_end, %s, g.currency, %s) \"text\"";

    private static final String BOUGHT =
            """
            select g.created_at at, g.id, 'sold' verb, %s, g.created_by actor, '/gift-cards' link
            from gift_card g where g.business_id = :business and g.buyer_id = own.id
            """;

    /**
     * Those of somebody else, and those given for nothing; not what was handed on to them later.
     */
    private static final String GOT =
            """
            select g.created_at at, g.id, case when g.invoice_id is null then 'given' else 'got' end verb, %s, g.created_by actor,
                   '/gift-cards' link
            from gift_card g
            where g.business_id = :business and g.customer_id = own.id and g.buyer_id is distinct from own.id
                and not exists (select from change c where c.business_id = :business and c.row_id = g.id and c.operation = 'update'
                    and jsonb_exists(c.before, 'customer_id') and not exists (
                        select from own o where o.id = (c.before ->> 'customer_id')::uuid))
            """;

    private static final String HANDED_ON =
            """
            select c.at, g.id, 'handed_on' verb, %s, c.actor, '/gift-cards' link
            from change c join gift_card g on g.business_id = :business and g.id = c.row_id
            where c.business_id = :business and c.customer_id = own.id and c.entity = 'gift_card' and c.operation = 'update'
                and jsonb_exists(c.before, 'customer_id') and not exists (select from own o where o.id = g.customer_id)
            """;

    /** What records that merged bring each other was not handed on. */
    private static final String RECEIVED =
            """
            select c.at, g.id, 'received' verb, %s, c.actor, '/gift-cards' link
            from gift_card g cross join lateral (
                select h.at, h.actor from change h
                where h.business_id = :business and h.row_id = g.id and h.operation = 'update' and jsonb_exists(h.before, 'customer_id')
                    and not exists (select from own o where o.id = (h.before ->> 'customer_id')::uuid)
                order by h.id desc limit 1) c
            where g.business_id = :business and g.customer_id = own.id
            """;

    /** On the card, for whoever holds it. */
    private static final String MOVED =
            """
            select e.at, e.id, case e.kind when 'spend' then 'redeemed' else e.kind end verb, %s, e.created_by actor, '/gift-cards' link
            from gift_card g join ledger_entry e on e.business_id = :business and e.account_id = g.id
                and (e.kind in ('spend', 'expire', 'extend') or e.kind = 'give_back' and e.payment_id is not null)
            where g.business_id = :business and g.customer_id = own.id
            """;

    /** Whoever brought the card of somebody else, or of nobody known. */
    private static final String PAID =
            """
            select e.at, e.id, 'paid' verb, %s, e.created_by actor, '/payments' link
            from payment p
            join ledger_entry e on e.business_id = :business and e.payment_id = p.id and e.kind = 'spend'
            join gift_card g on g.business_id = :business and g.id = e.account_id and g.customer_id is distinct from own.id
            where p.business_id = :business and p.customer_id = own.id and p.tender = 'gift_card'
            """;

    private static final String TAKEN =
            """
            select coalesce(g.refunded_at, g.voided_at) at, g.id, case when g.refunded_at is null then 'voided' else 'refunded' end verb,
                   %s, g.voided_by actor, '/gift-cards' link
            from gift_card g
            where g.business_id = :business and (g.customer_id = own.id or g.buyer_id = own.id)
                and (g.voided_at is not null or g.refunded_at is not null)
            """;

    @Override
    public String kind() {
        return "gift_card";
    }

    @Override
    public String icon() {
        return "gift";
    }

    @Override
    public String colour() {
        return "purple";
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public List<String> queries() {
        String worth = FACTS.formatted("g.value_minor", "g.service_name");
        String moved = FACTS.formatted("abs(e.amount)", "null");
        return List.of(
                BOUGHT.formatted(worth),
                GOT.formatted(
                        FACTS.formatted("g.value_minor", "coalesce(g.reason, g.service_name)")),
                HANDED_ON.formatted(worth),
                RECEIVED.formatted(worth),
                MOVED.formatted(moved),
                PAID.formatted(moved),
                TAKEN.formatted(FACTS.formatted("coalesce(g.refunded_minor, 0)", "g.void_reason")));
    }

    @Override
    public UnaryOperator<@Nullable String> words(Locale locale, List<String> texts) {
        return ToldValue.in(locale);
    }
}
