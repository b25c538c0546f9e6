package io.dramatis.portrait.provider;

import io.dramatis.kit.error.Violation;
import io.dramatis.portrait.provider.ProviderException.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The providers there are, and who draws when one cannot. */
@ApplicationScoped
public class ImageProviders {

    private static final Logger LOG = Logger.getLogger(ImageProviders.class);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

    private final Map<String, ProviderChannel> byId = new TreeMap<>();
    private final String defaultId;
    private final List<String> fallback;
    private final MeterRegistry meters;

    ImageProviders(
            @All List<ImageProvider> single,
            @All List<ImageProviderFamily> families,
            ProviderConfig config,
            MeterRegistry meters,
            InstantSource clock) {
        this.meters = meters;
        List<ImageProvider> all = new ArrayList<>(single);
        families.forEach(family -> all.addAll(family.members()));
        for (ImageProvider provider : all) {
            String id = provider.id();
            if (!ID.matcher(id).matches()) {
                throw new IllegalStateException("an image provider's id must match " + ID + ": " + id);
            }
            ProviderChannel channel = new ProviderChannel(
                    provider, config.limits().get(id), new ProviderMetrics(meters, provider), clock);
            if (byId.put(id, channel) != null) {
                throw new IllegalStateException("two image providers have the id " + id);
            }
        }
        this.defaultId = config.defaultId();
        this.fallback = config.fallback().orElse(List.of());
        requireKnown("default-id", List.of(defaultId));
        requireKnown("fallback", fallback);
        LOG.infof("image providers configured=%s default=%s fallback=%s", configured(), defaultId, fallback);
    }

    private void requireKnown(String setting, List<String> ids) {
        if (!byId.keySet().containsAll(ids)) {
            throw new IllegalStateException(
                    "dramatis.portrait.provider." + setting + " names " + ids + "; there are: " + byId.keySet());
        }
    }

    /**
     * What is wrong with a wish.
     *
     * @param id null for the default
     * @param model null for the provider's own
     */
    public List<Violation> check(String id, String model) {
        ProviderChannel channel = find(id).filter(
                        known -> id == null || known.capabilities().configured())
                .orElse(null);
        if (channel == null) {
            return List.of(new Violation("provider", "must be one of: " + String.join(", ", configured())));
        }
        ProviderCapabilities capabilities = channel.capabilities();
        if (model == null || capabilities.takes(model)) {
            return List.of();
        }
        String choice = capabilities.models().isEmpty()
                ? "must be absent: " + channel.id() + " has no models to choose from"
                : "must be one of: "
                        + String.join(
                                ", ",
                                capabilities.models().stream()
                                        .map(ProviderModel::id)
                                        .toList());
        return List.of(new Violation("model", choice));
    }

    /**
     * What is wrong with a wish that has a reference image.
     *
     * @see #check
     */
    public List<Violation> checkWithReference(String id, String model) {
        List<Violation> faults = check(id, model);
        if (!faults.isEmpty()) {
            return faults;
        }
        ProviderChannel channel = find(id).orElseThrow();
        if (!channel.capabilities().references()) {
            return List.of(new Violation(
                    "provider",
                    channel.id() + " cannot work from a reference image; must be one of: "
                            + String.join(", ", configured(ProviderCapabilities::references))));
        }
        boolean blind =
                known(channel, model).filter(found -> !found.references()).isPresent();
        return blind ? List.of(new Violation("model", "must be one that can work from a reference image")) : List.of();
    }

    /** How long a prompt may be there, in characters; empty where there is no limit or nobody knows it. */
    public OptionalInt maxPromptLength(String id, String model) {
        return find(id).flatMap(channel -> known(channel, model))
                .map(found -> OptionalInt.of(found.maxPromptLength()))
                .orElse(OptionalInt.empty());
    }

    private static Optional<ProviderModel> known(ProviderChannel channel, String model) {
        ProviderCapabilities capabilities = channel.capabilities();
        String wanted = model == null ? capabilities.defaultModel() : model;
        return capabilities.models().stream()
                .filter(found -> found.id().equals(wanted))
                .findFirst();
    }

    /** The one that the id names; the default one where it names none, or nobody. */
    public String queueOf(String id) {
        return id != null && byId.containsKey(id) ? id : defaultId;
    }

    /** All of them. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /** Jobs that the provider works on at the same time in each replica. */
    public int concurrent(String id) {
        return find(id).map(ProviderChannel::concurrent).orElse(1);
    }

