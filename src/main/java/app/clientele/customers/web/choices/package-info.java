@NullMarked
package app.clientele.customers.web.choices;

import org.jspecify.annotations.NullMarked;
