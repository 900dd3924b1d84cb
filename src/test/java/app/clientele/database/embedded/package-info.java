@NullMarked
package app.clientele.database.embedded;

import org.jspecify.annotations.NullMarked;
