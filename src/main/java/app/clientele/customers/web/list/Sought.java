package app.clientele.customers.web.list;

import app.clientele.customers.list.CustomerFilter;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListQuery;
import app.clientele.shared.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an address of the list asks for, as far as it can be understood: a tag deleted since, or an
 * address typed wrongly, shows more rather than an error.
 *
 * @param leftOut parameters that could not be read
 */
record Sought(ListQuery query, CustomerFilter filter, List<String> leftOut) {
    static Sought by(CustomerList list, Map<String, ? extends List<String>> params) {
        ListQuery query = ListQuery.of(params);
        List<String> leftOut = new ArrayList<>();
        while (true) {
            try {
                return new Sought(query, list.filter(query.filter()), leftOut);
            } catch (Invalid e) {
                String field = e.problems().getFirst().field();
                leftOut.add(field);
                query = query.without(field);
            }
        }
    }
}
