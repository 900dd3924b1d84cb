@NullMarked
package app.clientele.business.web;

import org.jspecify.annotations.NullMarked;
