@NullMarked
package app.clientele.sales.web.fees;

import org.jspecify.annotations.NullMarked;
