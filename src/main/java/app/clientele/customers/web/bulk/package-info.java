@NullMarked
package app.clientele.customers.web.bulk;

import org.jspecify.annotations.NullMarked;
