@NullMarked
package app.clientele.sales.web;

import org.jspecify.annotations.NullMarked;
