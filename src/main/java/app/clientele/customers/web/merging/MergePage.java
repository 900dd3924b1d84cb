package app.clientele.customers.web.merging;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.history.History.Fact;
import app.clientele.customers.merging.MergePreviews.Field;
import app.clientele.customers.merging.MergePreviews.Part;
import app.clientele.customers.merging.MergePreviews.Preview;
import app.clientele.customers.web.ValueWords;
import app.clientele.customers.web.history.HistoryList;
import app.clientele.site.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records side by side, and what a merge would do. */
public record MergePage(View view, Preview preview) {
    /** Told in the columns, or of no interest to anybody. */
    private static final List<String> APART =
            List.of("customer_alias", "customer_distinct", "customer_export", "customer_photo");

    /** The same records with another one to stay. */
    public String path(Customer into) {
        return "/customers/merge?"
                + preview.records().stream()
                        .map(c -> "id=" + c.id() + "&")
                        .collect(Collectors.joining())
                + "into="
                + into.id();
    }

    public boolean isChosen(Field field, Customer record) {
        return field.preset().equals(record.id());
    }

    /** Whether the value is shown rather than told. */
    public boolean isPicture(Field field, Customer record) {
        return field.name().equals("photo") && record.photoUrl() != null;
    }

    /** What a record says of a field, in words. */
    public Optional<String> value(Field field, Customer record) {
        return Optional.ofNullable(field.values().get(record.id()))
                .map(value -> words().whole(field.name(), field.custom(), value));
    }

    public String label(Field field) {
        return field.custom() == null
                ? view.t("profile.field." + field.name())
                : field.custom().label();
    }

    /** The e-mail addresses and phones that are kept, all of them. */
    public List<String> contacts() {
        return Stream.concat(
                        all(d -> d.emails().stream().map(CustomerDetails.Email::address)),
                        all(d -> d.phones().stream().map(CustomerDetails.Phone::number)))
                .distinct()
                .toList();
    }

    private Stream<String> all(Function<CustomerDetails, Stream<? extends @Nullable String>> list) {
        return preview.records().stream()
                .map(Customer::details)
                .<String>flatMap(d -> list.apply(d).filter(Objects::nonNull));
    }

    /** What moves over that people know of. */
    public List<Part> parts() {
        return preview.parts().stream().filter(p -> !APART.contains(p.table())).toList();
    }

    /** What moves, and of several records from which. */
    public String heading(Part part) {
        String heading = view.t("customers.copy.part." + part.table());
        return preview.from().size() == 1 ? heading : heading + " · " + name(part.customerId());
    }

    private String name(UUID customer) {
        return preview.from().stream()
                .filter(c -> c.id().equals(customer))
                .map(Customer::shownName)
                .findFirst()
                .orElse("");
    }

    /** A row in one line. */
    public String line(List<Fact> row) {
        return row.stream()
                .filter(f -> !HistoryList.UNTOLD.contains(f.field()))
                .map(f -> words().cut(f.field(), f.custom(), f.value()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    private ValueWords words() {
        return new ValueWords(view);
    }

    /** Whether two of them share no first name: families share a phone, and are not one person. */
    public boolean isFamily() {
        return preview.records().stream()
                        .map(c ->
                                String.valueOf(c.details().firstName()).toLowerCase(view.locale()))
                        .distinct()
                        .count()
                > 1;
    }
}
