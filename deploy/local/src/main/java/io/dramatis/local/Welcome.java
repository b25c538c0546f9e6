package io.dramatis.local;

import java.util.Map;
import java.util.stream.Collectors;

/** What a person needs to know once everything runs. */
final class Welcome {

    private static final long MEGABYTE = 1024L * 1024;

    private Welcome() {}

    static String text(LocalConfig config, LocalPlatform platform, double seconds) {
        StringBuilder text = new StringBuilder();
        text.append("%nDramatis is ready after %.1f s.%n%n".formatted(seconds));
        line(text, "page", platform.url(Endpoint.GATEWAY) + "/");
        line(text, "API", platform.url(Endpoint.GATEWAY) + "/api/openapi.json");
        line(text, "API docs", platform.url(Endpoint.GATEWAY) + "/api/docs");
        line(text, "demo account", "demo / demo1234");
        if (config.offline()) {
            line(text, "outside sources", "answered by the simulator at " + platform.url(Endpoint.SIMULATOR));
        }
        text.append('\n');
        for (Service service : Service.values()) {
            String management = platform.url(service.management());
            line(text, service.module(), management + "/q/health  " + management + "/q/metrics");
        }
        line(text, "PostgreSQL", platform.jdbcUrl("{" + String.join(",", Databases.NAMES) + "}"));
        line(text, "Kafka", platform.kafkaBootstrap());
        line(text, "logs", platform.logs() + "/");
        text.append('\n');
        line(text, "memory", memory(platform.memory()));
        text.append("\nCtrl-C stops everything; the data stays under ").append(config.data());
        return text.toString();
    }

    /** As {@code total 1234 MB: launcher 60, postgres 70 …}. */
    static String memory(Map<String, Long> bytes) {
        long total = bytes.values().stream().mapToLong(Long::longValue).sum();
        return "total " + total / MEGABYTE + " MB: "
                + bytes.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() / MEGABYTE)
                        .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-20s %s%n".formatted(name, value));
    }
}
