package io.dramatis.portrait.provider.builtin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small SVG writer. It takes numbers, colours and path data only, never text, so nothing a user wrote can reach the
 * document. Gradients, clips and filters are gathered into one {@code defs} and named in the order of their use.
 */
final class Svg {

    private static final int SIZE = 1024;
    private static final int NOTHING = -1;

    private final StringBuilder defs = new StringBuilder(16_384);
    private final StringBuilder body = new StringBuilder(65_536);
    private final Map<Long, String> blurs = new LinkedHashMap<>();
    private final boolean flat;
    private int nextId;
    private int openGroups;
    private int droppedFrom = NOTHING;
    private int keptLength;

    Svg() {
        this(false);
    }

    /** @param flat lays every surface in one tone and leaves out what only models light */
    Svg(boolean flat) {
        this.flat = flat;
    }

    /** One stop of a gradient. */
    record Stop(double offset, Rgb colour, double opacity) {}

    static Stop stop(double offset, Rgb colour) {
        return new Stop(offset, colour, 1);
    }

    static Stop stop(double offset, Rgb colour, double opacity) {
        return new Stop(offset, colour, opacity);
    }

    String linear(double x1, double y1, double x2, double y2, Stop... stops) {
        if (flat) {
            return tone(stops);
        }
        String id = newId();
        defs.append("<linearGradient id=\"").append(id).append("\" gradientUnits=\"userSpaceOnUse\"");
        attribute(defs, "x1", x1);
        attribute(defs, "y1", y1);
        attribute(defs, "x2", x2);
        attribute(defs, "y2", y2);
        return gradient(id, "linearGradient", stops);
    }

    String radial(double cx, double cy, double radius, Stop... stops) {
        return radial(cx, cy, radius, radius, stops);
    }

    /** A radial gradient stretched to an ellipse. */
    String radial(double cx, double cy, double rx, double ry, Stop... stops) {
        return flat ? tone(stops) : shaded(cx, cy, rx, ry, stops);
    }

    /** The one tone that stands for a gradient; none for a veil that only models light. */
    private static String tone(Stop... stops) {
        Rgb tone = stops[0].colour();
        for (int i = 0; i < stops.length; i++) {
            if (stops[i].opacity() < 1) {
                return "none";
            }
            tone = tone.mix(stops[i].colour(), 1.0 / (i + 1));
        }
        return tone.hex();
    }

    private String shaded(double cx, double cy, double rx, double ry, Stop... stops) {
        String id = newId();
        defs.append("<radialGradient id=\"").append(id).append("\" gradientUnits=\"userSpaceOnUse\" cx=\"0\" cy=\"0\"");
        attribute(defs, "r", rx);
        defs.append(" gradientTransform=\"matrix(1 0 0 ");
        Outline.number(defs, ry / rx, 3);
        defs.append(' ');
        Outline.number(defs, cx, 1);
        defs.append(' ');
        Outline.number(defs, cy, 1);
        defs.append(")\"");
        return gradient(id, "radialGradient", stops);
    }

    private String gradient(String id, String element, Stop... stops) {
        defs.append('>');
        for (Stop stop : stops) {
            defs.append("<stop");
            attribute(defs, "offset", stop.offset());
            defs.append(" stop-color=\"").append(stop.colour().hex()).append('"');
            if (stop.opacity() < 1) {
                attribute(defs, "stop-opacity", stop.opacity());
            }
            defs.append("/>");
        }
        defs.append("</").append(element).append('>');
        return reference(id);
    }

    Svg fill(String data, Rgb colour) {
        return fill(data, colour.hex(), 1);
    }

    Svg fill(String data, Rgb colour, double opacity) {
        return fill(data, colour.hex(), opacity);
    }

    Svg fill(String data, String paint) {
        return fill(data, paint, 1);
    }

    Svg fill(String data, String paint, double opacity) {
        body.append("<path fill=\"").append(paint).append('"');
        opacity(opacity);
        body.append(" d=\"").append(data).append("\"/>");
        return this;
    }

    Svg stroke(String data, Rgb colour, double width, double opacity) {
        return stroke(data, colour.hex(), width, opacity);
    }

