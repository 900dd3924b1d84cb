/** Every way into the application, tried by everybody: who gets where, and with what. */
@NullMarked
package app.clientele.routes;

import org.jspecify.annotations.NullMarked;
