package io.dramatis.kit.http;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads when a server wants to be asked again: the {@code Retry-After} header, RFC 9110 section 10.2.3, which holds
 * seconds or an HTTP date, else the moments in seconds since 1970 that AniList and MangaDex send.
 */
public final class RetryAfter {

    private static final List<String> EPOCH_HEADERS = List.of("X-RateLimit-Retry-After", "X-RateLimit-Reset");
    /** Ten digits: some servers send seconds from now under the same name. */
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{10}");

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** The wait, at most an hour; empty where the headers say nothing readable. */
    public static Optional<Duration> of(MultiMap headers, Instant now) {
        Optional<Duration> wait = parse(headers.get("Retry-After"), now);
        for (String name : EPOCH_HEADERS) {
            String moment = headers.get(name);
            if (wait.isEmpty()
                    && moment != null
                    && EPOCH_SECONDS.matcher(moment).matches()) {
                wait = Optional.of(bounded(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(moment)))));
            }
        }
        return wait;
    }

    /** The wait, at most an hour; empty where the header is missing or unreadable. */
    public static Optional<Duration> parse(String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String text = header.strip();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long seconds = text.length() > 9 ? LONGEST.toSeconds() : Long.parseLong(text);
            return Optional.of(bounded(Duration.ofSeconds(seconds)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
