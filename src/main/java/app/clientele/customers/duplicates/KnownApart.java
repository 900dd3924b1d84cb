package app.clientele.customers.duplicates;

/** Knows of pairs of customers that they are two people, whatever they share. */
public interface KnownApart {
    /**
     * Whether it knows so of {@code p.customer_id} and {@code p.other_id}, as a condition of SQL.
     * Tables in it are asked with {@code business_id = :business}.
     */
    String condition();
}
