package io.dramatis.portrait.provider.openai;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Servers that speak OpenAI's image API, by the id that clients name them by: OpenAI itself, LocalAI, or any gateway
 * that speaks the same.
 */
@ConfigMapping(prefix = "dramatis.portrait.provider.openai")
public interface OpenAiConfig {

    @WithParentName
    Map<String, Server> servers();

    /** One server. */
    interface Server {

        /** The API, up to and including its version. */
        @WithDefault("https://api.openai.com/v1")
        URI baseUrl();

        /** Sent as a bearer token. OpenAI itself counts as configured with a key only, other servers without one, too. */
        Optional<String> apiKey();

        /** The models that clients may choose from; the first one is the default. */
        List<String> models();

        /** What is particular to a model; OpenAI's own are known. */
        Map<String, Model> model();

        /**
         * Whether the server stands in the operator's own network. Only then may the links that it answers with be plain
         * HTTP and lead to private addresses; they lead to the server itself or to {@link #imageHosts} in either case.
         */
        @WithDefault("false")
        boolean local();

        /** Hosts besides the server's own that its links may lead to; {@code *.example.org} for all below a name. */
        Optional<List<String>> imageHosts();

        /** Size of an answer above which it is not read; pictures come in Base64, a third larger than they are. */
        @WithDefault("64M")
        MemorySize maxAnswerSize();

        /** Size of a linked picture above which it is not read. */
        @WithDefault("24M")
        MemorySize maxImageSize();

        /** Time to fetch a linked picture. */
        @WithDefault("20s")
        Duration imageTimeout();
    }

    /** One model; what is absent is as its name suggests. */
    interface Model {

        /** In characters. */
        OptionalInt maxPromptLength();

        /** Images it makes in one call; more are made in several. */
        OptionalInt imagesPerCall();

        /** Whether {@code /images/edits} works with it. */
        Optional<Boolean> references();

        /** {@code b64_json}, {@code url}, or {@code none} to leave the parameter out. */
        Optional<String> responseFormat();

        /** As the model understands it: low, medium, high; standard, hd. */
        Optional<String> quality();

        /** Millionths of a US dollar for one image; for models without token prices. */
        OptionalLong imagePrice();

        /** Millionths of a US dollar for one token of the request, which is dollars for a million of them. */
        OptionalDouble inputTokenPrice();

        /** Millionths of a US dollar for one token of the answer. */
        OptionalDouble outputTokenPrice();
    }
}