    Svg stroke(String data, String paint, double width, double opacity) {
        body.append("<path fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"")
                .append(paint)
                .append('"');
        attribute(body, "stroke-width", width);
        opacity(opacity);
        body.append(" d=\"").append(data).append("\"/>");
        return this;
    }

    Svg ellipse(double cx, double cy, double rx, double ry, Rgb colour, double opacity) {
        return ellipse(cx, cy, rx, ry, colour.hex(), opacity);
    }

    Svg ellipse(double cx, double cy, double rx, double ry, String paint, double opacity) {
        body.append("<ellipse fill=\"").append(paint).append('"');
        attribute(body, "cx", cx);
        attribute(body, "cy", cy);
        attribute(body, "rx", rx);
        attribute(body, "ry", ry);
        opacity(opacity);
        body.append("/>");
        return this;
    }

    /** The five petals of a flower. */
    Svg petals(double cx, double cy, double reach, double petal, double turn, Rgb colour, double opacity) {
        for (int i = 0; i < 5; i++) {
            double angle = i * 1.2566 + turn;
            ellipse(
                    cx + reach * StrictMath.cos(angle),
                    cy + reach * StrictMath.sin(angle),
                    petal,
                    petal,
                    colour,
                    opacity);
        }
        return this;
    }

    /** Covers the whole picture. */
    Svg wash(String paint, double opacity) {
        return fill("M0 0L1024 0L1024 1024L0 1024Z", paint, opacity);
    }

    /** A round glow fading to nothing. */
    Svg glow(double cx, double cy, double rx, double ry, Rgb colour, double opacity) {
        String paint = shaded(cx, cy, rx, ry, stop(0, colour, 1), stop(0.45, colour, 0.45), stop(1, colour, 0));
        return ellipse(cx, cy, rx, ry, paint, opacity);
    }

    Svg openAt(double x, double y, double degrees, double scaleX, double scaleY) {
        body.append("<g transform=\"translate(");
        Outline.number(body, x, 1);
        body.append(' ');
        Outline.number(body, y, 1);
        body.append(") rotate(");
        Outline.number(body, degrees, 3);
        body.append(") scale(");
        Outline.number(body, scaleX, 3);
        body.append(' ');
        Outline.number(body, scaleY, 3);
        body.append(")\">");
        openGroups++;
        return this;
    }

    Svg openClip(String data) {
        String id = newId();
        defs.append("<clipPath id=\"")
                .append(id)
                .append("\"><path d=\"")
                .append(data)
                .append("\"/></clipPath>");
        body.append("<g clip-path=\"").append(reference(id)).append("\">");
        openGroups++;
        return this;
    }

    /** Everything in the group is softened together; dear to rasterise, so used for few and small groups. */
    Svg openBlur(double deviation) {
        if (flat && droppedFrom == NOTHING) {
            droppedFrom = openGroups;
            keptLength = body.length();
        }
        String id = blurs.computeIfAbsent(Math.round(deviation * 10), key -> {
            String fresh = newId();
            defs.append("<filter id=\"")
                    .append(fresh)
                    .append("\" x=\"-25%\" y=\"-25%\" width=\"150%\" height=\"150%\"><feGaussianBlur");
            attribute(defs, "stdDeviation", key / 10.0);
            defs.append("/></filter>");
            return fresh;
        });
        body.append("<g filter=\"").append(reference(id)).append("\">");
        openGroups++;
        return this;
    }

    Svg openOpacity(double opacity) {
        body.append("<g");
        opacity(opacity);
        body.append('>');
        openGroups++;
        return this;
    }

    Svg close() {
        if (openGroups == 0) {
            throw new IllegalStateException("No group is open");
        }
        openGroups--;
        body.append("</g>");
        if (openGroups == droppedFrom) {
            body.setLength(keptLength);
            droppedFrom = NOTHING;
        }
        return this;
    }

    /** Where the drawing has come to, for {@link #document(int, int)}; no group may be open here. */
    int mark() {
        if (openGroups != 0) {
            throw new IllegalStateException("Groups left open: " + openGroups);
        }
        return body.length();
    }

    String document() {
        return document(0, mark());
    }

    /** What was drawn between two marks, on nothing. */
    String document(int from, int to) {
        StringBuilder text = new StringBuilder(defs.length() + to - from + 200);
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(SIZE);
        text.append("\" height=\"").append(SIZE).append("\" viewBox=\"0 0 ").append(SIZE);
        text.append(' ').append(SIZE).append("\"><defs>").append(defs).append("</defs>");
        return text.append(body, from, to).append("</svg>").toString();
    }

    private void opacity(double opacity) {
        if (opacity < 1) {
            attribute(body, "opacity", Math.max(0, opacity));
        }
    }

    private String newId() {
        return "a" + nextId++;
    }

    private static String reference(String id) {
        return "url(#" + id + ")";
    }

    private static void attribute(StringBuilder out, String name, double value) {
        out.append(' ').append(name).append("=\"");
        Outline.number(out, value, 3);
        out.append('"');
    }
}
