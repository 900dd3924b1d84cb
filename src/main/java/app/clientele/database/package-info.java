@NullMarked
package app.clientele.database;

import org.jspecify.annotations.NullMarked;
