package io.dramatis.kit.image;

/**
 * What a picture may cost.
 *
 * @param maxSide greatest width and height that a file may announce
 * @param maxPixels greatest number of pixels that a file may announce
 * @param keptPixels pixels that are held in memory; of a larger picture, rows and columns are left out while it is read
 */
public record PictureLimits(int maxSide, long maxPixels, long keptPixels) {

    boolean allow(int width, int height) {
        return width <= maxSide && height <= maxSide && (long) width * height <= maxPixels;
    }

    /** Every how manyth row and column is kept. */
    int step(int width, int height) {
        int step = 1;
        while (((long) width / step) * (height / step) > keptPixels) {
            step++;
        }
        return step;
    }
}
