/**
 * The lists a business chooses from: statuses, tags, ways customers found it, genders, categories
 * of services.
 */
@NamedInterface("choices")
@NullMarked
package app.clientele.customers.choices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
