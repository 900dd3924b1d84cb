package app.clientele.memberships;

import app.clientele.database.Sql;
import app.clientele.sales.Cover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Members pay less for what they buy. Whoever is served counts, and then whoever pays. */
@Component
@Order(3)
class MemberPrice implements Cover {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Sql sql;

    MemberPrice(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String source() {
        return "member";
    }

    /** It is what they pay; another price is typed. */
    @Override
    public boolean declinable() {
        return false;
    }

    private record Discount(String planName, BigDecimal percent) {}

    @Override
    public Optional<Covering> find(Asked asked) {
        return sql.of(
                        """
                        select d.plan_name, d.percent from (values (1, :served::uuid), (2, :payer::uuid)) w(turn, who)
                        cross join lateral member_discount(:business, w.who, :what, :day) d order by w.turn limit 1
                        """)
                .param("served", asked.served())
                .param("payer", asked.customer())
                .param("what", asked.product() == null ? "service" : "product")
                .param("day", asked.day())
                .query(Discount.class)
                .optional()
                .map(d -> new Covering(d.planName(), less(asked.price(), d.percent()), Map.of()));
    }

    private static Money less(Money price, BigDecimal percent) {
        return price.minus(price.multipliedBy(percent.divide(ALL), RoundingMode.HALF_UP));
    }
}
