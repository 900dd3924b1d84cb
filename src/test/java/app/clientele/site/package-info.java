@NullMarked
package app.clientele.site;

import org.jspecify.annotations.NullMarked;
