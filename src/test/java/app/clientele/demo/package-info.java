@NullMarked
package app.clientele.demo;

import org.jspecify.annotations.NullMarked;
