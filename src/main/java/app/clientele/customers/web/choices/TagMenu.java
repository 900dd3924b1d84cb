package app.clientele.customers.web.choices;

import app.clientele.customers.choices.Choices.Choice;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The tags to tick.
 *
 * @param ticked ids of those the customer has
 * @param editable whether the viewer may edit the list itself
 */
public record TagMenu(UUID customer, List<Choice> tags, Set<UUID> ticked, boolean editable) {}
