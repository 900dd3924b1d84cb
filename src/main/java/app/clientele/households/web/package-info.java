@NullMarked
package app.clientele.households.web;

import org.jspecify.annotations.NullMarked;
