@NullMarked
package app.clientele.imports;

import org.jspecify.annotations.NullMarked;
