package io.dramatis.simulator;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts what a document asks for out of a tree of maps, lists and {@link Resolver}s, with aliases, fragments and
 * variables. A field that the tree does not know is an error, as it is with the real service.
 */
final class GraphQlProjection {

    /** A field whose value depends on its arguments; a missing or null argument is absent from the map. */
    interface Resolver {
        Object resolve(Map<String, Object> arguments);
    }

    /** The document cannot be answered; the message is fit for the {@code errors} array. */
    static final class QueryException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        QueryException(String message) {
            super(message);
        }
    }

    /** What a field of the root asks for does not exist: the field is null and an error says so, the others stand. */
    static final class MissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param data what was asked for
     * @param missing the fields of the root that are null because there is no such thing
     */
    record Projected(Map<String, Object> data, List<Field> missing) {}

    private final Map<String, Object> variables;
    private final List<Field> missing = new ArrayList<>();
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();

    private GraphQlProjection(Map<String, Object> variables) {
        this.variables = variables;
    }

    static Projected project(String query, Map<String, Object> variables, Map<String, Object> root) {
        Document document = parse(query);
        GraphQlProjection projection = new GraphQlProjection(variables);
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> projection.fragments.put(fragment.getName(), fragment));
        Map<String, Object> result = new LinkedHashMap<>();
        projection.select(operation(document).getSelectionSet(), root, result);
        return new Projected(result, projection.missing);
    }

    /** The fields of the root that a document asks for. */
    static List<Field> rootFields(String query) {
        return operation(parse(query)).getSelectionSet().getSelectionsOfType(Field.class);
    }

    private static Document parse(String query) {
        try {
            return Parser.parse(query);
        } catch (InvalidSyntaxException e) {
            throw new QueryException("Syntax Error: " + e.getMessage());
        }
    }

    private static OperationDefinition operation(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .findFirst()
                .orElseThrow(() -> new QueryException("Must provide an operation."));
    }

    private void select(SelectionSet selections, Map<?, ?> node, Map<String, Object> into) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                into.put(field.getResultKey(), value(field, node));
            } else if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment == null) {
                    throw new QueryException("Unknown fragment \"" + spread.getName() + "\".");
                }
                select(fragment.getSelectionSet(), node, into);
            } else if (selection instanceof InlineFragment inline) {
                select(inline.getSelectionSet(), node, into);
            }
        }
    }

    private Object value(Field field, Map<?, ?> node) {
        if (!node.containsKey(field.getName())) {
            throw new QueryException("Cannot query field \"" + field.getName() + "\".");
        }
        Object value = node.get(field.getName());
        if (value instanceof Resolver resolver) {
            try {
                value = resolver.resolve(arguments(field.getArguments()));
            } catch (MissingException e) {
                missing.add(field);
                return null;
            }
        }
        return project(field, value);
    }

    private Object project(Field field, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> project(field, element)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            if (field.getSelectionSet() == null) {
                throw new QueryException("Field \"" + field.getName() + "\" must have a selection of subfields.");
            }
            Map<String, Object> projected = new LinkedHashMap<>();
            select(field.getSelectionSet(), map, projected);
            return projected;
        }
        return value;
    }

    private Map<String, Object> arguments(List<Argument> given) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Argument argument : given) {
            Object value = literal(argument.getValue());
            if (value != null) {
                arguments.put(argument.getName(), value);
            }
        }
        return arguments;
    }

    private Object literal(Value<?> value) {
        if (value instanceof VariableReference reference) {
            return variables.get(reference.getName());
        } else if (value instanceof StringValue string) {
            return string.getValue();
        } else if (value instanceof IntValue number) {
            return number.getValue().intValue();
        } else if (value instanceof FloatValue number) {
            return number.getValue().doubleValue();
        } else if (value instanceof BooleanValue bool) {
            return bool.isValue();
        } else if (value instanceof EnumValue constant) {
            return constant.getName();
        } else if (value instanceof ArrayValue array) {
            return array.getValues().stream().map(this::literal).toList();
        }
        return null;
    }
}
