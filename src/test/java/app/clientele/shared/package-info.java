@NullMarked
package app.clientele.shared;

import org.jspecify.annotations.NullMarked;
