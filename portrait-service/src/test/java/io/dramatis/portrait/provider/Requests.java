package io.dramatis.portrait.provider;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.prompt.PromptPart;
import io.dramatis.portrait.prompt.PromptText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Requests for tests, and the smallest PNG there is. */
public final class Requests {

    public static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static final VisualProfile NOBODY = new VisualProfile(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private String prompt = "an elf, a ranger";
    private int count = 1;
    private String model;
    private String style;
    private PictureSize size;
    private double strength = 0.7;
    private final List<ReferenceImage> references = new ArrayList<>();

    private Requests() {}

    public static Requests request() {
        return new Requests();
    }

    public Requests prompt(String text) {
        prompt = text;
        return this;
    }

    public Requests count(int number) {
        count = number;
        return this;
    }

    public Requests model(String name) {
        model = name;
        return this;
    }

    public Requests style(String name) {
        style = name;
        return this;
    }

    public Requests size(int width, int height) {
        size = new PictureSize(width, height);
        return this;
    }

    public Requests strength(double value) {
        strength = value;
        return this;
    }

    public Requests reference() {
        references.add(new ReferenceImage(PNG, "image/png", null));
        return this;
    }

    public ImageRequest build() {
        return new ImageRequest(
                "Lirael",
                NOBODY,
                new PromptText(List.of(new PromptPart(prompt, 50))),
                "watermark",
                null,
                style,
                count,
                model,
                size,
                references,
                strength,
                1,
                4711);
    }
}
