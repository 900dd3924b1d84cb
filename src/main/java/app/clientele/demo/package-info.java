/** Invented businesses, people and notes: for trying things out, and for measuring. */
@NullMarked
package app.clientele.demo;

import org.jspecify.annotations.NullMarked;
