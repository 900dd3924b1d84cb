package app.clientele.customers.web.exporting;

import app.clientele.customers.PersonalData.PersonalFile;
import app.clientele.customers.exporting.RecordCopies.Copy;
import app.clientele.customers.exporting.RecordCopies.Table;
import app.clientele.customers.history.History;
import app.clientele.customers.history.History.Fact;
import app.clientele.customers.web.Section;
import app.clientele.customers.web.ValueWords;
import app.clientele.customers.web.history.HistoryList;
import app.clientele.shared.Page;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The page of a copied record that people read.
 *
 * @param business whose customer it is
 */
public record RecordCopy(View view, String business, Copy copy, LocalDate today) {
    /** Told in ways of their own: as the history and as files. */
    private static final Set<String> APART = Set.of("change", "customer_export", "customer_photo");

    public String title() {
        return view.t("customers.copy.title", name(), today.toString());
    }

    public String name() {
        return copy.customer().shownName();
    }

    /** The parts of the record that have something to tell. */
    public List<Table> tables() {
        return copy.tables().stream()
                .filter(table -> !APART.contains(table.name()))
                .filter(table -> table.facts().stream().anyMatch(row -> !row.isEmpty()))
                .toList();
    }

    public String heading(Table table) {
        return view.t("customers.copy.part." + table.name());
    }

    /** As on the profile: names first, addresses as on an envelope. */
    public List<Fact> facts(List<Fact> row) {
        List<String> order =
                Stream.concat(Section.everything().stream(), HistoryList.ENVELOPE.stream())
                        .toList();
        return row.stream()
                .sorted(
                        Comparator.comparingInt(f ->
                                order.contains(f.field())
                                        ? order.indexOf(f.field())
                                        : order.size()))
                .toList();
    }

    public String label(Fact fact) {
        return fact.custom() == null
                ? view.t("profile.field." + fact.field())
                : fact.custom().label();
    }

    public String say(Fact fact) {
        return new ValueWords(view).whole(fact.field(), fact.custom(), fact.value());
    }

    /** Everything that was ever changed, in words. */
    public HistoryList history() {
        return new HistoryList(
                view,
                copy.customer().id(),
                today,
                new Page<>(copy.changes(), null),
                History.Filter.ALL,
                List.of());
    }

    public List<String> files() {
        return copy.files().stream().map(PersonalFile::name).toList();
    }
}
