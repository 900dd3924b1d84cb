@NullMarked
package app.clientele.memberships.web;

import org.jspecify.annotations.NullMarked;
