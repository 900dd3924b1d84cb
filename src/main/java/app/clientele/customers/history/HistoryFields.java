package app.clientele.customers.history;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns of the change log people read about, and by what name. */
public final class HistoryFields {
    private HistoryFields() {}

    /** Columns nobody asks about, because another one tells the same or they are ours alone. */
    private static final Set<String> SILENT =
            Set.of(
                    "id",
                    "business_id",
                    "customer_id",
                    "version",
                    "created_at",
                    "updated_at",
                    "created_by",
                    "created_via",
                    "import_id",
                    "edited_by",
                    "edited_at",
                    "deactivated_by",
                    "erase_at",
                    "erased_at",
                    "due_at",
                    "due_on",
                    "done_at",
                    "erased",
                    "kept",
                    "why",
                    "locked_at",
                    "locked_by",
                    "ended_by",
                    "from_id",
                    "moved",
                    "undone_by",
                    "merge_id",
                    "other_id",
                    "about_id",
                    "counterpart",
                    "answered_at",
                    "answered_how",
                    "answered_by",
                    "asked_at",
                    "asked_until",
                    "asked_times",
                    "secret_hash",
                    "token",
                    "payer",
                    "page",
                    "message_id",
                    "channel",
                    "purpose",
                    "written_in",
                    "html_text",
                    "because",
                    "text_hash",
                    "position",
                    "number",
                    "sort_name",
                    "unit",
                    "visit_id",
                    "series_id",
                    "busy",
                    "held",
                    "session_id",
                    "waiting_since",
                    "entry_id",
                    "first_at",
                    "automatic",
                    "sequence",
                    "overlap_allowed",
                    "appointment_id",
                    "decided_at",
                    "decided_by",
                    "currency",
                    "order_id",
                    "invoice_id",
                    "refund_of",
                    "submission_id",
                    "product_id",
                    "own_tender_id",
                    "tax_rate_id",
                    "document",
                    "series",
                    "issued_by",
                    "issued_on",
                    "taken_on",
                    "voided_by",
                    "price_by",
                    "price_source",
                    "discount_by",
                    "account_id",
                    "lot_id",
                    "counters",
                    "payment_id",
                    "previous",
                    "hash",
                    "balance",
                    "entries",
                    "head",
                    "order_line_id",
                    "amount",
                    "activated_at",
                    "delivered_at",
                    "refunded_at",
                    "voided_at",
                    "gift",
                    "at");

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("first_name", "firstName"),
                    Map.entry("middle_name", "middleName"),
                    Map.entry("last_name", "lastName"),
                    Map.entry("display_name", "displayName"),
                    Map.entry("birth_year", "birthday"),
                    Map.entry("birth_month", "birthday"),
                    Map.entry("birth_day", "birthday"),
                    Map.entry("status_id", "status"),
                    Map.entry("customer_since", "customerSince"),
                    Map.entry("referred_by_id", "referredBy"),
                    Map.entry("referred_by_name", "referredBy"),
                    Map.entry("referral_method_id", "referralMethod"),
                    Map.entry("external_id", "externalId"),
                    Map.entry("preferred_branch_id", "preferredBranchId"),
                    Map.entry("preferred_staff", "preferredStaffIds"),
                    Map.entry("barred_staff", "barredStaff"),
                    Map.entry("tax_company", "tax.company"),
                    Map.entry("tax_number", "tax.number"),
                    Map.entry("tax_exempt_reason", "tax.reason"),
                    Map.entry("photo_id", "photo"),
                    Map.entry("deactivated_at", "deactivated"),
                    Map.entry("locked_reason", "lockedReason"),
                    Map.entry("expires_on", "expiresOn"),
                    Map.entry("kept_until", "keptUntil"),
                    Map.entry("ended_at", "ended"),
                    Map.entry("from_name", "mergedName"),
                    Map.entry("from_number", "mergedNumber"),
                    Map.entry("undone_at", "undone"),
                    Map.entry("tag_id", "tag"),
                    Map.entry("alert_id", "alert"),
                    Map.entry("on_date", "date"),
                    Map.entry("grams", "weight"),
                    Map.entry("is_primary", "primary"),
                    Map.entry("relative_id", "relative"),
                    Map.entry("relation_words", "relationWords"),
                    Map.entry("may_book", "mayBook"),
                    Map.entry("may_view", "mayView"),
                    Map.entry("may_pay", "mayPay"),
                    Map.entry("is_copied", "copied"),
                    Map.entry("to_id", "copyTo"),
                    Map.entry("address", "sentTo"),
                    Map.entry("plain_text", "message"),
                    Map.entry("booked_by_id", "bookedBy"),
                    Map.entry("guest_name", "guestName"),
                    Map.entry("branch_id", "branch"),
                    Map.entry("service_id", "service"),
                    Map.entry("service_name", "service"),
                    Map.entry("valid_from", "validFrom"),
                    Map.entry("valid_to", "validTo"),
                    Map.entry("staff_id", "staff"),
                    Map.entry("starts_at", "startsAt"),
                    Map.entry("ends_at", "endsAt"),
                    Map.entry("status", "appointmentStatus"),
                    Map.entry("price_minor", "price"),
                    Map.entry("overlap_reason", "overlapReason"),
                    Map.entry("cancel_reason", "cancelReason"),
                    Map.entry("offer_until", "offerUntil"));

    public static String[] silent() {
        return SILENT.toArray(String[]::new);
    }

    public static boolean isSilent(String column) {
        return SILENT.contains(column);
    }

    /** The columns of a change that people read about. */
    static String[] told(LoggedChange raw) {
        return raw.columns().stream().filter(c -> !SILENT.contains(c)).toArray(String[]::new);
    }

    /** Whether a change only concerns ourselves. */
    static boolean isSilent(LoggedChange raw) {
        return raw.operation().equals("update") && told(raw).length == 0;
    }

    public static String of(String column) {
        return CustomHistory.isColumn(column)
                ? CustomHistory.field(column)
                : FIELDS.getOrDefault(column, column);
    }

    /**
     * The columns behind a field named as {@code entity.field}, or nothing when no field is asked
     * for.
     */
    static String @Nullable [] columnsOf(@Nullable String entityField) {
        if (entityField == null || !entityField.contains(".")) {
            return null;
        }
        String field = entityField.substring(entityField.indexOf('.') + 1);
        if (CustomHistory.isField(field)) {
            return new String[] {CustomHistory.column(field)};
        }
        Set<String> columns = new LinkedHashSet<>(Set.of(field));
        FIELDS.forEach((column, name) -> {
            if (name.equals(field)) {
                columns.add(column);
            }
        });
        return columns.toArray(String[]::new);
    }

    static @Nullable String entityOf(@Nullable String entityField) {
        return entityField == null ? null : entityField.split("\\.", 2)[0];
    }

    /** A column behind a field. */
    static String column(String field) {
        return FIELDS.entrySet().stream()
                .filter(e -> e.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
    }
}
