/** What is sold besides services, how it is taxed, and the business's own ways of being paid. */
@NamedInterface("catalogue")
@NullMarked
package app.clientele.sales.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
