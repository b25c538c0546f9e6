package io.dramatis.portrait.provider;

import java.util.Comparator;
import java.util.List;

/** Width and height in pixels. */
public record PictureSize(int width, int height) {

    public static PictureSize square(int edge) {
        return new PictureSize(edge, edge);
    }

    /** The one with the nearest proportions, and of those with the nearest area; this one if there is no choice. */
    public PictureSize nearest(List<PictureSize> choice) {
        return choice.stream()
                .min(Comparator.<PictureSize>comparingDouble(size -> Math.abs(size.logRatio() - logRatio()))
                        .thenComparingDouble(size -> Math.abs(Math.log(size.area() / area()))))
                .orElse(this);
    }

    private double logRatio() {
        return Math.log((double) width / height);
    }

    private double area() {
        return (double) width * height;
    }

    /** {@code 1024x1536}. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
