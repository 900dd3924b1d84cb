package app.clientele.business;

import java.util.List;
import java.util.UUID;

/** The taxes a service may bear instead of the usual one; told by whoever keeps taxes. */
public interface ServiceTaxes {
    /** One of them, by name. */
    record ServiceTax(UUID id, String name, boolean archived) {}

    /** All of them, in the order they are offered. */
    List<ServiceTax> all();
}
