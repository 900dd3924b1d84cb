package app.clientele.customers;

import static app.clientele.customers.PersonalData.OnErase.BLANK;
import static app.clientele.customers.PersonalData.OnErase.DELETE_ROW;
import static app.clientele.customers.PersonalData.OnErase.KEEP;

import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The record itself, what hangs on it, and what is derived from it. */
@Component
class CustomerPersonalData implements PersonalData {
    private final Sql sql;
    private final NamingRows naming;

    CustomerPersonalData(Sql sql, NamingRows naming) {
        this.sql = sql;
        this.naming = naming;
    }

    @Override
    public void erase(ErasedPerson person) {
        naming.forget(person);
    }

    @Override
    public List<PersonalFile> files(UUID customer) {
        return sql.of(
                        "select id, large from customer_photo where business_id = :business and customer_id = :customer order by id")
                .param("customer", customer)
                .query((row, number) ->
                        new PersonalFile(
                                "photos/" + row.getString("id") + ".jpg", row.getBytes("large")))
                .list();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("customer", "id", OnMerge.KEEP_ONE, record())
                        .with(Links.NONE.others("referred_by_id"))
                        .kept("books"),
                new Table(
                                "customer_address",
                                "customer_id",
                                OnMerge.REPOINT,
                                all(
                                        DELETE_ROW,
                                        "label",
                                        "street",
                                        "line2",
                                        "postcode",
                                        "city",
                                        "region",
                                        "country"))
                        .with(Links.once("is_primary"))
                        .restorable(
                                Permission.PROFILE_CONTACT,
                                "label",
                                "street",
                                "line2",
                                "postcode",
                                "city",
                                "region",
                                "country"),
                new Table("customer_tag", "customer_id", OnMerge.COMBINE, Map.of())
                        .with(Links.same("tag_id"))
                        .restorable(Permission.TAG_ASSIGN),
                new Table(
                                "customer_weight",
                                "customer_id",
                                OnMerge.REPOINT,
                                all(DELETE_ROW, "on_date", "grams", "unit"))
                        .restorableUnlessLocked(
                                Permission.PROFILE_EDIT, "on_date", "grams", "unit"),
                new Table(
                                "note",
                                "customer_id",
                                OnMerge.REPOINT,
                                all(DELETE_ROW, "body", "kind", "created_via"))
                        .seen(Permission.NOTE_VIEW)
                        .restorable(Permission.NOTE_EDIT, "body", "kind", "pinned"),
                new Table(
                                "alert",
                                "customer_id",
                                OnMerge.REPOINT,
                                all(DELETE_ROW, "level", "text", "expires_on", "created_via"))
                        .restorable(
                                Permission.NOTE_EDIT, "level", "text", "expires_on", "ended_at"),
                new Table(
                        "alert_acknowledgement",
                        "customer_id",
                        OnMerge.REPOINT,
                        all(DELETE_ROW, "text_hash")),
                new Table(
                        "customer_photo",
                        "customer_id",
                        OnMerge.REPOINT,
                        all(DELETE_ROW, "small", "large")),
                new Table(
                        "customer_key",
                        "customer_id",
                        OnMerge.DERIVE,
                        all(DELETE_ROW, "key", "kind")),
                new Table(
                        "custom_value",
                        "customer_id",
                        OnMerge.DERIVE,
                        all(DELETE_ROW, "field", "value")),
                new Table("staff_preference", "customer_id", OnMerge.DERIVE, Map.of()),
                new Table("customer_text", "customer_id", OnMerge.DERIVE, all(DELETE_ROW, "text")),
                new Table("name_word", null, OnMerge.DERIVE, all(DELETE_ROW, "word", "slips")),
                new Table(
                        "bulk_change",
                        null,
                        OnMerge.LEAVE,
                        all(DELETE_ROW, "action", "query", "state", "failures")),
                new Table("customer_merge", "customer_id", OnMerge.LEAVE, all(BLANK, "from_name")),
                new Table(
                                "customer_alias",
                                "customer_id",
                                OnMerge.REPOINT,
                                all(BLANK, "external_id"))
                        .kept("links"),
                new Table("customer_distinct", "customer_id", OnMerge.COMBINE, Map.of())
                        .with(Links.same("other_id").others("other_id")),
                new Table("customer_pair", "customer_id", OnMerge.DERIVE, Map.of()),
                new Table("customer_export", "customer_id", OnMerge.REPOINT, exports())
                        .kept("proof"),
                new Table("customer_erasure", "customer_id", OnMerge.REPOINT, erasures()),
                new Table("retention_notice", "customer_id", OnMerge.DERIVE, notices()),
                new Table("change", "customer_id", OnMerge.LEAVE, changes()).kept("proof"),
                new Table(
                        "idempotent_request",
                        null,
                        OnMerge.LEAVE,
                        all(DELETE_ROW, "key", "fingerprint", "location", "etag", "body")));
    }

    private static Map<String, OnErase> record() {
        Map<String, OnErase> columns =
                all(
                        BLANK,
                        "first_name",
                        "middle_name",
                        "last_name",
                        "display_name",
                        "sort_name",
                        "emails",
                        "phones",
                        "birth_year",
                        "birth_month",
                        "birth_day",
                        "gender",
                        "pronouns",
                        "language",
                        "referred_by_id",
                        "referred_by_name",
                        "external_id",
                        "preferred_staff",
                        "barred_staff",
                        "tax_company",
                        "tax_number",
                        "tax_exempt_reason",
                        "custom",
                        "photo_id",
                        "preferred_branch_id",
                        "status_id",
                        "referral_method_id",
                        "locked_at",
                        "locked_by",
                        "locked_reason");
        columns.putAll(all(KEEP, "created_via", "customer_since"));
        return columns;
    }

    /** A filter can name somebody, as by an address. */
    private static Map<String, OnErase> exports() {
        Map<String, OnErase> columns = all(BLANK, "query");
        columns.putAll(all(KEEP, "format", "created_via"));
        return columns;
    }

    private static Map<String, OnErase> erasures() {
        Map<String, OnErase> columns = all(BLANK, "reason");
        columns.putAll(all(KEEP, "why", "erased", "kept"));
        return columns;
    }

    private static Map<String, OnErase> notices() {
        return all(DELETE_ROW, "due_on", "kept_until");
    }

    private static Map<String, OnErase> changes() {
        Map<String, OnErase> columns = all(BLANK, "before");
        columns.putAll(all(KEEP, "source", "entity", "operation"));
        return columns;
    }

    private static Map<String, OnErase> all(OnErase rule, String... columns) {
        Map<String, OnErase> all = new LinkedHashMap<>();
        for (String column : columns) {
            all.put(column, rule);
        }
        return all;
    }
}
