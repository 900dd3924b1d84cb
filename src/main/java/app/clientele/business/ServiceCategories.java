package app.clientele.business;

import java.util.UUID;

/** The categories of services, which are kept with the other lists of a business. */
public interface ServiceCategories {
    /** The category of this name, made when there is none. */
    UUID named(String name);
}