    /**
     * Which of them would take jobs on now, and how many; those at their limits, or resting, are left out. One that
     * fails too often is not, while the fallback order has somebody else.
     *
     * @param held jobs taken for them already, by id
     */
    public List<ProviderPlaces> places(Map<String, Integer> held) {
        List<ProviderPlaces> places = new ArrayList<>(byId.size());
        byId.forEach((id, channel) -> {
            int mine = held.getOrDefault(id, 0);
            int free = channel.resting() ? freeElsewhere(channel, held) : channel.free(mine);
            if (free > 0) {
                places.add(new ProviderPlaces(id, free, mine));
            }
        });
        return places;
    }

    private int freeElsewhere(ProviderChannel resting, Map<String, Integer> held) {
        return fallback.stream()
                .map(byId::get)
                .filter(other -> other != resting && other.capabilities().configured())
                .mapToInt(other -> other.free(held.getOrDefault(other.id(), 0) + held.getOrDefault(resting.id(), 0)))
                .max()
                .orElse(0);
    }

    /**
     * Bytes that a job may take until its pictures are encoded, whoever draws in the end.
     *
     * @param id null for the default
     * @param pictures to be drawn, and to be drawn from
     */
    public long memory(String id, int pictures) {
        return Stream.concat(find(id).stream(), fallback.stream().map(byId::get))
                .filter(channel -> channel.capabilities().configured())
                .mapToLong(channel -> channel.memory(pictures))
                .max()
                .orElse(0);
    }

    /** Whether a better prompt means a better picture. */
    public boolean readsText(String id) {
        return find(id).map(channel -> channel.capabilities().readsText()).orElse(false);
    }

    /**
     * Lets the provider draw, or the next one that can. Fails with {@link ImageRefusedException}, with
     * {@link ProviderException}, with {@link io.smallrye.mutiny.TimeoutException}, or with whatever a provider stumbled
     * over.
     *
     * @param id null for the default
     * @param timeout for each provider that has none of its own
     */
    public Uni<Drawing> draw(String id, ImageRequest request, Duration timeout) {
        ProviderChannel first = find(id).orElse(null);
        if (first == null) {
            return refuse("There is no image provider called " + id + ".");
        }
        if (request.model() != null && !first.capabilities().takes(request.model())) {
            return refuse("The image provider " + first.id() + " has no model called " + request.model() + ".");
        }
        if (!request.references().isEmpty() && !first.capabilities().references()) {
            return refuse("The image provider " + first.id() + " cannot work from a reference image.");
        }
        return draw(first, others(first, request).iterator(), request, timeout);
    }

    private Uni<Drawing> draw(
            ProviderChannel channel, Iterator<ProviderChannel> next, ImageRequest request, Duration timeout) {
        return channel.generate(request, timeout)
                .map(images -> new Drawing(channel.id(), images))
                .onFailure(failure -> next.hasNext() && letsOthersDraw(failure))
                .recoverWithUni(failure -> {
                    ProviderChannel other = next.next();
                    meters.counter("dramatis.provider.fallbacks", "from", channel.id(), "to", other.id())
                            .increment();
                    LOG.warnf(
                            "image provider falls back from=%s to=%s reason=%s",
                            channel.id(), other.id(), failure.getMessage());
                    return draw(other, next, request.elsewhere(), timeout)
                            .onFailure()
                            .transform(worse -> moreHopeful(failure, worse));
                });
    }

    /** Those of the fallback order that could do it at all. */
    private List<ProviderChannel> others(ProviderChannel first, ImageRequest request) {
        return fallback.stream()
                .map(byId::get)
                .filter(channel -> channel != first)
                .filter(channel -> channel.capabilities().configured())
                .filter(channel ->
                        request.references().isEmpty() || channel.capabilities().references())
                .toList();
    }

    private static boolean letsOthersDraw(Throwable failure) {
        return failure instanceof ProviderException known
                && (known.kind() == Kind.UNAVAILABLE || known.kind() == Kind.MISCONFIGURED);
    }

    /** If nobody drew: a reason to try again counts more than a final one. */
    private static Throwable moreHopeful(Throwable first, Throwable second) {
        return second instanceof ProviderException known && known.kind() == Kind.MISCONFIGURED ? first : second;
    }

    private static <T> Uni<T> refuse(String reason) {
        return Uni.createFrom().failure(new ImageRefusedException(reason));
    }

    private Optional<ProviderChannel> find(String id) {
        return Optional.ofNullable(byId.get(id == null ? defaultId : id));
    }

    private List<String> configured() {
        return configured(capabilities -> true);
    }

    private List<String> configured(Predicate<ProviderCapabilities> wanted) {
        return byId.values().stream()
                .filter(channel -> channel.capabilities().configured())
                .filter(channel -> wanted.test(channel.capabilities()))
                .map(ProviderChannel::id)
                .toList();
    }

    Collection<ProviderChannel> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    String defaultId() {
        return defaultId;
    }

    List<String> fallback() {
        return fallback;
    }
}
