package io.dramatis.portrait.prompt;

import io.dramatis.portrait.outside.OutsideHttp;
import io.dramatis.portrait.prompt.ChatEnhancer.UnusableAnswerException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Prompts: by a language model where one is configured and answers, else by rules. */
@ApplicationScoped
public class PromptService {

    private static final Logger LOG = Logger.getLogger(PromptService.class);
    private static final String METER = "dramatis.prompt.enhancements";

    private final EnhancerConfig config;
    private final Optional<ChatEnhancer> chat;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private volatile Instant restsUntil = Instant.MIN;

    PromptService(EnhancerConfig config, OutsideHttp http, MeterRegistry meters, InstantSource clock) {
        this.config = config;
        this.chat = config.model().map(model -> new ChatEnhancer(config, model, http));
        this.meters = meters;
        this.clock = clock;
    }

    /** Never fails: rules write the prompt where the model does not. */
    public Uni<EnhancedPrompt> enhance(PromptBrief brief) {
        if (chat.isEmpty()) {
            return counted("rules", byRules(brief));
        }
        if (clock.instant().isBefore(restsUntil)) {
            return counted("resting", byRules(brief));
        }
        return chat.get()
                .enhance(brief)
                .invoke(enhanced -> count("chat"))
                .onFailure()
                .recoverWithItem(failure -> {
                    if (!(failure instanceof UnusableAnswerException answered) || answered.outage()) {
                        restsUntil = clock.instant().plus(config.restAfterFailure());
                    }
                    count("failed");
                    LOG.warnf("enhancing by chat failed, rules do it reason=%s", failure.toString());
                    return byRules(brief);
                });
    }

    /** Without asking anybody: for providers that read the profile instead of the prompt. */
    public EnhancedPrompt byRules(PromptBrief brief) {
        return RuleBasedEnhancer.enhance(brief);
    }

    /** An earlier enhancement of the same brief, as its text was kept. */
    public EnhancedPrompt recall(PromptBrief brief, String text, String by) {
        return by.equals(RuleBasedEnhancer.ID)
                ? byRules(brief)
                : new EnhancedPrompt(
                        PromptText.ofProse(text), RuleBasedEnhancer.style(brief).negative(), by);
    }

    private Uni<EnhancedPrompt> counted(String result, EnhancedPrompt prompt) {
        count(result);
        return Uni.createFrom().item(prompt);
    }

    private void count(String result) {
        meters.counter(METER, "result", result).increment();
    }
}
