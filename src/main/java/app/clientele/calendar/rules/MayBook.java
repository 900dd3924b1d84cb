package app.clientele.calendar.rules;

import static java.time.ZoneOffset.UTC;

import app.clientele.business.Businesses;
import app.clientele.customers.Phones;
import app.clientele.database.Plans;
import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides whether a customer may be booked: one answer for desk, customer and program, from the
 * rules of all modules, found in one statement together with duration and price.
 */
@Service
public class MayBook {
    private static final String WISH =
            """

            from customer c
            cross join (select :service::uuid service, :branch::uuid branch, :staff::uuid staff, :starts::timestamptz starts,
                               :online::boolean online, :now::timestamptz now, :today::date today) w
            where c.business_id = :business and c.id = :customer\
            """;

    private final Sql sql;
    private final Businesses businesses;
    private final OfferRule offer;
    private final List<BookingRule> rules;
    private final String statement;
    private final JsonMapper json;
    private final Clock clock;

    MayBook(
            Sql sql,
            Businesses businesses,
            OfferRule offer,
            List<BookingRule> rules,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.businesses = businesses;
        this.offer = offer;
        this.rules = rules;
        this.statement =
                rules.stream()
                        .map(rule -> "to_json((" + rule.asks() + "))::text")
                        .collect(Collectors.joining(",\n", "select ", WISH));
        this.json = json;
        this.clock = clock;
    }

    /**
     * What stands against a wish, and on which terms it could be booked.
     *
     * @throws NotFound when there is no such customer in this business
     * @throws app.clientele.shared.Invalid when it has no such service, branch or colleague
     */
    @Open("whoever books, moves or asks needs the permission for that")
    @Transactional(readOnly = true, label = Plans.KEPT)
    public Verdict decide(Wish wish) {
        Instant now = clock.instant();
        return sql.of(statement)
                .param("customer", wish.customerId())
                .param("service", wish.serviceId())
                .param("branch", wish.branchId())
                .param("staff", wish.staffId())
                .param("starts", utc(wish.startsAt()))
                .param("online", wish.way() == Way.ONLINE)
                .param("now", utc(now))
                .param("today", LocalDate.ofInstant(now, businesses.current().zone()))
                .query((row, number) -> verdict(wish, row))
                .optional()
                .orElseThrow(() -> new NotFound("customer"));
    }

    /**
     * Whether a record with one of these addresses or phones may not book online: what a stranger
     * types is looked up before anything is known of them.
     *
     * @param phones as typed, with the digits of the country they are read as of
     */
    @Open("asked before anybody is known; the answer is told to nobody")
    @Transactional(readOnly = true, label = Plans.KEPT)
    public Optional<Objection> blocked(
            Collection<String> emails, Collection<String> phones, @Nullable UUID branch) {
        var business = businesses.current();
        Set<String> keys = new HashSet<>();
        emails.forEach(email -> keys.add(email.strip().toLowerCase(Locale.ROOT)));
        phones.forEach(phone -> keys.add(Phones.key(phone, business.country())));
        keys.remove("");
        return sql.of(OnlineSql.BLOCKED)
                .param("keys", keys.toArray(String[]::new))
                .param("branch", branch)
                .param("today", LocalDate.ofInstant(clock.instant(), business.zone()))
                .query(Boolean.class)
                .optional()
                .map(silent -> Objection.blocked(Weight.REFUSED, silent));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private Verdict verdict(Wish wish, ResultSet row) throws SQLException {
        List<Objection> objections = new ArrayList<>();
        JsonNode offered = json.nullNode();
        for (int i = 0; i < rules.size(); i++) {
            String answer = row.getString(i + 1);
            JsonNode told = answer == null ? json.nullNode() : json.readTree(answer);
            objections.addAll(rules.get(i).judge(wish, told));
            if (rules.get(i) == offer) {
                offered = told;
            }
        }
        return new Verdict(objections, OfferRule.terms(offered));
    }
}
