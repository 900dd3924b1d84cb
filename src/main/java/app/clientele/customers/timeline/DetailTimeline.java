package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldRows;
import app.clientele.customers.history.CustomHistory;
import app.clientele.customers.history.HistoryFields;
import app.clientele.shared.Permission;
import app.clientele.site.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of the record itself: which fields, for the history tells from what to what. */
@Component
class DetailTimeline implements TimelineSource {
    private final CustomFieldRows customFields;
    private final Texts messages;

    DetailTimeline(CustomFieldRows customFields, Texts messages) {
        this.customFields = customFields;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "detail";
    }

    @Override
    public String icon() {
        return "pencil";
    }

    @Override
    public String colour() {
        return "blue";
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                """
                select t.at, t.id, 'changed' verb,
                       (select string_agg(k, ',') from jsonb_object_keys(t.before) k) "text", t.actor, '/history' link
                from change t where t.business_id = :business and t.customer_id = own.id and t.entity = 'customer'
                    and t.operation = 'update' and not jsonb_exists(t.before, 'locked_reason')
                    and exists (select from jsonb_object_keys(t.before) k where k <> all('{%s}'))\
                """
                        .formatted(String.join(",", HistoryFields.silent())));
    }

    @Override
    public Key key() {
        return Key.BIGINT;
    }

    /** Columns in the words of the history. */
    @Override
    public UnaryOperator<@Nullable String> words(Locale locale, List<String> texts) {
        Map<String, CustomField> custom =
                texts.stream()
                                .anyMatch(t ->
                                        Arrays.stream(t.split(",", -1))
                                                .anyMatch(CustomHistory::isColumn))
                        ? CustomHistory.byName(customFields.everyOne().stream())
                        : Map.of();
        return columns -> columns == null ? null : told(columns, custom, locale);
    }

    private String told(String columns, Map<String, CustomField> custom, Locale locale) {
        return Arrays.stream(columns.split(",", -1))
                .filter(column -> !HistoryFields.isSilent(column))
                .map(HistoryFields::of)
                .distinct()
                .map(field -> label(field, custom.get(field), locale))
                .collect(Collectors.joining(", "));
    }

    private String label(String field, @Nullable CustomField own, Locale locale) {
        return own == null ? messages.text(locale, "profile.field." + field) : own.label();
    }
}
