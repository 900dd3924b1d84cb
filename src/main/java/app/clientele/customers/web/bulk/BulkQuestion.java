package app.clientele.customers.web.bulk;

import app.clientele.customers.bulk.BulkChange.Action;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.Whom;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.List;

/**
 * What is to be done to many, before it is done.
 *
 * @param names of the first of them
 * @param options the tags or statuses to choose from
 * @param list where they were picked
 */
public record BulkQuestion(
        Action action,
        Whom whom,
        int count,
        List<String> names,
        List<Option> options,
        ListQuery list) {
    public boolean chooses() {
        return action.kind() != null;
    }

    /** Such as <i>Ada, Bo, Çelik and 12 more</i>. */
    public String who(View view) {
        String some = String.join(", ", names);
        int more = count - names.size();
        return more > 0 ? view.t("customers.bulk.more", some, more) : some;
    }
}
