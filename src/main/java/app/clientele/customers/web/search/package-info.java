@NullMarked
package app.clientele.customers.web.search;

import org.jspecify.annotations.NullMarked;
