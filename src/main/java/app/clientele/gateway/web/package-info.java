/** Cards in words, for pages of others that show them. */
@NamedInterface("web")
@NullMarked
package app.clientele.gateway.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
