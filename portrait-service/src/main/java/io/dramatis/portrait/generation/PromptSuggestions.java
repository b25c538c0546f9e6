package io.dramatis.portrait.generation;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.generation.EnhancePromptResponse.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** What a profile leaves to the artist, in the order in which it shows in a portrait. */
final class PromptSuggestions {

    private final List<Suggestion> suggestions = new ArrayList<>();

    private PromptSuggestions() {}

    static List<Suggestion> of(VisualProfile visual) {
        PromptSuggestions all = new PromptSuggestions();
        all.ask("race", visual.race(), "Which people does the character belong to?");
        all.ask("character_class", visual.characterClass(), "What is the character's profession?");
        all.ask("age_category", visual.ageCategory(), "How old does the character look?");
        all.ask("facial_features", visual.facialFeatures(), "What makes the face unlike others, as a scar or a beard?");
        all.ask("hair", visual.hair(), "How is the hair worn, and which colour has it?");
        all.ask("eyes", visual.eyes(), "Which colour have the eyes?");
        all.ask("attire", visual.attire(), "What is the character wearing?");
        all.ask(
                "distinguishing_feature",
                visual.distinguishingFeature(),
                "What would everybody remember, as a crown of thorns?");
        all.ask("background_setting", visual.backgroundSetting(), "Where is the picture set?");
        all.ask("pose", visual.pose(), "How does the character hold itself?");
        return List.copyOf(all.suggestions);
    }

    private void ask(String field, String value, String question) {
        if (value == null || value.isBlank()) {
            suggestions.add(new Suggestion(field, question));
        }
    }
}
