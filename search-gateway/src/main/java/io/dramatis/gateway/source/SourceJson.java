package io.dramatis.gateway.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads values of other people's JSON, in which anything may be absent, null, empty or of another type. */
public final class SourceJson {

    private SourceJson() {}

    /** Text or number as stripped text; null for everything else and for blank text. */
    public static String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    /** The first of several fields that holds a text, or null. */
    public static String firstText(JsonNode object, String... fields) {
        for (String field : fields) {
            String text = text(object.path(field));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** All texts of an array; empty for anything that is none. */
    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array.isArray()) {
            for (JsonNode element : array) {
                String text = text(element);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** A whole number, also where it is written as text or with a fraction of zero; else null. */
    public static Long number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? value.longValue() : null;
        }
        if (value.isNumber()) {
            double number = value.doubleValue();
            return number == Math.rint(number) && Math.abs(number) < 1e15 ? (long) number : null;
        }
        String text = text(value);
        return text != null && text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** The same within the range of an int; else null. */
    public static Integer integer(JsonNode value) {
        Long number = number(value);
        return number != null && number == number.intValue() ? number.intValue() : null;
    }
}
