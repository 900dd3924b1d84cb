/** Fills databases of known sizes and measures the application on them; run by bin/bench. */
@NullMarked
package app.clientele.bench;

import org.jspecify.annotations.NullMarked;
