package app.clientele.points;

import app.clientele.database.Sql;
import app.clientele.sales.Cover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whoever buys pays with points for what is sold for points, as far as they suffice: for all of a
 * line, or for whole percents of it where that is allowed.
 */
@Component
@Order(2)
class PointCover implements Cover {
    private final Sql sql;
    private final Points points;

    PointCover(Sql sql, Points points) {
        this.sql = sql;
        this.points = points;
    }

    @Override
    public String source() {
        return "points";
    }

    @Override
    public boolean declinable() {
        return true;
    }

    private record Cost(long redeemed, boolean partly) {}

    @Override
    public Optional<Covering> find(Asked asked) {
        return cost(asked).flatMap(cost -> covering(asked, cost));
    }

    private Optional<Cost> cost(Asked asked) {
        UUID item = asked.service() == null ? asked.product() : asked.service();
        return sql.of(
                        """
                        select r.redeemed, coalesce(s.partly, false) partly from point_rule r
                        left join point_settings s on s.business_id = :business
                        where r.business_id = :business and r.id = :item and r.redeemed is not null
                        """)
                .param("item", item)
                .query(Cost.class)
                .optional();
    }

    private Optional<Covering> covering(Asked asked, Cost cost) {
        UUID whose = asked.customer();
        long wanted = cost.redeemed() * asked.quantity();
        long has = points.available(whose) - asked.taken().getOrDefault(whose, 0L);
        if (has >= wanted) {
            return Optional.of(covering(whose, asked.price(), 100, wanted));
        }
        long percent = Math.max(0, has) * 100 / wanted;
        return cost.partly() && percent > 0
                ? Optional.of(covering(whose, asked.price(), percent, has))
                : Optional.empty();
    }

    private static Covering covering(UUID whose, Money price, long percent, long used) {
        BigDecimal rest = BigDecimal.valueOf(100 - percent, 2);
        return new Covering(
                String.valueOf(used),
                price.multipliedBy(rest, RoundingMode.HALF_UP),
                Map.of(whose, used));
    }
}
