/** The whole application as a process of its own, killed and started again. */
@NullMarked
package app.clientele.crashes;

import org.jspecify.annotations.NullMarked;
