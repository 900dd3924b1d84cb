@NullMarked
package app.clientele.sales.web.gifts;

import org.jspecify.annotations.NullMarked;
