package app.clientele.messages;

import app.clientele.customers.PersonalData;
import app.clientele.shared.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Messages: what was written to somebody goes with them, and with another one it names. */
@Component
class MessagesPersonalData implements PersonalData {
    private static final List<String> COLUMNS =
            List.of(
                    "channel",
                    "address",
                    "purpose",
                    "written_in",
                    "subject",
                    "plain_text",
                    "html_text",
                    "enclosed_kind",
                    "enclosed_name",
                    "masked",
                    "state",
                    "because",
                    "created_via");

    @Override
    public List<Table> tables() {
        Map<String, OnErase> columns = new LinkedHashMap<>();
        COLUMNS.forEach(column -> columns.put(column, OnErase.DELETE_ROW));
        return List.of(
                new Table("message", "customer_id", OnMerge.COMBINE, columns)
                        // one between the two who merge goes, and comes back with them
                        .with(Links.same("id").others("about_id"))
                        .seen(Permission.MESSAGE_VIEW));
    }
}
