/**
 * Charges cards through somebody who may: the port, what is asked of it and what came of that, and
 * the cards customers left on file. No card number comes here.
 */
@NullMarked
package app.clientele.gateway;

import org.jspecify.annotations.NullMarked;
