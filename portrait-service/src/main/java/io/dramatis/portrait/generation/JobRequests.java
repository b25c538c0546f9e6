package io.dramatis.portrait.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.events.GenerationRequested;
import io.dramatis.events.VisualProfile;
import io.dramatis.kit.hash.Sha256;
import io.dramatis.kit.outbox.PoisonEventException;
import io.dramatis.kit.validation.WireValues;
import io.dramatis.portrait.prompt.PortraitPrompt;
import io.dramatis.portrait.provider.ImageProviders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests as they come and as they are kept with their jobs. */
@ApplicationScoped
class JobRequests {

    static final int MAX_TEXT = 500;
    static final int MAX_IMAGES = 4;

    private static final int MAX_NAME = 200;
    private static final int MAX_STYLE = 100;
    private static final int MAX_PROVIDER = 50;
    private static final int MAX_MODEL = 100;

    private final ObjectMapper json;
    private final ImageProviders providers;

    JobRequests(ObjectMapper json, ImageProviders providers) {
        this.json = json;
        this.providers = providers;
    }

    /** Its job, in no state yet. */
    GenerationJobEntity job(GenerationRequested event, String profileHash) {
        GenerationJobEntity job = new GenerationJobEntity();
        job.id = event.jobId();
        job.characterId = event.characterId();
        job.ownerId = event.ownerId();
        job.profileHash = profileHash;
        job.rawPrompt = PortraitPrompt.raw(event.characterName(), event.visual(), event.customPromptAdditions());
        job.operation = operation(event).wire();
        job.wanted = providers.queueOf(event.provider());
        job.request = write(event);
        return job;
    }

    static Operation operation(GenerationRequested event) {
        return WireValues.parse(Operation.class, event.operation()).orElse(Operation.PORTRAIT);
    }

    /** Empty where what is stored cannot be read, which no retry mends. */
    Optional<GenerationRequested> read(String request) {
        try {
            return Optional.of(json.readValue(request, GenerationRequested.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not serialisable: " + value.getClass().getSimpleName(), e);
        }
    }

    /** Changes exactly when the picture should: with the name or anything visible. */
    String profileHash(String name, VisualProfile visual) {
        return Sha256.hex(name + '\n' + write(visual));
    }

    /**
     * Holds other producers to what the API holds its clients to, as far as a job depends on it. An unknown style is fine
     * (it is words for the prompt), and an unknown provider fails the job, where its producer learns of it.
     *
     * @throws PoisonEventException with everything that is wrong
     */
    void requireSound(GenerationRequested event) {
        List<String> faults = new ArrayList<>();
        if (event.jobId() == null
                || event.characterId() == null
                || event.ownerId() == null
                || event.characterName() == null
                || event.visual() == null) {
            faults.add("job_id, character_id, owner_id, character_name and visual are needed");
        }
        if (event.count() != null && (event.count() < 1 || event.count() > MAX_IMAGES)) {
            faults.add("count must be from 1 to " + MAX_IMAGES);
        }
        requireText(faults, "character_name", event.characterName(), MAX_NAME);
        requireText(faults, "custom_prompt_additions", event.customPromptAdditions(), MAX_TEXT);
        requireText(faults, "style", event.style(), MAX_STYLE);
        requireText(faults, "provider", event.provider(), MAX_PROVIDER);
        requireText(faults, "model", event.model(), MAX_MODEL);
        if (event.visual() != null) {
            texts(event.visual()).forEach(text -> requireText(faults, "each field of visual", text, MAX_TEXT));
        }
        requireSoundVariant(faults, event);
        if (!faults.isEmpty()) {
            throw new PoisonEventException(
                    String.join("; ", faults.stream().distinct().toList()), null);
        }
    }

    private static void requireSoundVariant(List<String> faults, GenerationRequested event) {
        if (event.operation() != null
                && WireValues.parse(Operation.class, event.operation()).isEmpty()) {
            faults.add("operation must be one of: " + String.join(", ", WireValues.all(Operation.class)));
        }
        if (operation(event) == Operation.VARIANT && event.referenceImageId() == null) {
            faults.add("a variant needs its reference_image_id");
        }
        Double strength = event.identityStrength();
        if (strength != null && !(strength >= 0 && strength <= 1)) {
            faults.add("identity_strength must be from 0 to 1");
        }
    }

    private static void requireText(List<String> faults, String field, String text, int maxLength) {
        if (text == null) {
            return;
        }
        if (text.length() > maxLength) {
            faults.add(field + " must have at most " + maxLength + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            faults.add(field + " must not contain NUL");
        }
    }

    private static Stream<String> texts(VisualProfile visual) {
        return Stream.of(
                visual.race(),
                visual.gender(),
                visual.characterClass(),
                visual.ageCategory(),
                visual.build(),
                visual.heightDescription(),
                visual.facialExpression(),
                visual.facialFeatures(),
                visual.attire(),
                visual.primaryWeapon(),
                visual.distinguishingFeature(),
                visual.backgroundSetting(),
                visual.pose(),
                visual.hair(),
                visual.eyes(),
                visual.skin(),
                visual.outfitColors(),
                visual.artStyle());
    }
}
