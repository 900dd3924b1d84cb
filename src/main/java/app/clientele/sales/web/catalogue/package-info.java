@NullMarked
package app.clientele.sales.web.catalogue;

import org.jspecify.annotations.NullMarked;
