/** Passes as files for the wallets of phones, signed with the operator's certificate. */
@NullMarked
package app.clientele.passes.wallet;

import org.jspecify.annotations.NullMarked;
