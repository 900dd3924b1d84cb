@NullMarked
package app.clientele;

import org.jspecify.annotations.NullMarked;
