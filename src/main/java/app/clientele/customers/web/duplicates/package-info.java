@NullMarked
package app.clientele.customers.web.duplicates;

import org.jspecify.annotations.NullMarked;
