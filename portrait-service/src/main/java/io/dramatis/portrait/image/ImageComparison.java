package io.dramatis.portrait.image;

import io.dramatis.portrait.likeness.Likeness;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Two images of a gallery and what differs in how they came to be.
 *
 * @param sameProfile whether both were drawn from the same visual profile; null where one of them was not drawn from any
 * @param likeness how much the faces resemble each other, 0 to 1; null where a file cannot be read
 * @param sameFace whether that is enough to be called the same person
 * @param prompt the parts of the prompts that only one of them has; null where one of them has none
 * @param differences of everything else
 */
@RegisterForReflection
@Schema(requiredProperties = {"image", "other", "differences"})
public record ImageComparison(
        GalleryImage image,
        GalleryImage other,
        Boolean sameProfile,
        Double likeness,
        Boolean sameFace,
        PromptDifference prompt,
        List<Difference> differences) {

    /** @param field of the lineage, or {@code origin} or {@code size} */
    @RegisterForReflection
    @Schema(requiredProperties = "field")
    public record Difference(String field, String image, String other) {}

    /** Parts are what stands between commas, in their order. */
    @RegisterForReflection
    @Schema(requiredProperties = {"only_in_image", "only_in_other"})
    public record PromptDifference(List<String> onlyInImage, List<String> onlyInOther) {

        static PromptDifference of(String image, String other) {
            if (image == null || other == null) {
                return null;
            }
            Set<String> parts = parts(image);
            Set<String> others = parts(other);
            return new PromptDifference(without(parts, others), without(others, parts));
        }

        private static Set<String> parts(String prompt) {
            Set<String> parts = new LinkedHashSet<>();
            Arrays.stream(prompt.split("[,;\n]|\\.(?:\\s|$)"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
            return parts;
        }

        private static List<String> without(Set<String> parts, Set<String> others) {
            return parts.stream().filter(part -> !others.contains(part)).toList();
        }
    }

    /** @param likeness null where it is not known */
    static ImageComparison of(GalleryImage image, GalleryImage other, Likeness likeness) {
        Lineage one = image.lineage();
        Lineage two = other.lineage();
        List<Difference> differences = new ArrayList<>();
        differ(differences, "origin", image.origin(), other.origin());
        differ(differences, "size", size(image), size(other));
        differ(differences, "reference_id", one.referenceId(), two.referenceId());
        differ(differences, "style", one.style(), two.style());
        differ(differences, "additions", one.additions(), two.additions());
        differ(differences, "provider", one.provider(), two.provider());
        differ(differences, "model", one.model(), two.model());
        differ(differences, "seed", one.seed(), two.seed());
        differ(differences, "revised_prompt", one.revisedPrompt(), two.revisedPrompt());
        differ(differences, "identity_strength", one.identityStrength(), two.identityStrength());
        differ(differences, "likeness", one.likeness(), two.likeness());
        differ(differences, "story_id", one.storyId(), two.storyId());
        differ(differences, "cost_micro_usd", one.costMicroUsd(), two.costMicroUsd());
        Boolean sameProfile = one.profileHash() == null || two.profileHash() == null
                ? null
                : one.profileHash().equals(two.profileHash());
        return new ImageComparison(
                image,
                other,
                sameProfile,
                likeness == null ? null : likeness.value(),
                likeness == null ? null : likeness.kept(),
                PromptDifference.of(one.prompt(), two.prompt()),
                List.copyOf(differences));
    }

    private static String size(GalleryImage image) {
        return image.width() + "x" + image.height();
    }

    private static void differ(List<Difference> differences, String field, Object image, Object other) {
        if (!Objects.equals(image, other)) {
            differences.add(new Difference(field, text(image), text(other)));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
