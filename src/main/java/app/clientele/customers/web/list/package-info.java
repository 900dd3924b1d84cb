@NullMarked
package app.clientele.customers.web.list;

import org.jspecify.annotations.NullMarked;
