@NullMarked
package app.clientele.customers.web;

import org.jspecify.annotations.NullMarked;
