package io.dramatis.test;

import io.dramatis.test.ApiDocument.Answer;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets a test fail when an answer that it gets through REST Assured is not as the OpenAPI document says: its status, its
 * media type, and its body by the schema. Whatever a test is about, it checks the document on the way.
 */
public final class DocumentedAnswers implements Filter {

    /** Not HTTP/2: the JDK's client now and then loses bytes of a large answer while it upgrades a connection. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI documentUrl;
    private final Pattern elsewhere;
    private ApiDocument document;

    /**
     * @param documentUrl of the document as JSON, read at the first answer
     * @param elsewhere paths, whole, that the document does not speak of on purpose
     */
    public DocumentedAnswers(URI documentUrl, Pattern elsewhere) {
        this.documentUrl = documentUrl;
        this.elsewhere = elsewhere;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        if (request.getMethod().equals("OPTIONS") || elsewhere.matcher(path).matches()) {
            return response;
        }
        byte[] body = response.asByteArray();
        List<String> faults = document()
                .faults(new Answer(request.getMethod(), path, response.statusCode(), response.contentType(), body));
        if (!faults.isEmpty()) {
            throw new AssertionError(request.getMethod() + " " + path + " answered " + response.statusCode()
                    + " otherwise than documented: " + String.join("; ", faults));
        }
        return new ResponseBuilder().clone(response).setBody(body).build();
    }

    private synchronized ApiDocument document() {
        if (document == null) {
            HttpRequest request = HttpRequest.newBuilder(documentUrl)
                    .header("Accept", "application/json")
                    .timeout(Duration.ofSeconds(20))
                    .build();
            try {
                document = ApiDocument.parse(
                        HTTP.send(request, BodyHandlers.ofString()).body());
            } catch (IOException e) {
                throw new IllegalStateException("no document at " + documentUrl, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return document;
    }
}
