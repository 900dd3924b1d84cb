/** What customers are members of: plans, what they charge when, and what became of it. */
@NullMarked
package app.clientele.memberships;

import org.jspecify.annotations.NullMarked;
