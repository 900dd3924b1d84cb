package app.clientele.customers.web.list;

/**
 * A filter in use, as a phrase.
 *
 * @param without the address of the list without it
 * @param edit where to change it; empty for what can only be taken away
 */
public record FilterChip(String text, String without, String edit) {
    public boolean editable() {
        return !edit.isEmpty();
    }
}
