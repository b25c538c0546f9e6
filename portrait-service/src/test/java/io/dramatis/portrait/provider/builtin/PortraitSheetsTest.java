package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.prompt.PortraitStyle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PortraitSheetsTest {

    @Test
    void theSheetOfStylesShowsEveryRaceInEveryStyle() {
        List<String> expected = new ArrayList<>();
        for (Race race : Race.values()) {
            for (PortraitStyle style : PortraitStyle.values()) {
                expected.add(race + " " + style);
            }
        }
        assertThat(shown("styles.jpg", traits -> traits.race() + " " + traits.style()))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aRowOfTheSheetOfStylesIsOnePerson() {
        PortraitSheets.Sheet sheet = sheet("styles.jpg");
        for (int i = 0; i < sheet.cells().size(); i++) {
            PortraitBrief first = sheet.cells().get(i - i % sheet.columns());
            assertThat(sheet.cells().get(i).identitySeed()).isEqualTo(first.identitySeed());
        }
    }

    @Test
    void everyRaceHasARowOfTheSheetTheReadmeShows() {
        assertThat(shown("races.png", Traits::race)).contains(Race.values());
        assertThat(sheet("races.png").cells())
                .hasSize(Race.values().length * sheet("races.png").columns());
    }

    @Test
    void everyAgeBuildExpressionAndPoseIsShown() {
        assertThat(shown("ages.jpg", Traits::age)).contains(AgeCategory.values());
        assertThat(shown("builds.jpg", Traits::build)).contains(Build.values());
        assertThat(shown("expressions.jpg", Traits::expression)).contains(Expression.values());
        assertThat(shown("poses.jpg", Traits::pose)).contains(Pose.values());
    }

    @Test
    void everySheetIsInTheDocumentation() throws Exception {
        Path folder = Path.of("../docs/portraits");
        String readme = Files.readString(folder.resolve("README.md"));
        long bytes = 0;
        for (PortraitSheets.Sheet sheet : PortraitSheets.all()) {
            assertThat(readme).contains("](" + sheet.file() + ")");
            bytes += Files.size(folder.resolve(sheet.file()));
        }
        assertThat(readme).contains("](" + PortraitSheets.ANIMATION + ")");
        bytes += Files.size(folder.resolve(PortraitSheets.ANIMATION));
        assertThat(bytes).isLessThan(4_000_000);
    }

    @Test
    void aSheetHasItsPortraitsInRows() {
        List<PortraitBrief> cells = sheet("poses.jpg").cells().subList(0, 3);
        BufferedImage picture =
                PortraitSheets.draw(new PortraitStudio(), new PortraitSheets.Sheet("three.png", 2, 40, cells));

        assertThat(picture.getWidth()).isEqualTo(86);
        assertThat(picture.getHeight()).isEqualTo(86);
        assertThat(picture.getRGB(20, 20)).isNotEqualTo(0xffffffff);
        assertThat(picture.getRGB(66, 66)).as("no fourth portrait").isEqualTo(0xffffffff);
    }

    private static <T> List<T> shown(String file, Function<Traits, T> trait) {
        return sheet(file).cells().stream().map(BriefReader::read).map(trait).toList();
    }

    private static PortraitSheets.Sheet sheet(String file) {
        return PortraitSheets.all().stream()
                .filter(sheet -> sheet.file().equals(file))
                .findFirst()
                .orElseThrow();
    }
}
