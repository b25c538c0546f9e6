package io.dramatis.portrait.likeness;

import io.dramatis.portrait.provider.FacePlace;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What is remembered of a face: its colours, and for each part of it the directions that its edges run in. Two sketches
 * of one face differ little whatever is worn, felt or done.
 */
final class FaceSketch {

    /** Where a face is expected if nobody knows: as in a portrait from the waist or the chest up. */
    static final FacePlace USUAL = new FacePlace(0.5, 0.45, 0.36, 0);

    private static final int CELL = 6;
    private static final int COLUMNS = FaceCrop.WIDTH / CELL;
    private static final int ROWS = FaceCrop.HEIGHT / CELL;
    private static final int DIRECTIONS = 8;

    /** Places whose colours are the person's own, as left, top, right and bottom in heights of the face. */
    private static final double[][] PATCHES = {
        {-0.10, -0.40, 0.10, -0.30},
        {-0.24, 0.00, -0.12, 0.10},
        {0.12, 0.00, 0.24, 0.10},
        {-0.05, -0.12, 0.05, 0.05},
        {-0.27, -0.25, -0.08, -0.15},
        {0.08, -0.25, 0.27, -0.15},
        {-0.27, -0.38, -0.08, -0.27},
        {0.08, -0.38, 0.27, -0.27},
    };

    private final float[] colours;
    private final float[] edges;

    private FaceSketch(FaceCrop crop) {
        this.colours = colours(crop);
        this.edges = edges(crop);
    }

    static FaceSketch of(BufferedImage picture, FacePlace place) {
        return new FaceSketch(new FaceCrop(picture, place == null ? USUAL : place));
    }

    /** From 0 (somebody else) to 1 (the same). */
    double likeness(FaceSketch other) {
        double distance = 0.5 * colourDistance(other) / 12 + 0.5 * edgeDistance(other) / 0.30;
        return 1 / (1 + Math.exp(6 * (distance - 1)));
    }

    double colourDistance(FaceSketch other) {
        double sum = 0;
        for (int i = 0; i < colours.length; i += 3) {
            double l = colours[i] - other.colours[i];
            double a = colours[i + 1] - other.colours[i + 1];
            double b = colours[i + 2] - other.colours[i + 2];
            sum += Math.sqrt(l * l * 0.5 + a * a + b * b);
        }
        return sum / (colours.length / 3.0);
    }

    double edgeDistance(FaceSketch other) {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double best = Double.MAX_VALUE;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int r = row + dy;
                        int c = column + dx;
                        if (r >= 0 && r < ROWS && c >= 0 && c < COLUMNS) {
                            best = Math.min(
                                    best,
                                    cell(other, row * COLUMNS + column, r * COLUMNS + c)
                                            * (dx == 0 && dy == 0 ? 1 : 1.2));
                        }
                    }
                }
                sum += best;
            }
        }
        return sum / (ROWS * COLUMNS);
    }

    private double cell(FaceSketch other, int mine, int theirs) {
        double sum = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
            sum += Math.abs(edges[mine * DIRECTIONS + d] - other.edges[theirs * DIRECTIONS + d]);
        }
        return sum;
    }

    private static float[] colours(FaceCrop crop) {
        float[] found = new float[PATCHES.length * 3];
        for (int i = 0; i < PATCHES.length; i++) {
            int left = FaceCrop.column(PATCHES[i][0]);
            int top = FaceCrop.row(PATCHES[i][1]);
            int right = FaceCrop.column(PATCHES[i][2]);
            int bottom = FaceCrop.row(PATCHES[i][3]);
            int count = (right - left + 1) * (bottom - top + 1);
            float[][] values = new float[3][count];
            int at = 0;
            for (int row = top; row <= bottom; row++) {
                for (int column = left; column <= right; column++) {
                    int index = row * FaceCrop.WIDTH + column;
                    values[0][at] = crop.light(index);
                    values[1][at] = crop.greenRed(index);
                    values[2][at++] = crop.blueYellow(index);
                }
            }
            for (int channel = 0; channel < 3; channel++) {
                Arrays.sort(values[channel]);
                found[i * 3 + channel] = values[channel][count / 2];
            }
        }
        return found;
    }

    /** Per cell, how much of its contrast runs in which direction; light and dark alike, as light falls from either side. */
    private static float[] edges(FaceCrop crop) {
        float[] found = new float[ROWS * COLUMNS * DIRECTIONS];
        for (int row = 1; row < ROWS * CELL - 1; row++) {
            for (int column = 1; column < FaceCrop.WIDTH - 1; column++) {
                int index = row * FaceCrop.WIDTH + column;
                double gx = crop.light(index + 1) - crop.light(index - 1);
                double gy = crop.light(index + FaceCrop.WIDTH) - crop.light(index - FaceCrop.WIDTH);
                double strength = Math.sqrt(gx * gx + gy * gy);
                double angle = Math.atan2(gy, gx) / Math.PI * DIRECTIONS;
                int direction = Math.floorMod((int) Math.round(angle), DIRECTIONS);
                int cell = row / CELL * COLUMNS + column / CELL;
                found[cell * DIRECTIONS + direction] += (float) strength;
            }
        }
        for (int cell = 0; cell < ROWS * COLUMNS; cell++) {
            double total = CELL * CELL * 4.0;
            for (int d = 0; d < DIRECTIONS; d++) {
                total += found[cell * DIRECTIONS + d];
            }
            for (int d = 0; d < DIRECTIONS; d++) {
                found[cell * DIRECTIONS + d] /= (float) total;
            }
        }
        return found;
    }
}
