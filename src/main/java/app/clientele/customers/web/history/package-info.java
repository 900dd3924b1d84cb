@NullMarked
package app.clientele.customers.web.history;

import org.jspecify.annotations.NullMarked;
