@NullMarked
package app.clientele.customers.web.merging;

import org.jspecify.annotations.NullMarked;
