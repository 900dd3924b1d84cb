@NullMarked
package app.clientele.business;

import org.jspecify.annotations.NullMarked;
