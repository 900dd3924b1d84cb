@NullMarked
package app.clientele.gateway.web;

import org.jspecify.annotations.NullMarked;
