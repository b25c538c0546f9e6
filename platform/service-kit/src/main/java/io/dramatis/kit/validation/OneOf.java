package io.dramatis.kit.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * The text names a value of the enum, in any case, with spaces, hyphens or underscores. On a {@code String} rather
 * than the enum itself, so that one answer can list every violation of a request. Null is valid.
 */
@Documented
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Validator.class)
public @interface OneOf {

    Class<? extends WireValue> value();

    String message() default "must be one of the allowed values";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the allowed values in its message. */
    class Validator implements ConstraintValidator<OneOf, String> {

        private List<String> allowed;

        @Override
        public void initialize(OneOf constraint) {
            allowed = WireValues.all(constraint.value());
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null || allowed.contains(WireValues.normalise(text))) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be one of: " + String.join(", ", allowed))
                    .addConstraintViolation();
            return false;
        }
    }
}
