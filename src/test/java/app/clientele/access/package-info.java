@NullMarked
package app.clientele.access;

import org.jspecify.annotations.NullMarked;
