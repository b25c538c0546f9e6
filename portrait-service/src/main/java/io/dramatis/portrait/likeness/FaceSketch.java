package io.dramatis.portrait.likeness;

import io.dramatis.portrait.prompt.PortraitStyle;
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

    /** Samples along the side of a tile that one colour is kept of. */
    private static final int TILE = 4;

    private static final int TILE_COLUMNS = FaceCrop.WIDTH / TILE / 2;
    private static final int TILE_ROWS = FaceCrop.HEIGHT / TILE;

    /** A tile that differs more than this many tolerances is covered, or lit otherwise: it says no more. */
    private static final double COVERED = 2.5;

    /** By how much lightness and hue of one face differ in its middle from picture to picture; towards the sides, by more. */
    private static final double LIGHT = 3;

    private static final double HUE = 2;

    /** What each unit of a colour cast that the whole face shares costs: light has colours, but so have people. */
    private static final double TINT = 0.06;

    /** About the difference in the edges of two strangers' faces. */
    private static final double UNLIKE_EDGES = 0.2;

    /**
     * The distance at which one is as likely to look at the same person as at another one of the same people, and how
     * soon that is settled to either side: as measured over a thousand variants of two hundred sitters.
     */
    private static final double HALFWAY = 1.8;

    /**
     * The same of two pictures without colours, which are nearer to each other whoever they show: as measured over five
     * hundred variants of a hundred sitters in ink.
     */
    private static final double HALFWAY_GREY = 1.65;

    private static final double STEEPNESS = 5;

    /** A mean chroma below which a picture has no colours; drawings in ink have 2 to 5, from their paper. */
    private static final double GREY = 5;

    private final float[] colours;
    private final float[] edges;
    private final boolean grey;
    private final PortraitStyle style;

    private FaceSketch(FaceCrop crop, PortraitStyle style) {
        this.style = style;
        this.colours = colours(crop);
        this.grey = chroma(colours) < GREY;
        this.edges = edges(crop);
    }

    /** @param style what the picture is known to be drawn in, or null where that is unknown or no preset */
    static FaceSketch of(BufferedImage picture, FacePlace place, PortraitStyle style) {
        return new FaceSketch(new FaceCrop(picture, place == null ? USUAL : place), style);
    }

    /** From 0 (somebody else) to 1 (the same). */
    double likeness(FaceSketch other) {
        double distance = 0.4 * colourDistance(other) + 0.6 * edgeDistance(other) / UNLIKE_EDGES;
        return 1 / (1 + Math.exp(STEEPNESS * (distance - halfway(other))));
    }

    private double halfway(FaceSketch other) {
        return StyleDistances.halfway(style, other.style).orElse(grey && other.grey ? HALFWAY_GREY : HALFWAY);
    }

    double colourDistance(FaceSketch other) {
        return Math.min(tiles(other, new double[3]), tintedDistance(other));
    }

    private double tintedDistance(FaceSketch other) {
        double[] tint = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            float[] shifts = new float[TILE_ROWS * TILE_COLUMNS];
            for (int i = 0; i < shifts.length; i++) {
                shifts[i] = colours[i * 3 + channel] - other.colours[i * 3 + channel];
            }
            Arrays.sort(shifts);
            tint[channel] = shifts[shifts.length / 2];
        }
        double size = Math.sqrt(tint[0] * tint[0] * 0.25 + tint[1] * tint[1] + tint[2] * tint[2]);
        return tiles(other, tint) + TINT * size;
    }

    private double tiles(FaceSketch other, double[] tint) {
        double sum = 0;
        double weights = 0;
        for (int column = 0; column < TILE_COLUMNS; column++) {
            double aside = (column + 0.5) / TILE_COLUMNS;
            double weight = 1 - 0.8 * aside;
            double light = LIGHT * (1 + 2 * aside);
            double hue = HUE * (1 + 1.5 * aside);
            for (int row = 0; row < TILE_ROWS; row++) {
                int at = (row * TILE_COLUMNS + column) * 3;
                double l = (colours[at] - other.colours[at] - tint[0]) / light;
                double a = (colours[at + 1] - other.colours[at + 1] - tint[1]) / hue;
                double b = (colours[at + 2] - other.colours[at + 2] - tint[2]) / hue;
                sum += weight * Math.min(COVERED, Math.sqrt(l * l + a * a + b * b));
                weights += weight;
            }
        }
        return sum / weights;
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

    /** Of each tile the mean colour, and of what lies left and right of the middle the mean of both: light falls from either. */
    private static float[] colours(FaceCrop crop) {
        float[] found = new float[TILE_ROWS * TILE_COLUMNS * 3];
        for (int row = 0; row < TILE_ROWS * TILE; row++) {
            for (int column = 0; column < FaceCrop.WIDTH; column++) {
                int index = row * FaceCrop.WIDTH + column;
                int aside = Math.abs(2 * column + 1 - FaceCrop.WIDTH) / 2 / TILE;
                int at = (row / TILE * TILE_COLUMNS + aside) * 3;
                found[at] += crop.light(index) / (TILE * TILE * 2);
                found[at + 1] += crop.greenRed(index) / (TILE * TILE * 2);
                found[at + 2] += crop.blueYellow(index) / (TILE * TILE * 2);
            }
        }
        return found;
    }

    private static double chroma(float[] colours) {
        double sum = 0;
        for (int at = 0; at < colours.length; at += 3) {
            sum += Math.sqrt(colours[at + 1] * colours[at + 1] + colours[at + 2] * colours[at + 2]);
        }
        return sum / (colours.length / 3);
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
