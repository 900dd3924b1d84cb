package app.clientele.calendar.rules;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a service is for one customer and colleague.
 *
 * @param service its name
 * @param price absent when it is on request
 * @param bufferBefore minutes kept free before it
 * @param bufferAfter minutes kept free after it
 */
public record Terms(
        String service, int minutes, @Nullable Money price, int bufferBefore, int bufferAfter) {}
