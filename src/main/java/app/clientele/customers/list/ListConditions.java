package app.clientele.customers.list;

import app.clientele.customers.Phones;
import app.clientele.customers.SearchKeys;
import app.clientele.customers.list.CustomerFilter.Days;
import app.clientele.customers.list.CustomerFilter.Erasure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions on {@code customer c}. Only what is asked for becomes part of the
 * statement, so that each kind of question gets a plan of its own.
 */
final class ListConditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private final boolean walking;

    /**
     * @param walking whether rows are visited in the order of an index until enough fit: then tags
     *     must be looked up row by row, or the planner reads them all first
     */
    ListConditions(
            CustomerFilter filter, String country, ZoneId zone, Clock clock, boolean walking) {
        this.walking = walking;
        switch (filter.deactivated()) {
            case WITHOUT -> {
                if (filter.erasure() != Erasure.WAITING) {
                    conditions.add("c.deactivated_at is null");
                }
            }
            case ONLY -> conditions.add("c.deactivated_at is not null");
            case WITH -> {}
        }
        conditions.add(
                "c.erase_at is " + (filter.erasure() == Erasure.WAITING ? "not null" : "null"));
        if (filter.erasure() == Erasure.FLAGGED) {
            conditions.add(
                    "c.id in (select n.customer_id from retention_notice n where n.business_id = :business and n.kept_until is null)");
        }
        if (filter.locked() != null) {
            conditions.add("c.locked_at is " + (filter.locked() ? "not null" : "null"));
        }
        if (filter.taxExempt() != null) {
            conditions.add("c.tax_exempt_reason is " + (filter.taxExempt() ? "not null" : "null"));
        }
        has("c.emails", filter.hasEmail());
        has("c.phones", filter.hasPhone());
        isOneOf("c.status_id", "statuses", filter.statuses());
        tagged("anyTag", filter.anyTag());
        int place = 0;
        for (UUID tag : filter.allTags()) {
            tagged("tag" + place++, List.of(tag));
        }
        keyed(
                "email",
                'e',
                filter.email() == null ? null : filter.email().strip().toLowerCase(Locale.ROOT));
        keyed("phone", 'p', filter.phone() == null ? null : Phones.key(filter.phone(), country));
        compare(
                """
                c.id = any(array(
                    select x.id from customer x where x.business_id = :business and x.external_id = :externalId
                    union all
                    select a.customer_id from customer_alias a where a.business_id = :business and a.external_id = :externalId))\
                """,
                "externalId",
                filter.externalId());
        equal("coalesce(c.birth_month, 13)", "birthdayMonth", filter.birthdayMonth());
        equal("c.language", "language", filter.language());
        equal("c.gender", "gender", filter.gender());
        equal("c.created_via", "createdVia", filter.createdVia());
        equal("c.referral_method_id", "referralMethod", filter.referralMethod());
        equal("c.referred_by_id", "referredBy", filter.referredBy());
        equal("c.import_id", "importId", filter.importId());
        compare(
                """
                c.id in (select k.customer_id from customer_key k where k.business_id = :business and k.kind = 'c'
                    and k.key >= :company and k.key < :company || chr(1114111))\
                """,
                "company",
                filter.company() == null ? null : SearchKeys.company(filter.company()));
        equal("c.preferred_branch_id", "preferredBranch", filter.preferredBranch());
        staff("preferredStaff", filter.preferredStaff(), "p.rank is not null");
        staff("barredStaff", filter.barredStaff(), "p.rank is null");
        instants(filter.created(), zone);
        if (filter.createdWithin() != null) {
            LocalDate first = LocalDate.now(clock.withZone(zone)).minusDays(filter.createdWithin());
            compare("c.created_at >= :createdWithin", "createdWithin", startOf(first, zone));
        }
        compare("c.customer_since >= :sinceFrom", "sinceFrom", filter.customerSince().from());
        compare("c.customer_since <= :sinceTo", "sinceTo", filter.customerSince().to());
        compare(
                "c.updated_at >= :updatedSince",
                "updatedSince",
                filter.updatedSince() == null
                        ? null
                        : filter.updatedSince().atOffset(ZoneOffset.UTC));
        filter.custom().forEach(custom -> CustomConditions.add(custom, walking, this));
    }

    private void has(String column, @Nullable Boolean wanted) {
        if (wanted != null) {
            conditions.add(column + (wanted ? " <> '[]'" : " = '[]'"));
        }
    }

    private void isOneOf(String column, String name, Collection<UUID> ids) {
        if (ids.size() == 1) {
            equal(column, name, ids.iterator().next());
        } else if (!ids.isEmpty()) {
            compare(column + " = any(:" + name + ")", name, ids.toArray(UUID[]::new));
        }
    }

    private void tagged(String name, Collection<UUID> tags) {
        among("from customer_tag p where p.business_id = :business and p.tag_id", name, tags, "");
    }

    private void staff(String name, Collection<UUID> staff, String which) {
        among(
                "from staff_preference p where p.business_id = :business and p.staff_id",
                name,
                staff,
                " and " + which);
    }

    /** Those who have a row that names one of these. */
    private void among(String rows, String name, Collection<UUID> ids, String more) {
        if (ids.isEmpty()) {
            return;
        }
        String fitting = rows + " = any(:" + name + ")" + more;
        compare(
                walking
                        ? "(select true " + fitting + " and p.customer_id = c.id limit 1)"
                        : "c.id in (select p.customer_id " + fitting + ")",
                name,
                ids.toArray(UUID[]::new));
    }

    private void keyed(String name, char kind, @Nullable String key) {
        compare(
                "c.id in (select k.customer_id from customer_key k where k.business_id = :business and k.key = :"
                        + name
                        + " and k.kind = '"
                        + kind
                        + "')",
                name,
                key);
    }

    private void instants(Days days, ZoneId zone) {
        compare("c.created_at >= :createdFrom", "createdFrom", startOf(days.from(), zone));
        LocalDate to = days.to();
        compare(
                "c.created_at < :createdTo",
                "createdTo",
                startOf(to == null ? null : to.plusDays(1), zone));
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    private void equal(String column, String name, @Nullable Object value) {
        compare(column + " = :" + name, name, value);
    }

    private void compare(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    void add(String condition, Map<String, ?> values) {
        conditions.add(condition);
        params.putAll(values);
    }

    Map<String, Object> params() {
        return params;
    }

    @Override
    public String toString() {
        return "c.business_id = :business"
                + String.join("", conditions.stream().map(c -> " and " + c).toList());
    }
}
