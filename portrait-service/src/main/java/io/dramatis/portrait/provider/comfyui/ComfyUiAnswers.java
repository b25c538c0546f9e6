package io.dramatis.portrait.provider.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.portrait.provider.ProviderAnswers;
import io.dramatis.portrait.provider.ProviderException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads what a ComfyUI server says. */
final class ComfyUiAnswers {

    private ComfyUiAnswers() {}

    /** A file on the server; {@code subfolder} may be empty. */
    record StoredFile(String name, String subfolder, String type) {

        /** As a LoadImage node wants it. */
        String path() {
            return subfolder.isEmpty() ? name : subfolder + "/" + name;
        }
    }

    /** The id of a job that waits now. */
    static String promptId(OutsideAnswer answer) {
        if (answer.status() == 400) {
            // The graph is the operator's; all that users give is text and numbers within bounds.
            JsonNode error = ProviderAnswers.lenient(answer).path("error");
            throw ProviderException.misconfigured(
                    "the workflow is refused: " + error.path("type").asText("status 400"));
        }
        String id = ProviderAnswers.object(answer).path("prompt_id").asText("");
        if (id.isEmpty()) {
            throw ProviderException.failed("an answer without a prompt_id");
        }
        return id;
    }

    /** An uploaded file, under the name that the server chose. */
    static StoredFile uploaded(OutsideAnswer answer) {
        StoredFile file = file(ProviderAnswers.object(answer));
        if (file.name().isEmpty()) {
            throw ProviderException.failed("an upload without a name");
        }
        return file;
    }

    /** Whether the queue has the job. */
    static boolean isIn(JsonNode items, String promptId) {
        for (JsonNode item : items) {
            // [number, prompt_id, workflow, …]; some versions answer objects.
            if (promptId.equals(item.path(1).asText())
                    || promptId.equals(item.path("prompt_id").asText())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The images of a job that is done, results before previews.
     *
     * @param entry of the history
     */
    static List<StoredFile> images(JsonNode entry) {
        JsonNode status = entry.path("status");
        if (status.path("status_str").asText().equals("error")) {
            throw ProviderException.failed("the workflow failed: " + reason(status.path("messages")));
        }
        List<StoredFile> files = new ArrayList<>();
        for (JsonNode output : entry.path("outputs")) {
            output.path("images").forEach(image -> files.add(file(image)));
        }
        files.sort(Comparator.comparing(file -> file.type().equals("output") ? 0 : 1));
        return files;
    }

    private static StoredFile file(JsonNode node) {
        String name = node.path("filename").asText(node.path("name").asText(""));
        return new StoredFile(
                name, node.path("subfolder").asText(""), node.path("type").asText("output"));
    }

    /** The kind of the exception; its message may quote the prompt. */
    private static String reason(JsonNode messages) {
        for (JsonNode message : messages) {
            JsonNode type = message.path(1).path("exception_type");
            if (type.isTextual()) {
                return type.textValue();
            }
        }
        return "unknown";
    }
}
