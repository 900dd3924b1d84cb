package app.clientele.passes;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Passes go along when records merge, and go when somebody is erased. */
@Component
class PassPersonalData implements PersonalData {
    private static final List<String> COLUMNS =
            List.of("code", "code_key", "label", "state", "lost_note", "created_via");

    @Override
    public List<Table> tables() {
        Map<String, OnErase> columns = new LinkedHashMap<>();
        COLUMNS.forEach(column -> columns.put(column, OnErase.DELETE_ROW));
        return List.of(
                new Table("pass", "customer_id", OnMerge.REPOINT, columns)
                        .seen(Permission.PROFILE_VIEW));
    }
}
