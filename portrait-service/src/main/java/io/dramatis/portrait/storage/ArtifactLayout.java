package io.dramatis.portrait.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where images lie in the store, by seed 002 ("Image Storage"): {@code media/images/{session}/portraits/{file}}, in
 * development with the host's name in front of the session. Rows keep the path they were written with, so that this may
 * change.
 */
@ApplicationScoped
class ArtifactLayout {

    private static final Pattern PATH =
            Pattern.compile("media/images/(?:[^/]+/)?(?<session>[^/]+)/portraits/(?<file>[^/]+)");

    /** Where images of development lie that were written before their host had a name. */
    private static final String NAMELESS_HOST = "localhost";

    private final boolean development;
    private final String hostname;

    ArtifactLayout(StorageConfig config) {
        this.development = isDevelopment(config.layout());
        this.hostname = config.layout().hostname();
    }

    private static boolean isDevelopment(StorageConfig.Layout layout) {
        boolean production = layout.env().filter(ArtifactLayout::saysProduction).isPresent()
                || layout.environmentName()
                        .filter(ArtifactLayout::saysProduction)
                        .isPresent();
        return !production
                && layout.environment().filter("development"::equalsIgnoreCase).isPresent();
    }

    private static boolean saysProduction(String value) {
        return value.equalsIgnoreCase("prod") || value.equalsIgnoreCase("production");
    }

    /** Where a new file goes. */
    String newPath(String session, String file) {
        return development ? hosted(hostname, session, file) : production(session, file);
    }

    /**
     * Where a file may lie that was written to this path, the likeliest place first: there, where production keeps it,
     * where it was kept before, and where a production that took itself for development put it.
     */
    List<String> places(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return List.of(path);
        }
        String session = parts.group("session");
        String file = parts.group("file");
        Set<String> places = new LinkedHashSet<>();
        places.add(path);
        places.add(production(session, file));
        places.add(session + "/media/images/" + file);
        places.add(hosted(hostname, session, file));
        places.add(hosted(NAMELESS_HOST, session, file));
        return List.copyOf(places);
    }

    private static String production(String session, String file) {
        return "media/images/" + session + "/portraits/" + file;
    }

    private static String hosted(String host, String session, String file) {
        return "media/images/" + host + "/" + session + "/portraits/" + file;
    }
}
