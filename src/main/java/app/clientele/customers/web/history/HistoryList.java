package app.clientele.customers.web.history;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.history.History;
import app.clientele.customers.history.History.Actor;
import app.clientele.customers.history.History.Change;
import app.clientele.customers.history.History.FieldChange;
import app.clientele.customers.web.Section;
import app.clientele.customers.web.ValueWords;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a record, as a list by days.
 *
 * @param actors those to filter by
 * @param custom the business's own fields, to filter by
 * @param closed whether the record waits to be erased, and nothing of it is put back
 */
public record HistoryList(
        View view,
        UUID customer,
        LocalDate today,
        Page<Change> page,
        History.Filter filter,
        List<Actor> actors,
        List<CustomField> custom,
        boolean closed) {
    public HistoryList(
            View view,
            UUID customer,
            LocalDate today,
            Page<Change> page,
            History.Filter filter,
            List<Actor> actors) {
        this(view, customer, today, page, filter, actors, List.of(), false);
    }

    public static final List<String> UNTOLD =
            List.of(
                    "primary",
                    "pinned",
                    "kind",
                    "format",
                    "contacts",
                    "customers",
                    "query",
                    "mayBook",
                    "mayView",
                    "mayPay",
                    "copied",
                    "message",
                    "gateway",
                    "is_default",
                    "state");
    public static final List<String> ENVELOPE =
            List.of("label", "street", "line2", "postcode", "city", "region", "country");
    private static final List<String> FIELDS =
            Stream.concat(
                            Stream.concat(
                                            Section.everything().stream(),
                                            Stream.of("photo", "deactivated", "lockedReason"))
                                    .filter(f ->
                                            !List.of("addresses", "tags", "weight", "tax.exempt")
                                                    .contains(f))
                                    .map(f -> "customer." + f),
                            Stream.of(
                                    "customer_address",
                                    "customer_tag",
                                    "customer_weight",
                                    "note",
                                    "alert",
                                    "relationship",
                                    "message_copy",
                                    "message",
                                    "appointment"))
                    .toList();

    public String path() {
        return "/customers/" + customer + "/history";
    }

    /** The changes by the day they were made on, the latest day first. */
    public Map<LocalDate, List<Change>> days() {
        Map<LocalDate, List<Change>> days = new LinkedHashMap<>();
        page.items()
                .forEach(change ->
                        days.computeIfAbsent(
                                        LocalDate.ofInstant(change.at(), view.zone()),
                                        day -> new ArrayList<>())
                                .add(change));
        return days;
    }

    public String day(LocalDate day) {
        if (day.equals(today)) {
            return view.t("profile.today");
        }
        return day.equals(today.minusDays(1)) ? view.t("profile.yesterday") : view.day(day);
    }

    /** What was done: "Note changed", "Last name changed". */
    public String title(Change change) {
        return ChangeTitle.of(view, change);
    }

    public String label(FieldChange field) {
        return field.custom() == null
                ? view.t("profile.field." + field.field())
                : field.custom().label();
    }

    /** The fields worth telling: of a new record none, for the record itself tells them. */
    public List<FieldChange> fields(Change change) {
        boolean made = change.entity().equals("customer") && change.operation().equals("insert");
        return made ? List.of() : change.fields();
    }

    /** Whether the values of a row that came or went are told in one line, without labels. */
    public boolean whole(Change change) {
        return !change.operation().equals("update");
    }

    /** A row that came or went, in one line: an address as on an envelope. */
    public String summary(Change change) {
        return fields(change).stream()
                .filter(f -> !UNTOLD.contains(f.field()))
                .sorted(Comparator.comparingInt(f -> ENVELOPE.indexOf(f.field())))
                .map(f -> say(f, f.after() == null ? f.before() : f.after()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** A value in the viewer's words, cut where it is long. */
    public String say(FieldChange field, @Nullable String value) {
        return new ValueWords(view).cut(field.field(), field.custom(), value);
    }

    public String say(String field, @Nullable String value) {
        return new ValueWords(view).cut(field, null, value);
    }

    public String icon(Change change) {
        return switch (change.entity()) {
            case "note" -> "note";
            case "alert" -> "alert-triangle";
            case "alert_acknowledgement" -> "check";
            case "customer_tag" -> "tag";
            case "customer_address" -> "map-pin";
            case "customer_weight" -> "scale";
            case "relationship" -> "users";
            case "appointment" -> "calendar";
            case "message", "message_copy" -> "mail";
            case "customer_merge" -> "arrows-join";
            case "customer_erasure", "retention_notice" -> "eraser";
            case "customer" -> ofRecord(change);
            default -> "history";
        };
    }

    private static String ofRecord(Change change) {
        boolean locking = change.fields().stream().anyMatch(f -> f.field().equals("lockedReason"));
        return locking ? "lock" : change.operation().equals("insert") ? "user-plus" : "pencil";
    }

    public String colour(Change change) {
        return switch (change.operation()) {
            case "insert" -> "green";
            case "delete" -> "red";
            default -> "blue";
        };
    }

    /** The icon of the way a change came in. */
    public String door(Change change) {
        return switch (change.source()) {
            case "api" -> "plug-connected";
            case "import" -> "file-import";
            case "portal" -> "user";
            case "form" -> "forms";
            case "job" -> "robot";
            default -> "device-desktop";
        };
    }

    public boolean canPutBack(Change change, FieldChange field) {
        boolean locking = field.field().equals("lockedReason");
        return mayRestore()
                && (!locking || view.may(Permission.PROFILE_LOCK))
                && isOwn(change)
                && field.restorable();
    }

    private boolean mayRestore() {
        return view.may(Permission.HISTORY_RESTORE) && !closed;
    }

    /** What a record said of itself that was merged into this one is not put back here. */
    private boolean isOwn(Change change) {
        return !change.entity().equals("customer") || change.rowId().equals(customer);
    }

    public boolean canTakeBack(Change change) {
        return mayRestore() && change.restorable();
    }

    /** Which fields one may look for. */
    public List<Option> fieldOptions() {
        return Stream.concat(
                        FIELDS.stream().map(name -> new Option(name, fieldLabel(name))),
                        custom.stream().map(f -> new Option("customer." + f.path(), f.label())))
                .toList();
    }

    private String fieldLabel(String name) {
        return name.startsWith("customer.")
                ? view.t("profile.field." + name.substring("customer.".length()))
                : view.t("profile.history." + name);
    }

    public List<Option> actorOptions() {
        return actors.stream().map(a -> new Option(a.id().toString(), a.name())).toList();
    }

    /** The address of what comes after, with the same filter. */
    public String next() {
        return path()
                + "?cursor="
                + page.next()
                + (filter.field() == null ? "" : "&field=" + filter.field())
                + (filter.actor() == null ? "" : "&actor=" + filter.actor());
    }
}
