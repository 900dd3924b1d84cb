@NullMarked
package app.clientele.customers.web.erasing;

import org.jspecify.annotations.NullMarked;
