@NullMarked
package app.clientele.credits.web;

import org.jspecify.annotations.NullMarked;
