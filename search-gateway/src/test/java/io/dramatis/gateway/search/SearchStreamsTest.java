package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.gateway.search.SearchNews.Waiting;
import io.dramatis.kit.error.DomainException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchStreamsTest {

    private static final SearchNews NEWS = new SearchNews.Results(null, List.of());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SearchStreams streams = streams();
    private final List<MultiEmitter<? super SearchNews>> searches = new ArrayList<>();

    @Test
    void showsLifeWhileThereIsNoNewsAndEndsWithTheNews() {
        AssertSubscriber<SearchNews> client = open();

        client.awaitNextItem(Duration.ofSeconds(5)).awaitNextItem(Duration.ofSeconds(5));
        assertThat(client.getItems()).allMatch(Waiting.class::isInstance);
        searches.get(0).emit(NEWS).complete();

        client.awaitCompletion(Duration.ofSeconds(5));
        assertThat(client.getItems()).contains(NEWS);
        assertThat(openStreams()).isZero();
    }

    @Test
    void countsEveryWayToEnd() {
        AssertSubscriber<SearchNews> left = open();
        open();
        assertThat(openStreams()).isEqualTo(2);

        left.cancel();
        assertThat(openStreams()).isEqualTo(1);
        searches.get(1).fail(new IllegalStateException("broken"));
        assertThat(openStreams()).isZero();
    }

    @Test
    void refusesWhatIsTooMany() {
        AssertSubscriber<SearchNews> first = open();
        open();

        assertThatThrownBy(this::open).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code().status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPresent();
        });
        first.cancel();
        open();
        assertThat(openStreams()).isEqualTo(2);
    }

    private AssertSubscriber<SearchNews> open() {
        Multi<SearchNews> news = Multi.createFrom().emitter(searches::add);
        return streams.open(news).subscribe().withSubscriber(AssertSubscriber.create(100));
    }

    private double openStreams() {
        return meters.get("dramatis.search.streams").gauge().value();
    }

    private SearchStreams streams() {
        SearchConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SearchConfig.class)
                .withDefaultValue("dramatis.search.max-streams", "2")
                .withDefaultValue("dramatis.search.stream-heartbeat", "20ms")
                .build()
                .getConfigMapping(SearchConfig.class);
        return new SearchStreams(config, meters);
    }
}
