package io.dramatis.portrait.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object's content up to a size: the SDK's own collector keeps whatever a server sends. Shorter than announced is a
 * failure, which is tried again.
 */
final class BoundedBytes implements AsyncResponseTransformer<GetObjectResponse, byte[]> {

    private final int maxSize;
    private volatile CompletableFuture<byte[]> result;
    private volatile Long announced;

    BoundedBytes(int maxSize) {
        this.maxSize = maxSize;
    }

    /** Once for each attempt. */
    @Override
    public CompletableFuture<byte[]> prepare() {
        result = new CompletableFuture<>();
        announced = null;
        return result;
    }

    @Override
    public void onResponse(GetObjectResponse response) {
        announced = response.contentLength();
    }

    @Override
    public void onStream(SdkPublisher<ByteBuffer> content) {
        content.subscribe(new Collector(result, announced));
    }

    @Override
    public void exceptionOccurred(Throwable failure) {
        result.completeExceptionally(failure);
    }

    private final class Collector implements Subscriber<ByteBuffer> {

        private final CompletableFuture<byte[]> whole;
        private final Long expected;
        private byte[] received;
        private int size;
        private Subscription subscription;

        Collector(CompletableFuture<byte[]> whole, Long expected) {
            this.whole = whole;
            this.expected = expected;
        }

        @Override
        public void onSubscribe(Subscription opened) {
            subscription = opened;
            if (expected != null && expected > maxSize) {
                tooLarge();
                return;
            }
            received = new byte[expected == null ? 64 * 1024 : expected.intValue()];
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            if (whole.isDone()) {
                return;
            }
            if (size + (long) chunk.remaining() > maxSize) {
                tooLarge();
                return;
            }
            int more = chunk.remaining();
            if (size + more > received.length) {
                received =
                        Arrays.copyOf(received, (int) Math.min(maxSize, Math.max(size + more, received.length * 2L)));
            }
            chunk.get(received, size, more);
            size += more;
        }

        private void tooLarge() {
            subscription.cancel();
            whole.completeExceptionally(new OversizedException("larger than " + maxSize + " bytes"));
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            if (expected != null && expected != size) {
                whole.completeExceptionally(new IOException(size + " of " + expected + " bytes arrived"));
                return;
            }
            whole.complete(size == received.length ? received : Arrays.copyOf(received, size));
        }
    }

    /** No attempt more would change it. */
    static final class OversizedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OversizedException(String message) {
            super(message);
        }
    }
}
