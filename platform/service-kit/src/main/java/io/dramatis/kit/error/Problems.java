package io.dramatis.kit.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.dramatis.kit.id.Ids;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Turns any failure into a {@link Problem} and logs it: the one place that knows how, for resources, routes and
 * security alike.
 */
@ApplicationScoped
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String MULTIPART_PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final String UNAUTHENTICATED =
            "Send a valid access token as 'Authorization: Bearer …'; get one from POST /api/auth/token.";
    private static final String FORBIDDEN = "The token lacks the role that this operation needs.";

    private final List<FailureTranslator> translators;
    private final Ids ids;
    private final ObjectMapper json;

    Problems(@All List<FailureTranslator> translators, Ids ids, ObjectMapper json) {
        this.translators = translators;
        this.ids = ids;
        this.json = json;
    }

    /** The failure in the catalogue's terms; what nobody knows is {@link ErrorCode#INTERNAL}. */
    public DomainException classify(Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof DomainException known) {
            return known;
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return DomainException.invalid(violations(invalid));
        }
        if (cause instanceof JsonProcessingException unreadable) {
            return malformed(unreadable);
        }
        if (cause instanceof IOException broken && isMultipart(broken)) {
            return new DomainException(
                    ErrorCode.MALFORMED_BODY, "The body breaks off, or is not the multipart/form-data it says it is.");
        }
        if (cause instanceof UnauthorizedException
                || cause instanceof AuthenticationFailedException
                || cause instanceof AuthenticationCompletionException) {
            return new DomainException(ErrorCode.UNAUTHENTICATED, UNAUTHENTICATED);
        }
        if (cause instanceof ForbiddenException) {
            return new DomainException(ErrorCode.FORBIDDEN, FORBIDDEN);
        }
        for (FailureTranslator translator : translators) {
            Optional<DomainException> translated = translator.translate(cause);
            if (translated.isPresent()) {
                return translated.get();
            }
        }
        if (cause instanceof WebApplicationException web) {
            return fromStatus(web.getResponse().getStatus(), web);
        }
        return internal(cause);
    }

    /** Builds the body and writes the log line that carries the same {@code error_id}. */
    public Problem report(DomainException failure, String instance, String source) {
        ErrorCode code = failure.code();
        Problem problem = new Problem(
                URI.create("/api/errors#" + code.name()),
                code.title(),
                code.status(),
                failure.getMessage(),
                instance,
                code,
                ids.next(),
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS),
                source,
                code.severity(),
                failure.violations(),
                failure.additionalData());
        if (code.status() >= 500 && failure.getCause() == null) {
            // Thrown on purpose, as where too much is asked for: the message says all, and a trace for each would add
            // to it.
            LOG.errorf(
                    "request failed error_id=%s code=%s source=%s detail=%s",
                    problem.errorId(), code, source, failure.getMessage());
        } else if (code.status() >= 500) {
            LOG.errorf(
                    failure.getCause(),
                    "request failed error_id=%s code=%s source=%s",
                    problem.errorId(),
                    code,
                    source);
        } else {
            LOG.debugf("request refused error_id=%s code=%s source=%s", problem.errorId(), code, source);
        }
        return problem;
    }

    /** The framework's parser of forms has no exception of its own for what it cannot read. */
    private static boolean isMultipart(IOException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(MULTIPART_PARSER);
    }

    /** For answers written outside of the resource layer. */
    public String toJson(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always serialisable", e);
        }
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException
                        || (cause instanceof WebApplicationException
                                && cause.getCause() instanceof JsonProcessingException))) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static List<Violation> violations(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> new Violation(wireField(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    /** The path without the method and the body's own parameter name, in snake case. */
    private static String wireField(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        boolean inMethod = false;
        for (Path.Node node : violation.getPropertyPath()) {
            inMethod |= node.getKind() == ElementKind.METHOD;
            nodes.add(node);
        }
        int skip = 0;
        if (inMethod) {
            skip = nodes.size() > 2 ? 2 : 1;
        }
        StringBuilder field = new StringBuilder();
        for (Path.Node node : nodes.subList(skip, nodes.size())) {
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                field.append(field.isEmpty() ? "" : ".").append(SnakeCase.of(node.getName()));
            }
            if (node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
        }
        return field.toString();
    }

    private static DomainException malformed(JsonProcessingException unreadable) {
        if (unreadable instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            String type = mismatch.getTargetType() == null
                    ? "value"
                    : mismatch.getTargetType().getSimpleName().toLowerCase(Locale.ROOT);
            return DomainException.invalid(List.of(new Violation(jsonPath(mismatch), "must be of type " + type)));
        }
        String where = unreadable.getLocation() == null
                ? ""
                : " (line " + unreadable.getLocation().getLineNr() + ", column "
                        + unreadable.getLocation().getColumnNr() + ")";
        return new DomainException(
                ErrorCode.MALFORMED_BODY, "The body is not the JSON this operation reads" + where + ".");
    }

    private static String jsonPath(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(reference -> reference.getFieldName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** What a bare HTTP status of the framework means; {@code cause} may be null. */
    DomainException fromStatus(int status, Throwable cause) {
        return switch (status) {
            case 401 -> new DomainException(ErrorCode.UNAUTHENTICATED, UNAUTHENTICATED);
            case 403 -> new DomainException(ErrorCode.FORBIDDEN, FORBIDDEN);
            case 404 -> new DomainException(ErrorCode.NOT_FOUND, "Nothing answers at this path; see /api/docs.");
            case 405 -> new DomainException(ErrorCode.METHOD_NOT_ALLOWED, "See /api/docs for this path's methods.");
            case 406 -> new DomainException(ErrorCode.NOT_ACCEPTABLE, "Accept application/json.");
            case 413 -> new DomainException(ErrorCode.BODY_TOO_LARGE, "Send a smaller body.");
            case 415 ->
                new DomainException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "Send the media type that /api/docs names for this operation.");
            default ->
                status < 500
                        ? new DomainException(ErrorCode.VALIDATION, "The request cannot be understood.")
                        : internal(cause);
        };
    }

    private static DomainException internal(Throwable cause) {
        return new DomainException(ErrorCode.INTERNAL, "Try again later; name the error_id when you report it.", cause);
    }
}
