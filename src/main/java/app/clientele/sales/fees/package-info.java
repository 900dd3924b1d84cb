/**
 * Fees for coming too late to cancel or not at all: rules, what they propose, and what becomes of
 * it.
 */
@NamedInterface("fees")
@NullMarked
package app.clientele.sales.fees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
