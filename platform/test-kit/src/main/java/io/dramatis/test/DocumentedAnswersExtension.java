package io.dramatis.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts {@link DocumentedAnswers} into every {@code @QuarkusTest}, with the service's own document. A service may name
 * another one as {@code dramatis.test.document.url}, and paths that it leaves out on purpose as
 * {@code dramatis.test.document.elsewhere} (a regular expression).
 */
public final class DocumentedAnswersExtension implements QuarkusTestBeforeEachCallback {

    /** Health, metrics and the document itself. */
    private static final String OPERATORS = "/q/.*";

    private URI installed;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Config config = ConfigProvider.getConfig();
        URI url = URI.create(config.getOptionalValue("dramatis.test.document.url", String.class)
                .orElseGet(() -> config.getValue("test.management.url", String.class) + "/openapi?format=JSON"));
        // Another port is another run of the service.
        if (!url.equals(installed)) {
            String elsewhere = config.getOptionalValue("dramatis.test.document.elsewhere", String.class)
                    .map(more -> OPERATORS + "|" + more)
                    .orElse(OPERATORS);
            RestAssured.replaceFiltersWith(new DocumentedAnswers(url, Pattern.compile(elsewhere)));
            installed = url;
        }
    }
}
