package io.dramatis.portrait.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.kit.image.Pictures;
import io.dramatis.kit.image.UnreadablePictureException;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.builtin.TestArtist;
import io.dramatis.portrait.provider.builtin.TestArtist.Portrait;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessMeterTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestArtist artist = new TestArtist();
    private final LikenessMeter meter = new LikenessMeter(new SmallRyeConfigBuilder()
            .withMapping(LikenessConfig.class)
            .withDefaultValue("dramatis.portrait.likeness.max-side", "1024")
            .withDefaultValue("dramatis.portrait.likeness.max-pixels", "500000")
            .build()
            .getConfigMapping(LikenessConfig.class));

    @Test
    void tellsTheSitterFromAStrangerInTheOrderOfThePictures() throws IOException {
        Portrait sitter = artist.draw(TestArtist.anybody(11), 256);
        Portrait stranger = artist.draw(TestArtist.anybody(29), 256);
        Portrait variant = artist.draw(TestArtist.variant(sitter.sitter(), "in plate armour", null, 0.65, 5), 256);
        List<Likeness> found = meter.between(reference(sitter), List.of(image(stranger), image(variant)))
                .await()
                .atMost(SOON);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).kept()).isFalse();
        assertThat(found.get(1).kept()).isTrue();
        assertThat(found.get(1).value()).isGreaterThan(found.get(0).value());
    }

    @Test
    void looksAtPicturesThatNobodyKnowsAnythingOf() throws IOException {
        Portrait sitter = artist.draw(TestArtist.anybody(11), 256);
        ReferenceImage foreign = new ReferenceImage(Pictures.png(sitter.image()), "image/png", null);
        List<Likeness> found = meter.between(
                        foreign,
                        List.of(new ProvidedImage(
                                Pictures.jpeg(sitter.image(), 0.9f), null, "", null, null, null, null)))
                .await()
                .atMost(SOON);
        assertThat(found.get(0).value()).isGreaterThan(0.9);
    }

    @Test
    void picturesThatCannotBeReadOrAreTooLargeFail() throws IOException {
        Portrait sitter = artist.draw(TestArtist.anybody(11), 128);
        ProvidedImage broken =
                new ProvidedImage("no picture".getBytes(StandardCharsets.UTF_8), null, "", null, null, null, null);
        assertThatThrownBy(() -> meter.between(reference(sitter), List.of(broken))
                        .await()
                        .atMost(SOON))
                .hasRootCauseInstanceOf(UnreadablePictureException.class);
        Portrait large = artist.draw(TestArtist.anybody(11), 800);
        assertThatThrownBy(
                        () -> meter.between(reference(large), List.of()).await().atMost(SOON))
                .hasRootCauseInstanceOf(UnreadablePictureException.class);
    }

    private static ReferenceImage reference(Portrait portrait) throws IOException {
        return new ReferenceImage(Pictures.png(portrait.image()), "image/png", portrait.sitter());
    }

    private static ProvidedImage image(Portrait portrait) throws IOException {
        return new ProvidedImage(Pictures.png(portrait.image()), null, "", null, null, null, portrait.sitter());
    }
}
