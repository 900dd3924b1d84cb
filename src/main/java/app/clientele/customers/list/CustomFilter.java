package app.clientele.customers.list;

import app.clientele.customers.custom.CustomField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one custom field; whatever is absent does not matter.
 *
 * @param values any of these: keys of options, else values as they are written
 * @param from of a number or date, included
 * @param to likewise
 * @param starts what a text begins with
 * @param has whether anything is in it
 */
public record CustomFilter(
        CustomField field,
        Set<String> values,
        @Nullable String from,
        @Nullable String to,
        @Nullable String starts,
        @Nullable Boolean has) {}
