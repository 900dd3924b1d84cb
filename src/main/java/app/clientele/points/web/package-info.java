@NullMarked
package app.clientele.points.web;

import org.jspecify.annotations.NullMarked;
