package app.clientele.customers;

/** Knows how customers may book by themselves; the module with the calendar has the one bean. */
public interface BookingAccess {
    /**
     * What was said of a customer and holds today, in one word, as an expression of SQL over {@code
     * c}, the customer's row.
     */
    String rule();
}
