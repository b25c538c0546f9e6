package io.dramatis.catalog.character;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/**
 * Checks what clients say about characters. By hand rather than by {@code @Valid} on the resource, because a merge
 * patch is valid or not only together with the state it is applied to, and so that all writes fail with seed 001's
 * CHARACTER_VALIDATION.
 */
@ApplicationScoped
class CharacterValidation {

    private final Validator validator;
    private final ObjectMapper json;
    private final Problems problems;

    CharacterValidation(Validator validator, ObjectMapper json, Problems problems) {
        this.validator = validator;
        this.json = json;
        this.problems = problems;
    }

    /**
     * @param request a body as read; null where there was none
     * @throws CharacterValidationException with every violation
     * @throws DomainException MALFORMED_BODY where there was no body
     */
    <T> T valid(T request) {
        if (request == null) {
            throw noObject();
        }
        Set<ConstraintViolation<T>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw refusal(new ConstraintViolationException(violations));
        }
        return request;
    }

    /**
     * The present content as a patch changes it.
     *
     * @throws CharacterValidationException where the result is not valid
     * @throws DomainException MALFORMED_BODY where the patch is no JSON object
     */
    CharacterContent patched(CharacterContent present, JsonNode patch) {
        JsonNode merged = MergePatch.apply(json.valueToTree(CharacterRequest.of(present)), patch);
        try {
            return CharacterContent.of(valid(json.treeToValue(merged, CharacterRequest.class)));
        } catch (JsonProcessingException wrongType) {
            throw refusal(wrongType);
        }
    }

    /** @throws DomainException MALFORMED_BODY where it is no JSON object, which is all that can patch a character */
    JsonNode validPatch(JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw noObject();
        }
        return patch;
    }

    private static DomainException noObject() {
        return new DomainException(ErrorCode.MALFORMED_BODY, "Send a JSON object.");
    }

    private CharacterValidationException refusal(Throwable failure) {
        return new CharacterValidationException(problems.classify(failure).violations());
    }
}
