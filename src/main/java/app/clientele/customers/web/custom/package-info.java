@NullMarked
package app.clientele.customers.web.custom;

import org.jspecify.annotations.NullMarked;
