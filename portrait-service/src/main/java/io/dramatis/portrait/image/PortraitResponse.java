package io.dramatis.portrait.image;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A character's portrait. Everything but the id is null while {@code has_portrait} is false.
 *
 * @param portraitUrl below the platform's origin
 * @param portraitPath in the artifact store
 * @param thumbnails URL by edge length in pixels
 * @param prompt as the image's provider was given it
 */
@Schema(requiredProperties = {"character_id", "has_portrait"})
public record PortraitResponse(
        UUID characterId,
        boolean hasPortrait,
        String portraitUrl,
        String portraitPath,
        UUID imageId,
        Map<String, String> thumbnails,
        String prompt) {

    static PortraitResponse none(UUID characterId) {
        return new PortraitResponse(characterId, false, null, null, null, null, null);
    }

    static PortraitResponse of(ImageEntity image) {
        return new PortraitResponse(
                image.characterId,
                true,
                image.url(),
                image.path,
                image.id,
                ImagePaths.thumbnailUrls(image.sessionId, image.filename),
                image.prompt);
    }
}
