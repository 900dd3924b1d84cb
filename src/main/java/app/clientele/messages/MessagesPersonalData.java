package app.clientele.messages;

import app.clientele.customers.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Messages: that one went out is kept, what it said and to which address goes with the person. */
@Component
class MessagesPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        Map<String, OnErase> columns = new LinkedHashMap<>();
        List.of("address", "subject", "plain_text", "html_text")
                .forEach(column -> columns.put(column, OnErase.BLANK));
        List.of("channel", "purpose", "written_in", "state", "because", "created_via")
                .forEach(column -> columns.put(column, OnErase.KEEP));
        return List.of(
                new Table("message", "customer_id", OnMerge.COMBINE, columns)
                        // one between the two who merge goes, and comes back with them
                        .with(Links.same("id").others("about_id")));
    }
}
