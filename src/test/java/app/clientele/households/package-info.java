@NullMarked
package app.clientele.households;

import org.jspecify.annotations.NullMarked;
