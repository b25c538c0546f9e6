package io.dramatis.portrait.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactLayoutTest {

    private static final String PRODUCTION = "media/images/campaign_1/portraits/portrait.png";
    private static final String DEVELOPMENT = "media/images/atelier/campaign_1/portraits/portrait.png";

    /** Seed 002: production unless this is known to be development. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, false",
                "development, -, -, true",
                "Development, -, -, true",
                "production, -, -, false",
                "staging, -, -, false",
                "dev, -, -, false",
                "-, development, development, false",
                "-, prod, -, false",
                "development, prod, -, false",
                "development, -, prod, false",
                "development, production, -, false",
                "development, dev, local, true"
            })
    void putsNewImagesIntoAFolderOfTheHostInDevelopmentOnly(
            String environment, String env, String environmentName, boolean development) {
        Map<String, String> settings = new HashMap<>();
        put(settings, "layout.environment", environment);
        put(settings, "layout.env", env);
        put(settings, "layout.environment-name", environmentName);

        assertThat(layout(settings).newPath("campaign_1", "portrait.png"))
                .isEqualTo(development ? DEVELOPMENT : PRODUCTION);
    }

    @Test
    void looksWhereTheSeedSaysInItsOrder() {
        assertThat(layout(new HashMap<>()).places(PRODUCTION))
                .containsExactly(
                        PRODUCTION,
                        "campaign_1/media/images/portrait.png",
                        DEVELOPMENT,
                        "media/images/localhost/campaign_1/portraits/portrait.png");
    }

    @Test
    void looksFirstWhereTheRowSays() {
        assertThat(layout(new HashMap<>()).places("media/images/elsewhere/campaign_1/portraits/portrait.png"))
                .startsWith(
                        "media/images/elsewhere/campaign_1/portraits/portrait.png",
                        PRODUCTION,
                        "campaign_1/media/images/portrait.png");
    }

    private static ArtifactLayout layout(Map<String, String> settings) {
        settings.putIfAbsent("layout.hostname", "atelier");
        return new ArtifactLayout(TestStorage.config(settings));
    }

    private static void put(Map<String, String> settings, String name, String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
