package app.clientele.customers.history;

import app.clientele.customers.Masking;
import app.clientele.customers.WeightUnit;
import app.clientele.database.Amounts;
import app.clientele.shared.Birthday;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The values of a row of the change log, as people read them: masked for who may not see contacts.
 */
final class HistoryValues {
    private HistoryValues() {}

    static @Nullable String of(String field, JsonNode row, JsonNode names) {
        return switch (field) {
            case "birthday" -> birthday(row);
            case "emails" -> masked(joined(row.path("emails"), "address"), Masking::email);
            case "phones" -> masked(joined(row.path("phones"), "number"), Masking::number);
            case "status" -> named(row.path("status_id"), names);
            case "referralMethod" -> named(row.path("referral_method_id"), names);
            case "preferredBranchId" -> named(row.path("preferred_branch_id"), names);
            case "preferredStaffIds" -> staff(row.path("preferred_staff"), names);
            case "barredStaff" -> staff(row.path("barred_staff"), names);
            case "service" -> service(row, names);
            case "staff" -> named(row.path("staff_id"), names);
            case "branch" -> named(row.path("branch_id"), names);
            case "bookedBy" -> known(row.path("booked_by_id"), names);
            case "price" -> price(row);
            case "alert" -> known(row.path("alert_id"), names);
            case "relative" -> known(row.path("relative_id"), names);
            case "copyTo" -> known(row.path("to_id"), names);
            case "sentTo" -> masked(text(row.path("address")), Masking::email);
            case "tag" -> named(row.path("tag_id"), names);
            case "referredBy" -> referrer(row, names);
            case "weight" -> weight(row);
            case "street", "line2", "postcode" ->
                    Masking.applies() ? hidden(row.path(field)) : text(row.path(field));
            case "photo" -> text(row.path("photo_id")) == null ? null : "•";
            default -> plain(field, row);
        };
    }

    private static @Nullable String plain(String field, JsonNode row) {
        JsonNode minor = row.path(field);
        if (field.endsWith("_minor")) {
            Long units = minor.isNumber() ? Long.valueOf(minor.asLong()) : null;
            return Objects.toString(Amounts.of(units, row.path("currency").asString(null)), null);
        }
        return CustomHistory.isField(field)
                ? CustomHistory.text(field, row)
                : text(row.path(HistoryFields.column(field)));
    }

    /** Names in their order, each with the reason if there is one. */
    private static @Nullable String staff(JsonNode list, JsonNode names) {
        String told =
                StreamSupport.stream(list.spliterator(), false)
                        .map(e -> {
                            String reason = text(e.path("reason"));
                            return named(e.path("staffId"), names)
                                    + (reason == null ? "" : " (" + reason + ")");
                        })
                        .collect(Collectors.joining(", "));
        return told.isEmpty() ? null : told;
    }

    private static @Nullable String masked(
            @Nullable String joined, UnaryOperator<@Nullable String> mask) {
        return joined == null || !Masking.applies() ? joined : mask.apply(joined);
    }

    static @Nullable String birthday(JsonNode row) {
        if (row.path("birth_month").isMissingNode() || row.path("birth_month").isNull()) {
            return null;
        }
        JsonNode year = row.path("birth_year");
        return new Birthday(
                        year.isNumber() ? year.intValue() : null,
                        row.path("birth_month").intValue(),
                        row.path("birth_day").intValue())
                .toString();
    }

    private static @Nullable String joined(JsonNode list, String field) {
        String joined =
                StreamSupport.stream(list.spliterator(), false)
                        .map(e -> e.path(field).asString(""))
                        .collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable String weight(JsonNode row) {
        if (!row.path("grams").isNumber()) {
            return null;
        }
        String unit = row.path("unit").asString("kg");
        return WeightUnit.of(unit).value(row.path("grams").intValue()) + " " + unit;
    }

    /** As it was called when it was booked, where that is kept. */
    private static @Nullable String service(JsonNode row, JsonNode names) {
        String kept = text(row.path("service_name"));
        return kept == null ? named(row.path("service_id"), names) : kept;
    }

    private static @Nullable String price(JsonNode row) {
        JsonNode minor = row.path("price_minor");
        Long units = minor.isNumber() ? minor.asLong() : null;
        return Objects.toString(Amounts.of(units, row.path("currency").asString(null)), null);
    }

    private static @Nullable String referrer(JsonNode row, JsonNode names) {
        String name = named(row.path("referred_by_id"), names);
        return name == null ? text(row.path("referred_by_name")) : name;
    }

    /** What an id stood for; the id itself when that is gone. */
    private static @Nullable String named(JsonNode id, JsonNode names) {
        String uuid = text(id);
        return uuid == null ? null : names.path(uuid).asString(uuid);
    }

    private static @Nullable String known(JsonNode id, JsonNode names) {
        return text(names.path(id.asString("")));
    }

    private static @Nullable String hidden(JsonNode node) {
        return text(node) == null ? null : "•••";
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull() || node.isContainer() && node.isEmpty()) {
            return null;
        }
        return node.isContainer() ? node.toString() : node.asString();
    }
}
