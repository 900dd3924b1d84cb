@NullMarked
package app.clientele.customers.web.timeline;

import org.jspecify.annotations.NullMarked;
