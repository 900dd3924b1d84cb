@NullMarked
package app.clientele.access.web;

import org.jspecify.annotations.NullMarked;
