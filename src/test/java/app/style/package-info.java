/**
 * Pages that show every building block. They stand outside the application's packages, so that its
 * own tests do not pick them up.
 */
@NullMarked
package app.style;

import org.jspecify.annotations.NullMarked;
