@NullMarked
package app.clientele.customers.web.notes;

import org.jspecify.annotations.NullMarked;
