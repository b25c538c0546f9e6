package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SourceAnswer;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.SourceStatus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In the application, as the cache comes from its container. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class MergedAnswersTest {

    private static final List<FoundCharacter> GUTS =
            List.of(found("anilist", "1", "Guts"), found("anilist", "2", "Gus"));

    @Inject
    MergedAnswers merged;

    @Test
    void mergesTheSameAnswersOnce() {
        List<ExternalCharacter> first = merged.of(request("guts", "2"), List.of(answer("anilist", GUTS)));
        List<ExternalCharacter> second = merged.of(request("guts", "1"), List.of(answer("anilist", GUTS)));

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(second.get(0)).isSameAs(first.get(0));
    }

    @Test
    void mergesAnewWhatHasChanged() {
        SearchRequest request = request("guts again", "9");
        SourceAnswer<FoundCharacter> none = answer("wikipedia", List.of());
        SourceAnswer<FoundCharacter> page = answer("wikipedia", List.of(found("wikipedia", "3", "Casca")));

        assertThat(merged.of(request, List.of(answer("anilist", GUTS), none))).hasSize(2);
        assertThat(merged.of(request, List.of(answer("anilist", GUTS), page))).hasSize(3);
        assertThat(merged.of(request, List.of(answer("anilist", GUTS)))).hasSize(2);
        assertThat(merged.of(request, List.of(answer("anilist", List.of(GUTS.get(1))))))
                .extracting(ExternalCharacter::externalId)
                .containsExactly("2");
    }

    @Test
    void tellsSpellingsApart() {
        SourceAnswer<FoundCharacter> answer =
                answer("anilist", List.of(found("anilist", "1", "Sorensen"), found("anilist", "2", "Sørensen")));

        assertThat(merged.of(request("Sorensen", "9"), List.of(answer)).get(0).externalId())
                .isEqualTo("1");
        assertThat(merged.of(request("Sørensen", "9"), List.of(answer)).get(0).externalId())
                .isEqualTo("2");
    }

    private static SearchRequest request(String q, String limit) {
        return SearchRequest.parse(q, "anime", limit);
    }

    private static FoundCharacter found(String source, String id, String name) {
        return FoundCharacter.of(source, id, name, CharacterKind.CHARACTER).build();
    }

    private static SourceAnswer<FoundCharacter> answer(String source, List<FoundCharacter> items) {
        return new SourceAnswer<>(items, new SourceReport(source, SourceStatus.CACHED, items.size(), 0, 1L, null));
    }
}
