@NullMarked
package app.clientele.customers;

import org.jspecify.annotations.NullMarked;
