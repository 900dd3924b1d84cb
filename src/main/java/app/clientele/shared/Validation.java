package app.clientele.shared;

import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Checks commands against the constraints on their fields; page, API and import all come through
 * here.
 */
public final class Validation {
    private static final Validator VALIDATOR =
            jakarta.validation.Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();

    /** Codes of the plain constraints of Jakarta Validation. */
    private static final Map<String, String> PLAIN =
            Map.of(
                    "NotNull",
                    "required",
                    "NotBlank",
                    "required",
                    "NotEmpty",
                    "required",
                    "Size",
                    "too_many",
                    "Min",
                    "too_small",
                    "Max",
                    "too_large",
                    "Valid",
                    "format");

    private Validation() {}

    /**
     * @throws Invalid naming every field that breaks a rule
     */
    public static void check(Object command) {
        List<Invalid.Problem> problems = problems(command);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /** Every field that breaks a rule, in the order of their names. */
    public static List<Invalid.Problem> problems(Object command) {
        var violations = VALIDATOR.validate(command);
        if (violations.isEmpty()) {
            return new ArrayList<>();
        }
        List<Invalid.Problem> problems =
                new ArrayList<>(violations.stream().map(Validation::problem).toList());
        problems.sort(Comparator.comparing(Invalid.Problem::field));
        return problems;
    }

    /** Whether a text, if there is one, is short enough, can be kept, and holds no card number. */
    static boolean isText(
            @Nullable String text, int max, boolean lines, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        if (text.length() > max) {
            return fail(context, "too_long", max);
        }
        if (!Text.isStorable(text, lines)) {
            return fail(context, "characters");
        }
        return !CardNumbers.in(text) || fail(context, "card_number");
    }

    /** Reports a violation under its own code. */
    static boolean fail(ConstraintValidatorContext context, String code, Object... args) {
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(List.of(args));
        context.buildConstraintViolationWithTemplate(code).addConstraintViolation();
        return false;
    }

    private static Invalid.Problem problem(ConstraintViolation<Object> violation) {
        String field = violation.getPropertyPath().toString().replaceAll("\\.<[^>]*>", "");
        var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
        String plain = PLAIN.get(annotation.getSimpleName());
        if (plain != null) {
            return new Invalid.Problem(field, plain, plainArgs(violation));
        }
        Object args =
                violation.unwrap(HibernateConstraintViolation.class).getDynamicPayload(List.class);
        return new Invalid.Problem(
                field,
                violation.getMessageTemplate(),
                args instanceof List<?> list ? List.copyOf((List<Object>) list) : List.of());
    }

    private static List<Object> plainArgs(ConstraintViolation<Object> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        return java.util.stream.Stream.of("max", "value")
                .filter(name -> attributes.containsKey(name))
                .map(attributes::get)
                .toList();
    }
}
