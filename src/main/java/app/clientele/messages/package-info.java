@NullMarked
package app.clientele.messages;

import org.jspecify.annotations.NullMarked;
