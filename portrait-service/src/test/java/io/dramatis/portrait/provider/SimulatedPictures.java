package io.dramatis.portrait.provider;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Small pictures that differ, and numbers that do. */
final class SimulatedPictures {

    private final AtomicInteger counter = new AtomicInteger();

    int number() {
        return counter.incrementAndGet();
    }

    /** Another one each time. */
    byte[] png() {
        BufferedImage image = new BufferedImage(96, 128, BufferedImage.TYPE_INT_RGB);
        int number = number();
        for (int x = 0; x < 96; x++) {
            image.setRGB(x, number % 128, 0x406080 + number);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
