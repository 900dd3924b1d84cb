/**
 * Points that customers earn with what they pay for, and pay with: what each item brings and costs,
 * and what everybody has. They are kept on the ledger; the database adds and takes them where
 * invoices are issued, paid and paid back.
 */
@NullMarked
package app.clientele.points;

import org.jspecify.annotations.NullMarked;
