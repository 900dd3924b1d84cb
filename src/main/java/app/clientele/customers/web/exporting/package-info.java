@NullMarked
package app.clientele.customers.web.exporting;

import org.jspecify.annotations.NullMarked;
