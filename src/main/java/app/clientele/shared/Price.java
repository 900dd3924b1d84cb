package app.clientele.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What something costs: nothing or more, and no more than anybody would mean. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = Price.Check.class)
public @interface Price {
    String message() default "price";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    final class Check implements ConstraintValidator<Price, Money> {
        private static final int MOST = 100_000_000;

        @Override
        public boolean isValid(@Nullable Money price, ConstraintValidatorContext context) {
            if (price == null) {
                return true;
            }
            if (price.isNegative()) {
                return Validation.fail(context, "too_small", 0);
            }
            return price.getAmountMajorLong() < MOST || Validation.fail(context, "too_large", MOST);
        }
    }
}
