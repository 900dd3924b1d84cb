@NullMarked
package app.clientele.messages.web;

import org.jspecify.annotations.NullMarked;
