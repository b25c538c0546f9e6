package io.dramatis.portrait.provider.builtin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An opaque sRGB colour with the few mixing operations the painters need. */
record Rgb(int red, int green, int blue) {

    static final Rgb WHITE = new Rgb(255, 255, 255);
    static final Rgb BLACK = new Rgb(0, 0, 0);

    private static final Pattern NUMBER = Pattern.compile("#([0-9a-fA-F]{6})(?![0-9a-zA-Z])");
    private static final String DIGITS = "0123456789abcdef";

    static Rgb of(int hex) {
        return new Rgb((hex >> 16) & 0xff, (hex >> 8) & 0xff, hex & 0xff);
    }

    /** The first colour that a text names by its number, as in "#a0522d". */
    static Optional<Rgb> named(String text) {
        Matcher number = text == null ? null : NUMBER.matcher(text);
        return number != null && number.find()
                ? Optional.of(of(Integer.parseInt(number.group(1), 16)))
                : Optional.empty();
    }

    Rgb mix(Rgb other, double share) {
        return new Rgb(
                clamp(red + (other.red - red) * share),
                clamp(green + (other.green - green) * share),
                clamp(blue + (other.blue - blue) * share));
    }

    Rgb lighter(double share) {
        return mix(WHITE, share);
    }

    Rgb darker(double share) {
        return mix(BLACK, share);
    }

    /** Multiplies each channel, the way a tinted shadow does. */
    Rgb times(double r, double g, double b) {
        return new Rgb(clamp(red * r), clamp(green * g), clamp(blue * b));
    }

    /** Moves the colour away from (above one) or towards (below one) its own grey. */
    Rgb saturate(double factor) {
        double grey = luminance() * 255;
        return new Rgb(
                clamp(grey + (red - grey) * factor),
                clamp(grey + (green - grey) * factor),
                clamp(grey + (blue - grey) * factor));
    }

    /** Perceived brightness, from 0 to 1. */
    double luminance() {
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
    }

    String hex() {
        StringBuilder text = new StringBuilder(7).append('#');
        for (int channel : new int[] {red, green, blue}) {
            text.append(DIGITS.charAt(channel >> 4)).append(DIGITS.charAt(channel & 0xf));
        }
        return text.toString();
    }

    private static int clamp(double channel) {
        return (int) Math.max(0, Math.min(255, Math.round(channel)));
    }
}
