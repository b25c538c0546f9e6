package io.dramatis.portrait.provider;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a face is in its picture.
 *
 * @param x of its centre, between the eyes and the mouth; 0 (left) to 1
 * @param y the same, 0 (top) to 1
 * @param size its height from the hairline to the chin, as a part of the picture's height
 * @param tilt clockwise, in degrees
 */
@RegisterForReflection
public record FacePlace(double x, double y, double size, double tilt) {}
