package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SvgRasterizerTest {

    private final SvgRasterizer rasterizer = new SvgRasterizer();

    @Test
    void everyRaceRasterisesToAnOpaquePictureOfManyColours() {
        for (Race race : Race.values()) {
            String svg =
                    new PortraitArtist().draw(Briefs.sitter().with("race", race).build());
            BufferedImage image = rasterizer.image(svg, 128);
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < 128; y++) {
                for (int x = 0; x < 128; x++) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertThat(colours).as(race.name()).hasSizeGreaterThan(1_000);
            assertThat(image.getRGB(64, 64) >>> 24).as(race.name()).isEqualTo(255);
        }
    }

    @Test
    void theImageHasTheSizeAskedFor() {
        BufferedImage image = rasterizer.image(new PortraitArtist().draw(Briefs.empty()), 200);
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(200);
    }

    @Test
    void whatIsNotSvgIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rasterizer.image("<svg", 64))
                .withMessageContaining("could not be read as SVG");
        assertThatIllegalArgumentException().isThrownBy(() -> rasterizer.image("", 64));
    }

    @Test
    void absurdSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rasterizer.image("<svg/>", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> rasterizer.image("<svg/>", 1_000_000));
    }
}
