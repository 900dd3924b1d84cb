/** The PostgreSQL server that the application brings along and runs beside itself. */
@NullMarked
package app.clientele.database.embedded;

import org.jspecify.annotations.NullMarked;
