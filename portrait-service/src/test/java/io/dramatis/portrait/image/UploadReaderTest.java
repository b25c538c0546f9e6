package io.dramatis.portrait.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.portrait.image.PictureEncoder.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadReaderTest {

    private final UploadReader reader = new UploadReader(UploadBombRun.config(), new PictureEncoder());

    @Test
    void writesEveryFormatAnewAndUpright() {
        BufferedImage picture = TestPictures.quartered(80, 40, 0);

        Picture png = reader.read(TestPictures.pngWithExif(picture, 6));
        Picture jpeg = reader.read(TestPictures.jpegWithExif(picture, 6));
        Picture webp = reader.read(TestPictures.webpWithExif(80, 40, 0xFFCC0000, 6));

        assertThat(png.type()).isEqualTo(PictureType.PNG);
        assertThat(jpeg.type()).isEqualTo(PictureType.JPEG);
        assertThat(webp.type()).isEqualTo(PictureType.JPEG);
        for (Picture read : new Picture[] {png, jpeg, webp}) {
            assertThat(read.width()).isEqualTo(40);
            assertThat(read.height()).isEqualTo(80);
            assertThat(new String(read.content(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("52.5200N")
                    .doesNotContain("Exif");
            BufferedImage content = TestPictures.read(read.content());
            assertThat(content.getWidth()).isEqualTo(40);
            assertThat(new Color(content.getRGB(35, 5)).getRed()).isGreaterThan(180);
        }
        assertThat(new Color(TestPictures.read(png.content()).getRGB(5, 5))).isEqualTo(Color.BLUE);
    }

    @Test
    void readsLossyWebp() {
        assertThat(reader.read(TestPictures.lossyWebp(1, 1)).width()).isEqualTo(1);
    }

    @Test
    void keepsTransparency() {
        Picture read = reader.read(TestPictures.webp(600, 600, 0x40112233));

        assertThat(read.type()).isEqualTo(PictureType.PNG);
        assertThat(read.thumbnailType()).isEqualTo(PictureType.PNG);
        assertThat(TestPictures.read(read.content()).getRGB(1, 1) >>> 24).isEqualTo(0x40);
    }

    @Test
    void scalesDownWhatIsLargerThanNeeded() {
        Picture read = reader.read(TestPictures.file(TestPictures.quartered(4000, 1000, 0), "jpeg"));

        assertThat(read.width()).isEqualTo(2048);
        assertThat(read.height()).isEqualTo(512);
        assertThat(read.thumbnails().keySet()).containsExactlyInAnyOrder(64, 256, 512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<svg/>", "%PDF-1.7", "RIFF....WAVEfmt ", "P", "BM"})
    void refusesWhatIsNeitherPngNorJpegNorWebp(String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void refusesWhatIsBroken() {
        byte[] png = TestPictures.file(TestPictures.quartered(300, 300, 0), "png");
        byte[] jpeg = TestPictures.file(TestPictures.quartered(300, 300, 0), "jpeg");
        byte[] webp = TestPictures.webp(300, 300, 0);

        for (byte[] whole : new byte[][] {png, jpeg, webp}) {
            for (int part = 5; part < 9; part++) {
                int length = Math.max(16, whole.length * part / 10);
                assertThat(refusal(Arrays.copyOf(whole, length))).isEqualTo(ErrorCode.UPLOAD_UNREADABLE);
            }
        }
        assertThat(refusal(TestPictures.lossyWebp(2000, 2000))).isEqualTo(ErrorCode.UPLOAD_UNREADABLE);
        assertThat(refusal(TestPictures.png(400, 400, 8, 1))).isEqualTo(ErrorCode.UPLOAD_UNREADABLE);
    }

    @Test
    void refusesWhatIsTooLargeBeforeDecodingIt() {
        assertThat(refusal(TestPictures.png(8193, 1, 8, 1))).isEqualTo(ErrorCode.BODY_TOO_LARGE);
        assertThat(refusal(TestPictures.png(4001, 4000, 8, 1))).isEqualTo(ErrorCode.BODY_TOO_LARGE);
        assertThat(refusal(TestPictures.webp(2049, 2048, 0))).isEqualTo(ErrorCode.BODY_TOO_LARGE);
        assertThat(refusal(TestPictures.lossyWebp(8193, 1))).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void survivesAHundredBombsWithLittleMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadBombRun.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("{BODY_TOO_LARGE=50, UPLOAD_UNREADABLE=25, read=25} 83886080");
    }

    private ErrorCode refusal(byte[] file) {
        return catchThrowableOfType(DomainException.class, () -> reader.read(file))
                .code();
    }
}
