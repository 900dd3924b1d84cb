package app.clientele.calendar.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a customer may book by themselves.
 *
 * @param rule what was said of this customer; allowed when nothing was
 * @param branchId where it holds; everywhere when absent
 * @param from the first day on which it holds
 * @param to the last
 * @param silent whether they are shown no times instead of being asked to call
 * @param by who said so; absent when nobody did
 * @param automatic what missed appointments bring about by themselves, if they do
 * @param present what holds today, by either
 */
public record OnlineBooking(
        OnlineRule rule,
        @Nullable UUID branchId,
        @Nullable String branch,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String reason,
        boolean silent,
        @Nullable String by,
        @Nullable Automatic automatic,
        OnlineRule present,
        @JsonIgnore boolean said,
        @JsonIgnore int version) {
    /**
     * A restriction that comes and goes by itself.
     *
     * @param missed the appointments it comes from, the latest first
     */
    public record Automatic(OnlineRule rule, List<Missed> missed) {}

    /** An appointment the customer did not come to. */
    public record Missed(UUID id, Instant startsAt, String service, String status) {}

    /** All of it, as an expression over the customer's row. */
    public static final String GLANCE =
            """
            select json_build_object('rule', o.rule, 'branchId', o.branch_id, 'branch', b.name, 'from', o.valid_from,
                'to', o.valid_to, 'reason', o.reason, 'silent', o.silent, 'by', u.name, 'version', o.version,
                'holds', (o.valid_from is null or o.valid_from <= w.today) and (o.valid_to is null or o.valid_to >= w.today),
                'automatic', %1$s,
                'missed', case when s.restrict_after is not null then (
                    select json_agg(json_build_object('id', m.id, 'at', m.starts_at, 'service', m.service_name, 'status', m.status))
                    from (select a.* from appointment a where %2$s order by a.starts_at desc, a.id desc limit 20) m) end)
            from (select now() now, (now() at time zone z.zone)::date today from business z where z.business_id = :business) w
            left join booking_settings s on s.business_id = :business
            left join online_booking o on o.business_id = :business and o.customer_id = c.id
            left join branch b on b.business_id = :business and b.id = o.branch_id
            left join actor u on u.business_id = :business and u.id = o.created_by\
            """
                    .formatted(OnlineSql.AUTOMATIC, OnlineSql.MISSED);

    /** What that expression answered. */
    public static OnlineBooking read(JsonNode answer) {
        JsonNode name = answer.path("rule");
        OnlineRule rule = name.isString() ? OnlineRule.of(name.asString()) : OnlineRule.ALLOW;
        Automatic automatic = automatic(answer);
        boolean holds = name.isString() && answer.path("holds").asBoolean();
        return new OnlineBooking(
                rule,
                name(answer, "branchId") == null
                        ? null
                        : UUID.fromString(answer.path("branchId").asString()),
                name(answer, "branch"),
                date(answer, "from"),
                date(answer, "to"),
                name(answer, "reason"),
                answer.path("silent").asBoolean(false),
                name(answer, "by"),
                automatic,
                present(rule, holds, automatic),
                name.isString(),
                answer.path("version").asInt(0));
    }

    private static OnlineRule present(
            OnlineRule rule, boolean holds, @Nullable Automatic automatic) {
        OnlineRule own = holds ? rule : OnlineRule.ALLOW;
        boolean lifted = holds && rule == OnlineRule.ALLOW;
        return automatic == null || lifted ? own : own.orStricter(automatic.rule());
    }

    private static @Nullable Automatic automatic(JsonNode answer) {
        JsonNode rule = answer.path("automatic");
        return rule.isString()
                ? new Automatic(
                        OnlineRule.of(rule.asString()),
                        StreamSupport.stream(answer.path("missed").spliterator(), false)
                                .map(OnlineBooking::missed)
                                .toList())
                : null;
    }

    private static Missed missed(JsonNode row) {
        return new Missed(
                UUID.fromString(row.path("id").asString()),
                OffsetDateTime.parse(row.path("at").asString()).toInstant(),
                row.path("service").asString(),
                row.path("status").asString());
    }

    private static @Nullable String name(JsonNode answer, String field) {
        return answer.path(field).asString(null);
    }

    private static @Nullable LocalDate date(JsonNode answer, String field) {
        String date = name(answer, field);
        return date == null ? null : LocalDate.parse(date);
    }
}
