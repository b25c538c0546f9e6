package io.dramatis.kit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dramatis.kit.image.Bombs.Verdict;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private static final PictureLimits LIMITS = new PictureLimits(8192, 16_000_000, 4_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void readsWhatTheJdkCanRead(String format) throws IOException {
        BufferedImage read = Pictures.read(file(photo(60, 40, BufferedImage.TYPE_INT_RGB), format), LIMITS);

        assertThat(read.getWidth()).isEqualTo(60);
        assertThat(read.getHeight()).isEqualTo(40);
        assertThat(new Color(read.getRGB(5, 5)).getRed()).isGreaterThan(200);
    }

    @Test
    void thinsALargePictureOutWhileReading() throws IOException {
        byte[] large = file(photo(3000, 2000, BufferedImage.TYPE_BYTE_GRAY), "png");

        BufferedImage read = Pictures.read(large, new PictureLimits(8192, 16_000_000, 1_000_000));

        assertThat(read.getWidth()).isEqualTo(1000);
        assertThat(read.getHeight()).isEqualTo(667);
    }

    @ParameterizedTest
    @CsvSource({"100, 50, false", "101, 1, true", "1, 101, true", "72, 71, true"})
    void refusesDimensionsBeyondTheLimits(int width, int height, boolean refused) throws IOException {
        byte[] png = file(photo(width, height, BufferedImage.TYPE_INT_RGB), "png");
        PictureLimits limits = new PictureLimits(100, 5_000, 5_000);

        if (refused) {
            UnreadablePictureException failure =
                    catchThrowableOfType(UnreadablePictureException.class, () -> Pictures.read(png, limits));
            assertThat(failure.tooLarge()).isTrue();
            assertThat(failure).hasMessageContaining(width + " × " + height);
        } else {
            assertThat(Pictures.read(png, limits).getWidth()).isEqualTo(width);
        }
    }

    @Test
    void refusesWhatIsNoPicture() {
        for (String text : List.of("", "P", "<html><body>Not found</body></html>", "RIFF\0\0\0\0WEBPVP8 ", "GIF89a")) {
            UnreadablePictureException failure = catchThrowableOfType(
                    UnreadablePictureException.class,
                    () -> Pictures.read(text.getBytes(StandardCharsets.ISO_8859_1), LIMITS));

            assertThat(failure.tooLarge()).as(text).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void refusesHalfAPicture(String format) throws IOException {
        byte[] whole = file(photo(300, 300, BufferedImage.TYPE_INT_RGB), format);

        for (int part = 1; part < 20; part++) {
            byte[] half = Arrays.copyOf(whole, whole.length * part / 20);
            assertThatThrownBy(() -> Pictures.read(half, LIMITS)).isInstanceOf(UnreadablePictureException.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> survivesBombs() throws IOException {
        return Bombs.all().entrySet().stream()
                .map(bomb -> DynamicTest.dynamicTest(bomb.getKey(), () -> {
                    assertThat(bomb.getValue().file()).hasSizeLessThan(5 * 1024 * 1024);
                    assertThat(Verdict.on(bomb.getValue(), LIMITS))
                            .isEqualTo(bomb.getValue().verdict());
                }));
    }

    @Test
    void survivesAHundredBombsWithLittleMemory() throws Exception {
        String classPath = Stream.of(Pictures.class, BombRun.class)
                .map(part -> Path.of(part.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        BombRun.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).endsWith("good 100\n");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 600, 256, 768, 256, 384",
        "100, 50, 256, 768, 100, 50",
        "1000, 8000, 100, 300, 38, 300",
        "5000, 1, 64, 192, 64, 1",
        "257, 257, 256, 768, 256, 256",
    })
    void fitsIntoABoxAndNeverGrows(int width, int height, int maxWidth, int maxHeight, int newWidth, int newHeight) {
        BufferedImage fitted = Pictures.fit(photo(width, height, BufferedImage.TYPE_3BYTE_BGR), maxWidth, maxHeight);

        assertThat(fitted.getWidth()).isEqualTo(newWidth);
        assertThat(fitted.getHeight()).isEqualTo(newHeight);
    }

    @Test
    void keepsTransparencyWhereThereIsAny() throws IOException {
        BufferedImage opaque = Pictures.fit(photo(90, 90, BufferedImage.TYPE_4BYTE_ABGR), 50, 50);
        BufferedImage holed = photo(90, 90, BufferedImage.TYPE_4BYTE_ABGR);
        holed.setRGB(40, 40, 0);
        BufferedImage transparent = Pictures.fit(holed, 50, 50);

        assertThat(Pictures.isTransparent(opaque)).isFalse();
        assertThat(Pictures.isTransparent(transparent)).isTrue();
        assertThat(Pictures.isTransparent(Pictures.read(Pictures.png(transparent), LIMITS)))
                .isTrue();
        assertThat(Pictures.isTransparent(Pictures.read(Pictures.jpeg(transparent, 0.9f), LIMITS)))
                .isFalse();
    }

    @Test
    void writesTheSameBytesForTheSamePicture() throws IOException {
        BufferedImage picture = photo(200, 100, BufferedImage.TYPE_INT_RGB);

        assertThat(Pictures.jpeg(picture, 0.8f)).isEqualTo(Pictures.jpeg(picture, 0.8f));
        assertThat(Pictures.jpeg(picture, 0.3f)).hasSizeLessThan(Pictures.jpeg(picture, 0.95f).length);
        assertThat(Pictures.png(picture)).isEqualTo(Pictures.png(picture));
        assertThat(Map.of(
                        PictureFormat.PNG, Pictures.png(picture),
                        PictureFormat.JPEG, Pictures.jpeg(picture, 0.8f)))
                .allSatisfy(
                        (format, bytes) -> assertThat(PictureFormat.of(bytes)).contains(format));
    }

    private static BufferedImage photo(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.PINK);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLUE);
        canvas.fillOval(width / 3, height / 3, width / 2, height / 2);
        canvas.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
