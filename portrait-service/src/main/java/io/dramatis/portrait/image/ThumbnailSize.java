package io.dramatis.portrait.image;

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

/** One of {@link ImagePaths#THUMBNAILS}. Null is valid. */
@Documented
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ThumbnailSize.Validator.class)
@interface ThumbnailSize {

    String MESSAGE = "must be one of: 64, 256, 512";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Knows the sizes. */
    class Validator implements ConstraintValidator<ThumbnailSize, Integer> {

        @Override
        public boolean isValid(Integer size, ConstraintValidatorContext context) {
            return size == null || ImagePaths.THUMBNAILS.contains(size);
        }
    }
}
