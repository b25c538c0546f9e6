package io.dramatis.portrait.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void isReadFromEveryFormat(int orientation) {
        BufferedImage picture = TestPictures.quartered(40, 20, 0);

        assertThat(Orientation.of(TestPictures.jpegWithExif(picture, orientation)))
                .isEqualTo(orientation);
        assertThat(Orientation.of(TestPictures.pngWithExif(picture, orientation)))
                .isEqualTo(orientation);
        assertThat(Orientation.of(TestPictures.webpWithExif(40, 20, 0, orientation)))
                .isEqualTo(orientation);
    }

    @Test
    void isUprightWhereTheFileDoesNotSay() {
        BufferedImage picture = TestPictures.quartered(40, 20, 0);

        assertThat(Orientation.of(TestPictures.file(picture, "jpeg"))).isEqualTo(1);
        assertThat(Orientation.of(TestPictures.file(picture, "png"))).isEqualTo(1);
        assertThat(Orientation.of(TestPictures.webp(40, 20, 0))).isEqualTo(1);
        assertThat(Orientation.of(TestPictures.jpegWithExif(picture, 9))).isEqualTo(1);
        assertThat(Orientation.of(new byte[0])).isEqualTo(1);
    }

    @Test
    void survivesWhateverStandsThere() {
        for (byte[] whole : new byte[][] {
            TestPictures.jpegWithExif(TestPictures.quartered(40, 20, 0), 6),
            TestPictures.pngWithExif(TestPictures.quartered(40, 20, 0), 6),
            TestPictures.webpWithExif(40, 20, 0, 6)
        }) {
            for (int length = 0; length < Math.min(300, whole.length); length++) {
                assertThat(Orientation.of(Arrays.copyOf(whole, length))).isBetween(1, 8);
                byte[] broken = whole.clone();
                broken[length] = (byte) 0xFF;
                assertThat(Orientation.of(broken)).isBetween(1, 8);
            }
        }
    }

    /** Where the red corner, and the size, end up. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, 1, 1",
        "2, 40, 20, 38, 1",
        "3, 40, 20, 38, 18",
        "4, 40, 20, 1, 18",
        "5, 20, 40, 1, 1",
        "6, 20, 40, 18, 1",
        "7, 20, 40, 18, 38",
        "8, 20, 40, 1, 38",
    })
    void turnsThePictureUpright(int orientation, int width, int height, int x, int y) {
        BufferedImage upright = Orientation.upright(TestPictures.quartered(40, 20, 0), orientation);

        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        assertThat(new Color(upright.getRGB(x, y))).isEqualTo(Color.RED);
        assertThat(new Color(upright.getRGB(width - 1 - x, height - 1 - y))).isNotEqualTo(Color.RED);
    }
}
