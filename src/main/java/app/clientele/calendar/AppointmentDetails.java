package app.clientele.calendar;

import app.clientele.shared.Price;
import app.clientele.shared.Prose;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What one may say of an appointment apart from its time and place. */
public record AppointmentDetails(@Price @Nullable Money price, @Prose @Nullable String note) {}
