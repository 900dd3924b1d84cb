package app.clientele.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address that mail can be sent to. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = EmailAddress.Check.class)
public @interface EmailAddress {

    String message() default "text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    final class Check implements ConstraintValidator<EmailAddress, String> {
        private static final Pattern LOCAL =
                Pattern.compile(
                        "[^\\s@\"(),:;<>\\[\\\\\\].\\p{Cntrl}]+(?:\\.[^\\s@\"(),:;<>\\[\\\\\\].\\p{Cntrl}]+)*");
        private static final Pattern DOMAIN =
                Pattern.compile(
                        "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || isAddress(address) || Validation.fail(context, "email");
        }

        private static boolean isAddress(String address) {
            int at = address.lastIndexOf('@');
            return at > 0
                    && at <= 64
                    && address.length() <= 254
                    && Text.isStorable(address, false)
                    && LOCAL.matcher(address.substring(0, at)).matches()
                    && isDomain(address.substring(at + 1));
        }

        private static boolean isDomain(String domain) {
            try {
                return DOMAIN.matcher(IDN.toASCII(domain).toLowerCase(java.util.Locale.ROOT))
                        .matches();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
