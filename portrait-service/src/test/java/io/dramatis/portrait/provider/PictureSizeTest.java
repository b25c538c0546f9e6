package io.dramatis.portrait.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureSizeTest {

    @Test
    void findsTheNearestProportionsAndThenTheNearestArea() {
        List<PictureSize> choice =
                List.of(PictureSize.square(256), PictureSize.square(1024), new PictureSize(1024, 1792));

        assertThat(PictureSize.square(700).nearest(choice)).isEqualTo(PictureSize.square(1024));
        assertThat(new PictureSize(300, 320).nearest(choice)).isEqualTo(PictureSize.square(256));
        assertThat(new PictureSize(300, 600).nearest(choice)).isEqualTo(new PictureSize(1024, 1792));
        assertThat(new PictureSize(640, 832).nearest(List.of())).hasToString("640x832");
    }
}
