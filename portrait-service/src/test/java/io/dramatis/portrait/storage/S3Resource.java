package io.dramatis.portrait.storage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** An S3 server that the service keeps its images in. */
public class S3Resource implements QuarkusTestResourceLifecycleManager {

    public static final String PREFIX = "of-a-test";

    private S3Server server;

    @Override
    public Map<String, String> start() {
        server = new S3Server();
        Map<String, String> settings = new HashMap<>();
        settings.put("dramatis.portrait.storage.kind", "s3");
        settings.put("dramatis.portrait.storage.s3.bucket", S3Server.BUCKET);
        settings.put("dramatis.portrait.storage.s3.prefix", PREFIX);
        settings.put("dramatis.portrait.storage.s3.endpoint", "http://127.0.0.1:" + server.port());
        settings.put("dramatis.portrait.storage.s3.path-style", "true");
        settings.put("dramatis.portrait.storage.s3.access-key", S3Server.ACCESS_KEY);
        settings.put("dramatis.portrait.storage.s3.secret-key", S3Server.SECRET_KEY);
        settings.put("dramatis.portrait.generation.max-attempts", "20");
        // Long enough in one worker's memory is what another test looks at; here attempts follow each other.
        settings.put("dramatis.portrait.generation.store-patience", "1s");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(S3Server.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
