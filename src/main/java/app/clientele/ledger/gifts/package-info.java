/** Gift cards: codes that whoever has them may pay with; kept in the ledger. */
@NamedInterface("gifts")
@NullMarked
package app.clientele.ledger.gifts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
