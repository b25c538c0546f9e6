package io.dramatis.gateway.edge;

import java.util.List;
import java.util.Set;

/** Who answers a path. The one place to touch when a service gets a path that is not its own by default. */
final class RouteTable {

    /** The services of the platform, and nobody. */
    enum Owner {
        GATEWAY,
        CATALOG,
        COLLECTION,
        PORTRAIT,
        NOBODY
    }

    /** What the portrait service owns below {@code /api/characters/{id}}. */
    private static final Set<String> PORTRAIT_OF_CHARACTER = Set.of(
            "portrait",
            "generation-status",
            "select-image",
            "regenerate",
            "generate-image",
            "enhance-prompt",
            "variants",
            "images",
            "upload");

    private static final Set<String> COLLECTION_ROOTS = Set.of("auth", "library", "anilist");
    private static final Set<String> PORTRAIT_ROOTS = Set.of("portraits", "media");
    private static final Set<String> GATEWAY_ROOTS = Set.of("sources", "images", "openapi.json", "docs", "errors");

    private RouteTable() {}

    /** @param segments as {@link RequestPath} reads them */
    static Owner owner(List<String> segments) {
        if (segments.isEmpty()) {
            return Owner.GATEWAY;
        }
        if (segments.get(0).equals(".well-known")) {
            return Owner.COLLECTION;
        }
        if (!segments.get(0).equals("api") || segments.size() < 2) {
            return Owner.NOBODY;
        }
        String root = segments.get(1);
        if (COLLECTION_ROOTS.contains(root)) {
            return Owner.COLLECTION;
        }
        if (PORTRAIT_ROOTS.contains(root)) {
            return Owner.PORTRAIT;
        }
        if (GATEWAY_ROOTS.contains(root)) {
            return Owner.GATEWAY;
        }
        return root.equals("characters") ? characters(segments) : Owner.CATALOG;
    }

    private static Owner characters(List<String> segments) {
        if (segments.size() == 2) {
            return Owner.CATALOG;
        }
        if (segments.get(2).equals("search")) {
            return Owner.GATEWAY;
        }
        if (segments.size() == 3) {
            return segments.get(2).equals("my") ? Owner.COLLECTION : Owner.CATALOG;
        }
        if (segments.get(3).equals("favorite")) {
            return Owner.COLLECTION;
        }
        return PORTRAIT_OF_CHARACTER.contains(segments.get(3)) ? Owner.PORTRAIT : Owner.CATALOG;
    }

    /** Whether the path takes files, so that its body may be larger. */
    static boolean takesUploads(List<String> segments) {
        int size = segments.size();
        return size == 4
                        && segments.get(1).equals("characters")
                        && segments.get(3).equals("upload")
                || size == 3
                        && segments.get(2).equals("import")
                        && (segments.get(1).equals("characters")
                                || segments.get(1).equals("library"));
    }
}
