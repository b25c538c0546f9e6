package io.dramatis.portrait.storage;

import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The store in a bucket of anything that speaks S3's protocol: AWS, MinIO, R2, Google Cloud Storage's interoperability. */
final class S3Store implements Backend {

    private static final Logger LOG = Logger.getLogger(S3Store.class);

    private static final int EVENT_LOOPS = 2;

    private final S3AsyncClient client;
    private final String bucket;
    private final String prefix;
    private final int maxFileSize;

    S3Store(StorageConfig.S3 config, Duration timeout, int maxCalls, int maxFileSize) {
        this.bucket = config.bucket()
                .orElseThrow(() -> new IllegalStateException("dramatis.portrait.storage.s3.bucket names no bucket"));
        this.prefix = config.prefix().map(given -> given + "/").orElse("");
        this.maxFileSize = maxFileSize;
        this.client = client(config, timeout, maxCalls);
    }

    private static S3AsyncClient client(StorageConfig.S3 config, Duration timeout, int maxCalls) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                // Streamed signatures are AWS's own; Google's servers take them for content.
                .serviceConfiguration(
                        s3 -> s3.pathStyleAccessEnabled(config.pathStyle()).chunkedEncodingEnabled(false))
                // By default the SDK adds CRC32 trailers, which R2, Google and older servers refuse or keep as content.
                // Uploads carry an MD5, which all of them check, and what is read is compared with its SHA-256.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallTimeout(timeout)
                        .apiCallAttemptTimeout(config.attemptTimeout())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(config.maxAttempts())
                                .build()))
                // No pool for completions: whatever takes time goes to the workers anyway.
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(EVENT_LOOPS))
                        .connectionTimeout(config.connectTimeout())
                        .readTimeout(config.attemptTimeout())
                        .writeTimeout(config.attemptTimeout())
                        .connectionAcquisitionTimeout(config.attemptTimeout())
                        .maxConcurrency(config.connections())
                        .maxPendingConnectionAcquires(maxCalls));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(StorageConfig.S3 config) {
        if (config.accessKey().isPresent() != config.secretKey().isPresent()) {
            throw new IllegalStateException(
                    "dramatis.portrait.storage.s3.access-key and .secret-key belong together; one is missing");
        }
        return config.accessKey()
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, config.secretKey().orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** Never fails: a store that is away for a while must not keep the service from starting. */
    @Override
    public void start() {
        call(() -> client.headBucket(request -> request.bucket(bucket)))
                .subscribe()
                .with(
                        there -> LOG.infof("images are kept in S3 bucket=%s", bucket),
                        failure -> LOG.errorf(
                                "the images' bucket cannot be used; portraits wait until it can bucket=%s reason=%s",
                                bucket, failure.toString()));
    }

    /** A bucket keeps whatever it has accepted. */
    @Override
    public Uni<Void> write(String path, byte[] content, boolean durable) {
        return call(() -> client.putObject(
                        request -> request.bucket(bucket)
                                .key(prefix + path)
                                .contentType(mediaType(path))
                                .contentMD5(md5(content)),
                        AsyncRequestBody.fromBytesUnsafe(content)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> read(String path) {
        return call(() -> client.getObject(
                        request -> request.bucket(bucket).key(prefix + path), new BoundedBytes(maxFileSize)))
                .onFailure(NoSuchKeyException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<Void> delete(String path) {
        return call(() -> client.deleteObject(request -> request.bucket(bucket).key(prefix + path)))
                .replaceWithVoid()
                // Google's answer, where S3 says that it is gone.
                .onFailure(NoSuchKeyException.class)
                .recoverWithNull();
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> Uni<T> call(Supplier<CompletionStage<T>> request) {
        return Uni.createFrom()
                .completionStage(request)
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause);
    }

    /** For those who look into the bucket, or let a content delivery network do it. */
    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            case "avif" -> "image/avif";
            case "jpg" -> "image/jpeg";
            default -> "application/octet-stream";
        };
    }

    /** What the protocol asks for; not what content is trusted by. */
    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
