@NullMarked
package app.clientele.passes.web;

import org.jspecify.annotations.NullMarked;
