/**
 * Passes: cards and codes by which customers are found at the desk; made, attached, lost and
 * replaced.
 */
@NullMarked
package app.clientele.passes;

import org.jspecify.annotations.NullMarked;
