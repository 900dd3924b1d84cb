package app.clientele.customers;

import java.util.UUID;

/** A customer has just been erased, in the same transaction; the id means nobody from here on. */
public record CustomerErased(UUID customer) {}
