package app.clientele.customers.history;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import app.clientele.customers.PersonalData;
import app.clientele.customers.PersonalData.Restorable;
import app.clientele.customers.PersonalData.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows which changes can be put back, by what the modules say of their tables. */
@Component
class Restorables {
    private final Map<String, Restorable> tables;

    Restorables(List<PersonalData> data) {
        this.tables =
                data.stream()
                        .flatMap(module -> module.tables().stream())
                        .filter(table -> table.restorable() != null)
                        .collect(toMap(Table::name, table -> requireNonNull(table.restorable())));
    }

    Optional<Restorable> of(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    Set<String> columns(String table) {
        return of(table).map(Restorable::columns).orElse(Set.of());
    }

    /** Whether a change of something that hangs on the record can be taken back whole. */
    boolean whole(LoggedChange change) {
        return !change.operation().equals("update") && tables.containsKey(change.entity());
    }

    /** Whether a field of a change can be put back by itself. */
    boolean single(LoggedChange change, String field) {
        if (!change.operation().equals("update")) {
            return false;
        }
        return change.entity().equals("customer")
                ? Restoration.isKnown(field)
                : columns(change.entity()).stream()
                        .anyMatch(column -> HistoryFields.of(column).equals(field));
    }
}
