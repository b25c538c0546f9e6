package io.dramatis.kit.openapi;

import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Puts the platform's conventions about answers into a service's OpenAPI document, which no annotation would say once for
 * all: errors are problem+json, in every operation; what takes {@code If-None-Match} answers 304; members of an answer
 * are always there, and null where there is nothing to say.
 *
 * <p>A record that is answered names the members that are never null: {@code @Schema(requiredProperties = {"id", "name"})}.
 * All others are documented as nullable. What is also sent to us may leave those out.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnswersInDocument implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";
    private static final String NOT_MODIFIED = "304";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        describeAnswers(document, operations);
        operations.forEach(AnswersInDocument::describeConditions);
        describeProblems(document, operations);
    }

    private static void describeAnswers(OpenAPI document, List<Operation> operations) {
        Set<Schema> sent = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Schema> answered = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Operation operation : operations) {
            if (operation.getRequestBody() != null) {
                collect(operation.getRequestBody().getContent(), document, sent);
            }
            for (Parameter parameter : orEmpty(operation.getParameters())) {
                collect(parameter.getSchema(), document, sent);
            }
            for (APIResponse response : responses(operation).values()) {
                collect(response.getContent(), document, answered);
            }
        }
        answered.stream()
                .filter(schema -> schema.getProperties() != null)
                .forEach(schema -> completeMembers(schema, sent.contains(schema)));
    }

    private static void completeMembers(Schema schema, boolean sent) {
        Map<String, Schema> members = schema.getProperties();
        List<String> neverNull = orEmpty(schema.getRequired());
        if (!members.keySet().containsAll(neverNull)) {
            throw new IllegalStateException("requiredProperties " + neverNull + " of " + members.keySet());
        }
        for (Map.Entry<String, Schema> member : Map.copyOf(members).entrySet()) {
            if (!neverNull.contains(member.getKey())) {
                schema.addProperty(member.getKey(), orNull(member.getValue()));
            }
        }
        if (!sent) {
            schema.setRequired(List.copyOf(members.keySet()));
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema().addAnyOf(schema).addAnyOf(ofType(SchemaType.NULL));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
            if (schema.getEnumeration() != null) {
                schema.addEnumeration(null);
            }
        }
        return schema;
    }

    private static void describeConditions(Operation operation) {
        boolean conditional = orEmpty(operation.getParameters()).stream()
                .anyMatch(parameter -> HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(parameter.getName()));
        if (conditional && operation.getResponses().getAPIResponse(NOT_MODIFIED) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            NOT_MODIFIED,
                            OASFactory.createAPIResponse().description("What If-None-Match names is still good"));
        }
    }

    private static void describeProblems(OpenAPI document, List<Operation> operations) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema(VIOLATION, violation())
                .addSchema(PROBLEM, problem())
                .addResponse(
                        PROBLEM,
                        OASFactory.createAPIResponse()
                                .description("Any error; code says which, GET /api/errors lists them all")
                                .content(problemContent()));
        for (Operation operation : operations) {
            responses(operation).forEach((status, response) -> {
                if (status.compareTo("400") >= 0 && response.getRef() == null && response.getContent() == null) {
                    response.setContent(problemContent());
                }
            });
            if (operation.getResponses() == null) {
                operation.setResponses(OASFactory.createAPIResponses());
            }
            if (operation.getResponses().getDefaultValue() == null) {
                operation
                        .getResponses()
                        .setDefaultValue(OASFactory.createAPIResponse().ref(RESPONSES + PROBLEM));
            }
        }
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMAS + PROBLEM)));
    }

    /** {@link Problem} as it is written. */
    private static Schema problem() {
        Schema codes = ofType(SchemaType.STRING).description("Stable; what to decide by");
        Arrays.stream(ErrorCode.values()).map(Enum::name).forEach(codes::addEnumeration);
        return object().description("An error (RFC 9457)")
                .addProperty(
                        "type",
                        ofType(SchemaType.STRING)
                                .format("uri-reference")
                                .description("The code's place in the catalogue"))
                .addProperty("title", ofType(SchemaType.STRING).description("The code in words"))
                .addProperty("status", ofType(SchemaType.INTEGER).format("int32"))
                .addProperty("detail", ofType(SchemaType.STRING).description("What happened and what to do next"))
                .addProperty(
                        "instance", ofType(SchemaType.STRING, SchemaType.NULL).description("The path asked for"))
                .addProperty("code", codes)
                .addProperty(
                        "error_id", ofType(SchemaType.STRING).format("uuid").description("Stands in the log line, too"))
                .addProperty("timestamp", ofType(SchemaType.STRING).format("date-time"))
                .addProperty(
                        "source", ofType(SchemaType.STRING).description("The operation, as characters.get_character"))
                .addProperty(
                        "severity",
                        ofType(SchemaType.STRING).addEnumeration("warning").addEnumeration("error"))
                .addProperty(
                        "violations",
                        ofType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(SCHEMAS + VIOLATION))
                                .description("For 400: everything that is wrong with the request"))
                .addProperty("additional_data", object())
                .required(List.of(
                        "type",
                        "title",
                        "status",
                        "detail",
                        "instance",
                        "code",
                        "error_id",
                        "timestamp",
                        "source",
                        "severity",
                        "violations",
                        "additional_data"));
    }

    private static Schema violation() {
        return object().description("One thing wrong with a request")
                .addProperty("field", ofType(SchemaType.STRING).description("Its path, as example_responses[2]"))
                .addProperty("message", ofType(SchemaType.STRING).description("What would be right"))
                .required(List.of("field", "message"));
    }

    private static Schema object() {
        return ofType(SchemaType.OBJECT);
    }

    private static Schema ofType(SchemaType... types) {
        return OASFactory.createSchema().type(List.of(types));
    }

    private static void collect(Content content, OpenAPI document, Set<Schema> into) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(type -> collect(type.getSchema(), document, into));
        }
    }

    private static void collect(Schema schema, OpenAPI document, Set<Schema> into) {
        Schema actual = resolve(schema, document);
        if (actual != null && into.add(actual)) {
            Stream.of(
                            orEmpty(actual.getProperties()).values(),
                            orEmpty(actual.getAllOf()),
                            orEmpty(actual.getAnyOf()),
                            orEmpty(actual.getOneOf()))
                    .flatMap(Collection::stream)
                    .forEach(part -> collect(part, document, into));
            collect(actual.getItems(), document, into);
            collect(actual.getAdditionalPropertiesSchema(), document, into);
        }
    }

    private static Schema resolve(Schema schema, OpenAPI document) {
        if (schema == null || schema.getRef() == null) {
            return schema;
        }
        return orEmpty(document.getComponents().getSchemas())
                .get(schema.getRef().substring(SCHEMAS.length()));
    }

    private static Map<String, APIResponse> responses(Operation operation) {
        APIResponses responses = operation.getResponses();
        return responses == null ? Map.of() : orEmpty(responses.getAPIResponses());
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> Map<String, T> orEmpty(Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
