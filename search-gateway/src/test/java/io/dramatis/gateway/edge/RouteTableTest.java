package io.dramatis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.edge.RouteTable.Owner;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource({
        "/, GATEWAY",
        "/api/characters/search, GATEWAY",
        "/api/characters/search/stream, GATEWAY",
        "/api/sources, GATEWAY",
        "/api/sources/mangadex/search, GATEWAY",
        "/api/images, GATEWAY",
        "/api/openapi.json, GATEWAY",
        "/api/docs, GATEWAY",
        "/api/docs/docs.js, GATEWAY",
        "/api/errors, GATEWAY",
        "/api/auth/token, COLLECTION",
        "/.well-known/jwks.json, COLLECTION",
        "/api/characters/my, COLLECTION",
        "/api/characters/1/favorite, COLLECTION",
        "/api/library/items/1, COLLECTION",
        "/api/anilist/callback, COLLECTION",
        "/api/characters/1/portrait, PORTRAIT",
        "/api/characters/1/portrait/generate, PORTRAIT",
        "/api/characters/1/generation-status, PORTRAIT",
        "/api/characters/1/select-image, PORTRAIT",
        "/api/characters/1/regenerate, PORTRAIT",
        "/api/characters/1/generate-image, PORTRAIT",
        "/api/characters/1/enhance-prompt, PORTRAIT",
        "/api/characters/1/variants, PORTRAIT",
        "/api/characters/1/images/2, PORTRAIT",
        "/api/characters/1/upload, PORTRAIT",
        "/api/portraits/jobs/1, PORTRAIT",
        "/api/media/images/s/f.png, PORTRAIT",
        "/api/characters, CATALOG",
        "/api/characters/1, CATALOG",
        "/api/characters/1/versions, CATALOG",
        "/api/characters/from-external, CATALOG",
        "/api/characters/check-name, CATALOG",
        "/api/characters/import, CATALOG",
        "/api/campaigns/1/characters/2, CATALOG",
        "/api/profile-options, CATALOG",
        "/api/chat, CATALOG",
        "/api/my/portrait, CATALOG",
        "/q/health, NOBODY",
        "/api, NOBODY",
        "/metrics, NOBODY",
        "/apis/characters, NOBODY",
        "/API/characters, NOBODY",
    })
    void sendsEachPathToItsOwner(String path, Owner owner) {
        assertThat(RouteTable.owner(RequestPath.segments(path).orElseThrow())).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/characters/1/upload, true",
        "/api/characters/import, true",
        "/api/library/import, true",
        "/api/characters/1, false",
        "/api/characters, false",
        "/api/auth/token, false",
        "/, false",
    })
    void knowsWhereFilesAreSent(String path, boolean uploads) {
        List<String> segments = RequestPath.segments(path).orElseThrow();

        assertThat(RouteTable.takesUploads(segments)).isEqualTo(uploads);
    }
}
