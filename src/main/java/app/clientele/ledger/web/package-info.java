@NullMarked
package app.clientele.ledger.web;

import org.jspecify.annotations.NullMarked;
