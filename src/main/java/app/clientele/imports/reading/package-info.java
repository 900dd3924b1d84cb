/**
 * Reads customer files of other products: from bytes to customers in our terms. Knows nothing of
 * the database or of what the business already has.
 */
@NullMarked
package app.clientele.imports.reading;

import org.jspecify.annotations.NullMarked;
