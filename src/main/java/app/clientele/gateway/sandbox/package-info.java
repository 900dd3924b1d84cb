/** A gateway without money, for trying everything out without an account. */
@NamedInterface("sandbox")
@NullMarked
package app.clientele.gateway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
