package io.dramatis.portrait.provider;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who can draw. */
@Path("/api/portraits/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portraits")
public class ProviderResource {

    /**
     * @param maxPromptLength in characters; longer prompts are shortened
     * @param references whether it keeps a face that it is shown
     * @param sizes of its images, as {@code 1024x1536}; empty where it takes any
     */
    @Schema(requiredProperties = {"id", "max_prompt_length", "references", "sizes"})
    public record ModelResponse(String id, int maxPromptLength, boolean references, List<String> sizes) {}

    /**
     * @param id what requests name it by
     * @param status available, busy, unavailable or not_configured
     * @param isDefault whether it draws where a request names no provider
     * @param references whether it can work from a reference image
     * @param nativeStyles whether it has the style presets itself; others are told by the prompt
     * @param defaultModel null where there is nothing to choose
     * @param otherModels whether models that are not listed may be named as well
     * @param maxImages for one request
     */
    @Schema(
            requiredProperties = {
                "id",
                "configured",
                "status",
                "is_default",
                "references",
                "negative_prompts",
                "native_styles",
                "models",
                "other_models",
                "max_images"
            })
    public record ProviderResponse(
            String id,
            boolean configured,
            String status,
            boolean isDefault,
            boolean references,
            boolean negativePrompts,
            boolean nativeStyles,
            List<ModelResponse> models,
            boolean otherModels,
            String defaultModel,
            int maxImages) {}

    /** @param fallback who is asked, in this order, where the chosen one cannot draw */
    @Schema(requiredProperties = {"items", "fallback"})
    public record ProvidersResponse(List<ProviderResponse> items, List<String> fallback) {}

    private final ImageProviders providers;

    ProviderResource(ImageProviders providers) {
        this.providers = providers;
    }

    @GET
    @Operation(summary = "The image providers, whether they are configured, and what they can do")
    public ProvidersResponse listProviders() {
        return new ProvidersResponse(
                providers.all().stream().map(this::response).toList(), providers.fallback());
    }

    private ProviderResponse response(ProviderChannel channel) {
        ProviderCapabilities can = channel.capabilities();
        return new ProviderResponse(
                channel.id(),
                can.configured(),
                channel.status().wire(),
                channel.id().equals(providers.defaultId()),
                can.references(),
                can.negativePrompts(),
                can.nativeStyles(),
                can.models().stream().map(ProviderResource::response).toList(),
                can.otherModels(),
                can.defaultModel(),
                can.maxImages());
    }

    private static ModelResponse response(ProviderModel model) {
        return new ModelResponse(
                model.id(),
                model.maxPromptLength(),
                model.references(),
                model.sizes().stream().map(PictureSize::toString).toList());
    }
}
