@NullMarked
package app.clientele.imports.web;

import org.jspecify.annotations.NullMarked;
